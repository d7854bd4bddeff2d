import { CarryOutOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/contributions',
    permission: 'contribution.read',
    menu: { group: 'money', order: 25, label: 'contributions.title', icon: <CarryOutOutlined /> },
    component: lazyRouteComponent(() => import('./contributions-page.tsx'), 'ContributionsPage'),
  },
  {
    path: '/contributions/homes',
    permission: 'contribution.read',
    component: lazyRouteComponent(() => import('./homes-page.tsx'), 'ContributionHomesPage'),
  },
  {
    path: '/contributions/receipts',
    permission: 'contribution.read',
    component: lazyRouteComponent(() => import('./receipts-page.tsx'), 'ReceiptsPage'),
  },
  {
    path: '/contributions/receipts/$receipt',
    permission: 'contribution.read',
    component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
  },
  {
    path: '/contributions/slips',
    permission: 'contribution.read',
    component: lazyRouteComponent(() => import('./slips-page.tsx'), 'SlipsPage'),
  },
  {
    path: '/contributions/slips/$slip',
    permission: 'contribution.read',
    component: lazyRouteComponent(() => import('./slip-page.tsx'), 'SlipPage'),
  },
  {
    path: '/contributions/import/$account',
    permission: 'contribution.collect',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportReceiptsPage'),
  },
]
