import { MobileOutlined, SwapOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/held',
    permission: 'held.read',
    menu: { group: 'work', order: 60, label: 'held.title', icon: <SwapOutlined /> },
    component: lazyRouteComponent(() => import('./held-list-page.tsx'), 'HeldListPage'),
  },
  {
    path: '/held/$held',
    permission: 'held.read',
    component: lazyRouteComponent(() => import('./held-page.tsx'), 'HeldPage'),
  },
  {
    path: '/handsets',
    permission: 'handset.revoke',
    menu: { group: 'settings', order: 30, label: 'handsets.all', icon: <MobileOutlined /> },
    component: lazyRouteComponent(() => import('./handsets-page.tsx'), 'HandsetsPage'),
  },
  {
    path: '/my-handsets',
    permission: 'handset.enrol',
    component: lazyRouteComponent(() => import('./handsets-page.tsx'), 'OwnHandsetsPage'),
  },
]
