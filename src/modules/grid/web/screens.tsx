import { HomeOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/visits',
    permission: 'visits.read',
    menu: { group: 'money', order: 35, label: 'visits.title', icon: <HomeOutlined /> },
    component: lazyRouteComponent(() => import('./visits-page.tsx'), 'VisitsPage'),
  },
  {
    path: '/visits/$visit',
    permission: 'visits.read',
    component: lazyRouteComponent(() => import('./visit-page.tsx'), 'VisitPage'),
  },
  {
    path: '/seasons/$season/readings',
    permission: 'statement.read',
    component: lazyRouteComponent(() => import('./readings-page.tsx'), 'ReadingsPage'),
  },
  {
    path: '/seasons/$season/readings/homes',
    permission: 'statement.read',
    component: lazyRouteComponent(() => import('./reading-homes-page.tsx'), 'ReadingHomesPage'),
  },
  {
    path: '/seasons/$season/readings/import',
    permission: 'readings.import',
    component: lazyRouteComponent(() => import('./import-readings-page.tsx'), 'ImportReadingsPage'),
  },
  {
    path: '/seasons/$season/analysis',
    permission: 'statement.read',
    component: lazyRouteComponent(() => import('./analysis-page.tsx'), 'AnalysisPage'),
  },
  {
    path: '/seasons/$season/analysis/homes',
    permission: 'statement.read',
    component: lazyRouteComponent(() => import('./analysed-homes-page.tsx'), 'AnalysedHomesPage'),
  },
  {
    path: '/seasons/$season/temperature/import',
    permission: 'temperature.import',
    component: lazyRouteComponent(() => import('./import-temperature-page.tsx'), 'ImportTemperaturePage'),
  },
]
