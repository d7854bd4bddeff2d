import { BlockOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/duplicates',
    permission: 'selection.read',
    menu: { group: 'register', order: 30, label: 'pairs.title', icon: <BlockOutlined /> },
    component: lazyRouteComponent(() => import('./pairs-page.tsx'), 'PairsPage'),
  },
  {
    path: '/duplicates/papers',
    permission: 'selection.read',
    component: lazyRouteComponent(() => import('./pair-papers-page.tsx'), 'PairPapersPage'),
  },
  {
    path: '/duplicates/$first/$second',
    permission: 'selection.read',
    component: lazyRouteComponent(() => import('./pair-page.tsx'), 'PairPage'),
  },
]
