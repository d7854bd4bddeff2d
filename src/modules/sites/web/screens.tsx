import {
  AlertOutlined,
  CustomerServiceOutlined,
  SafetyOutlined,
  FieldTimeOutlined,
  FileTextOutlined,
  ProfileOutlined,
} from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/schedule',
    permission: 'schedule.read',
    menu: { group: 'site', order: 1, label: 'schedule.title', icon: <FieldTimeOutlined /> },
    component: lazyRouteComponent(() => import('./schedules-page.tsx'), 'SchedulesPage'),
  },
  {
    path: '/schedule/$lot',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./schedule-page.tsx'), 'SchedulePage'),
  },
  {
    path: '/plans',
    permission: 'schedule.read',
    menu: { group: 'site', order: 2, label: 'plans.title', icon: <ProfileOutlined /> },
    component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
  },
  {
    path: '/reports',
    permission: 'schedule.read',
    menu: { group: 'site', order: 3, label: 'reports.title', icon: <FileTextOutlined /> },
    component: lazyRouteComponent(() => import('./reports-page.tsx'), 'ReportsPage'),
  },
  {
    path: '/matters',
    permission: 'schedule.read',
    menu: { group: 'site', order: 4, label: 'matters.title', icon: <AlertOutlined /> },
    component: lazyRouteComponent(() => import('./matters-page.tsx'), 'MattersPage'),
  },
  {
    path: '/matters/$kind/$id',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./matter-page.tsx'), 'MatterPage'),
  },
  {
    path: '/safety',
    permission: 'schedule.read',
    menu: { group: 'site', order: 5, label: 'safety.title', icon: <SafetyOutlined /> },
    component: lazyRouteComponent(() => import('./safety-page.tsx'), 'SafetyPage'),
  },
  {
    path: '/after-sales',
    permission: 'schedule.read',
    menu: { group: 'site', order: 60, label: 'after-sales.title', icon: <CustomerServiceOutlined /> },
    component: lazyRouteComponent(() => import('./after-sales-page.tsx'), 'AfterSalesPage'),
  },
  {
    path: '/safety/villages',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./safety-villages-page.tsx'), 'SafetyVillagesPage'),
  },
  {
    path: '/safety/villages/$village',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./safety-village-page.tsx'), 'SafetyVillagePage'),
  },
  {
    path: '/safety/patrols',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./patrols-page.tsx'), 'PatrolsPage'),
  },
  {
    path: '/safety/patrols/$patrol',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./patrol-page.tsx'), 'PatrolPage'),
  },
  {
    path: '/plans/$village',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  },
]
