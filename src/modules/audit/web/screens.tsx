import { AuditOutlined, EyeOutlined, ExperimentOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

const permission = 'audit.read'

export const screens: readonly Screen[] = [
  {
    path: '/audit',
    permission,
    menu: { group: 'audit', order: 2, label: 'audit.title', icon: <AuditOutlined /> },
    component: lazyRouteComponent(() => import('./checks-page.tsx'), 'ChecksPage'),
  },
  {
    path: '/audit/checks/$check',
    permission,
    component: lazyRouteComponent(() => import('./check-page.tsx'), 'CheckPage'),
  },
  {
    path: '/audit-samples',
    permission,
    menu: { group: 'audit', order: 3, label: 'audit.samples', icon: <ExperimentOutlined /> },
    component: lazyRouteComponent(() => import('./samples-page.tsx'), 'SamplesPage'),
  },
  {
    path: '/audit-samples/$sample',
    permission,
    component: lazyRouteComponent(() => import('./sample-page.tsx'), 'SamplePage'),
  },
  {
    path: '/audit-looks',
    permission: 'audit.read-looks',
    menu: { group: 'audit', order: 4, label: 'audit.looks', icon: <EyeOutlined /> },
    component: lazyRouteComponent(() => import('./looks-page.tsx'), 'LooksPage'),
  },
]
