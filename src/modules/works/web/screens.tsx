import { BuildOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/installations',
    permission: 'home.install',
    menu: { group: 'work', order: 30, label: 'works.title', icon: <BuildOutlined /> },
    component: lazyRouteComponent(() => import('./installations-page.tsx'), 'InstallationsPage'),
  },
  {
    path: '/crewless',
    permission: 'home.install',
    component: lazyRouteComponent(() => import('./crewless-page.tsx'), 'CrewlessPage'),
  },
  {
    path: '/installations/$home',
    permission: 'home.install',
    component: lazyRouteComponent(() => import('./installation-page.tsx'), 'InstallationPage'),
  },
]
