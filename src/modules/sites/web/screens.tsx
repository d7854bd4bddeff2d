import { FieldTimeOutlined, ProfileOutlined } from '@ant-design/icons'
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
    path: '/plans/$village',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  },
]
