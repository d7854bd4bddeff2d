import { FileSearchOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/doubts',
    permission: 'doubt.read',
    menu: { group: 'work', order: 61, label: 'doubt.title', icon: <FileSearchOutlined /> },
    component: lazyRouteComponent(() => import('./doubt-list-page.tsx'), 'DoubtListPage'),
  },
  {
    path: '/doubts/$doubt',
    permission: 'doubt.read',
    component: lazyRouteComponent(() => import('./doubt-page.tsx'), 'DoubtPage'),
  },
]
