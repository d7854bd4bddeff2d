import {
  BankOutlined,
  CalendarOutlined,
  FireOutlined,
  HourglassOutlined,
  RollbackOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/seasons',
    permission: 'statement.read',
    menu: { group: 'money', order: 30, label: 'seasons.title', icon: <CalendarOutlined /> },
    component: lazyRouteComponent(() => import('./seasons-page.tsx'), 'SeasonsPage'),
  },
  {
    path: '/seasons/$season',
    permission: 'statement.read',
    component: lazyRouteComponent(() => import('./season-page.tsx'), 'SeasonPage'),
  },
  {
    path: '/seasons/$season/usage',
    permission: 'usage.import',
    component: lazyRouteComponent(() => import('./usage-page.tsx'), 'UsagePage'),
  },
  {
    path: '/seasons/$season/statements',
    permission: 'statement.read',
    component: lazyRouteComponent(() => import('./statements-page.tsx'), 'StatementsPage'),
  },
  {
    path: '/batches',
    permission: 'money.read',
    menu: { group: 'money', order: 40, label: 'batches.title', icon: <BankOutlined /> },
    component: lazyRouteComponent(() => import('./batches-page.tsx'), 'BatchesPage'),
  },
  {
    path: '/batches/$batch',
    permission: 'money.read',
    component: lazyRouteComponent(() => import('./batch-page.tsx'), 'BatchPage'),
  },
  {
    path: '/ageing',
    permission: 'money.read',
    menu: { group: 'money', order: 45, label: 'ageing.title', icon: <HourglassOutlined /> },
    component: lazyRouteComponent(() => import('./ageing-page.tsx'), 'AgeingPage'),
  },
  {
    path: '/ageing/homes',
    permission: 'money.read',
    component: lazyRouteComponent(() => import('./owed-page.tsx'), 'OwedPage'),
  },
  {
    path: '/advances',
    permission: 'claim.read',
    menu: { group: 'money', order: 46, label: 'advances.title', icon: <WalletOutlined /> },
    component: lazyRouteComponent(() => import('./advances-page.tsx'), 'AdvancesPage'),
  },
  {
    path: '/advances/homes',
    permission: 'claim.read',
    component: lazyRouteComponent(() => import('./advanced-homes-page.tsx'), 'AdvancedHomesPage'),
  },
  {
    path: '/coal-findings',
    permission: 'recovery.read',
    menu: { group: 'money', order: 48, label: 'coal-findings.title', icon: <FireOutlined /> },
    component: lazyRouteComponent(() => import('./findings-page.tsx'), 'FindingsPage'),
  },
  {
    path: '/coal-findings/$finding',
    permission: 'recovery.read',
    component: lazyRouteComponent(() => import('./finding-page.tsx'), 'FindingPage'),
  },
  {
    path: '/recoveries',
    permission: 'recovery.read',
    menu: { group: 'money', order: 50, label: 'recoveries.title', icon: <RollbackOutlined /> },
    component: lazyRouteComponent(() => import('./recoveries-page.tsx'), 'RecoveriesPage'),
  },
  {
    path: '/recoveries/$recovery',
    permission: 'recovery.read',
    component: lazyRouteComponent(() => import('./recovery-page.tsx'), 'RecoveryPage'),
  },
]
