import {
  AimOutlined,
  ReadOutlined,
  TeamOutlined,
  ToolOutlined,
  AuditOutlined,
  FileDoneOutlined,
  SolutionOutlined,
} from '@ant-design/icons'
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
  {
    path: '/samples',
    permission: 'sample.read',
    menu: { group: 'build', order: 40, label: 'samples.title', icon: <AimOutlined /> },
    component: lazyRouteComponent(() => import('./samples-page.tsx'), 'SamplesPage'),
  },
  {
    path: '/samples/$village',
    permission: 'sample.read',
    component: lazyRouteComponent(() => import('./sample-page.tsx'), 'SamplePage'),
  },
  {
    path: '/samples/frame/$draw',
    permission: 'sample.read',
    component: lazyRouteComponent(() => import('./frame-page.tsx'), 'FramePage'),
  },
  {
    path: '/findings',
    permission: 'register.read',
    menu: { group: 'build', order: 41, label: 'findings.title', icon: <ToolOutlined /> },
    component: lazyRouteComponent(() => import('./findings-page.tsx'), 'FindingsPage'),
  },
  {
    path: '/findings/$finding',
    permission: 'register.read',
    component: lazyRouteComponent(() => import('./finding-page.tsx'), 'FindingPage'),
  },
  {
    path: '/supervision',
    permission: 'schedule.read',
    menu: { group: 'site', order: 10, label: 'supervision.title', icon: <TeamOutlined /> },
    component: lazyRouteComponent(() => import('./supervision-page.tsx'), 'SupervisionPage'),
  },
  {
    path: '/supervision/logs',
    permission: 'schedule.read',
    menu: { group: 'site', order: 11, label: 'supervision.logs', icon: <ReadOutlined /> },
    component: lazyRouteComponent(() => import('./supervision-logs-page.tsx'), 'SupervisionLogsPage'),
  },
  {
    path: '/supervision/$village',
    permission: 'schedule.read',
    component: lazyRouteComponent(() => import('./supervision-village-page.tsx'), 'SupervisionVillagePage'),
  },
  {
    path: '/checks/town',
    permission: 'home.check-town',
    menu: { group: 'work', order: 55, label: 'act.home.check-town', icon: <SolutionOutlined /> },
    component: lazyRouteComponent(() => import('./checks-page.tsx'), 'TownChecksPage'),
  },
  {
    path: '/checks/county',
    permission: 'home.check-county',
    menu: { group: 'work', order: 56, label: 'act.home.check-county', icon: <SolutionOutlined /> },
    component: lazyRouteComponent(() => import('./checks-page.tsx'), 'CountyChecksPage'),
  },
  {
    path: '/checks/town/$home',
    permission: 'home.check-town',
    component: lazyRouteComponent(() => import('./check-page.tsx'), 'TownCheckPage'),
  },
  {
    path: '/checks/county/$home',
    permission: 'home.check-county',
    component: lazyRouteComponent(() => import('./check-page.tsx'), 'CountyCheckPage'),
  },
]
