import { AuditOutlined, FileDoneOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/inspections',
    permission: 'home.inspect',
    menu: { group: 'work', order: 40, label: 'inspections.title', icon: <AuditOutlined /> },
    component: lazyRouteComponent(() => import('./inspections-page.tsx'), 'InspectionsPage'),
  },
  {
    path: '/inspections/$home',
    permission: 'home.inspect',
    component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
  },
  {
    path: '/sign-offs/village',
    permission: 'home.sign-off-village',
    menu: { group: 'work', order: 50, label: 'act.home.sign-off-village', icon: <FileDoneOutlined /> },
    component: lazyRouteComponent(() => import('./sign-offs-page.tsx'), 'VillageSignOffsPage'),
  },
  {
    path: '/sign-offs/town',
    permission: 'home.sign-off-town',
    menu: { group: 'work', order: 51, label: 'act.home.sign-off-town', icon: <FileDoneOutlined /> },
    component: lazyRouteComponent(() => import('./sign-offs-page.tsx'), 'TownSignOffsPage'),
  },
]
