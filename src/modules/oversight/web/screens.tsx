import { DashboardOutlined, FileSearchOutlined, InboxOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

const ofLog = 'log.read'

export const screens: readonly Screen[] = [
  {
    path: '/',
    permission: 'overview.read',
    menu: { group: 'work', order: 1, label: 'overview.title', icon: <DashboardOutlined /> },
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  },
  {
    path: '/work',
    permission: 'policy.read',
    menu: { group: 'work', order: 2, label: 'work.title', icon: <InboxOutlined /> },
    component: lazyRouteComponent(() => import('./work-page.tsx'), 'WorkPage'),
  },
  {
    path: '/exceptions',
    permission: 'home.grant-exception',
    component: lazyRouteComponent(() => import('./exceptions-page.tsx'), 'ExceptionsPage'),
  },
  {
    path: '/log',
    permission: ofLog,
    menu: { group: 'audit', order: 1, label: 'log.tab.acts', icon: <FileSearchOutlined /> },
    component: lazyRouteComponent(() => import('./log-page.tsx'), 'LogPage'),
  },
  {
    path: '/log/acts/$act',
    permission: ofLog,
    component: lazyRouteComponent(() => import('./act-page.tsx'), 'ActPage'),
  },
  {
    path: '/log/checkpoints',
    permission: ofLog,
    component: lazyRouteComponent(() => import('./checkpoints-page.tsx'), 'CheckpointsPage'),
  },
  {
    path: '/log/verify',
    permission: ofLog,
    component: lazyRouteComponent(() => import('./verify-page.tsx'), 'VerifyPage'),
  },
]
