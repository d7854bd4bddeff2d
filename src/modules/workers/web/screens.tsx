import { CalendarOutlined, IdcardOutlined, PayCircleOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/workers',
    permission: 'worker.read',
    menu: { group: 'site', order: 10, label: 'workers.title', icon: <IdcardOutlined /> },
    component: lazyRouteComponent(() => import('./workers-page.tsx'), 'WorkersPage'),
  },
  {
    path: '/workers/import',
    permission: 'worker.manage',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  },
  {
    path: '/workers/$worker',
    permission: 'worker.read',
    component: lazyRouteComponent(() => import('./worker-page.tsx'), 'WorkerPage'),
  },
  {
    path: '/attendance',
    permission: 'worker.read',
    menu: { group: 'site', order: 20, label: 'attendance.title', icon: <CalendarOutlined /> },
    component: lazyRouteComponent(() => import('./attendance-page.tsx'), 'AttendancePage'),
  },
  {
    path: '/wages',
    permission: 'wage.read',
    menu: { group: 'site', order: 30, label: 'wages.title', icon: <PayCircleOutlined /> },
    component: lazyRouteComponent(() => import('./wages-page.tsx'), 'WagesPage'),
  },
  {
    path: '/wages/$firm/$month',
    permission: 'wage.read',
    component: lazyRouteComponent(() => import('./wage-page.tsx'), 'WagePage'),
  },
]
