import { AccountBookOutlined, ReconciliationOutlined, WalletOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/funds',
    permission: 'money.read',
    menu: { group: 'money', order: 10, label: 'funds.title', icon: <WalletOutlined /> },
    component: lazyRouteComponent(() => import('./funds-page.tsx'), 'FundsPage'),
  },
  {
    path: '/funds/$fund',
    permission: 'money.read',
    component: lazyRouteComponent(() => import('./fund-page.tsx'), 'FundPage'),
  },
  {
    path: '/ledger',
    permission: 'money.read',
    menu: { group: 'money', order: 15, label: 'ledger.title', icon: <ReconciliationOutlined /> },
    component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
  },
  {
    path: '/ledger/$journal',
    permission: 'money.read',
    component: lazyRouteComponent(() => import('./journal-page.tsx'), 'JournalPage'),
  },
  {
    path: '/claims',
    permission: 'claim.read',
    menu: { group: 'money', order: 20, label: 'claims.title', icon: <AccountBookOutlined /> },
    component: lazyRouteComponent(() => import('./claims-page.tsx'), 'ClaimsPage'),
  },
  {
    path: '/claims/lots/$lot',
    permission: 'claim.read',
    component: lazyRouteComponent(() => import('./claim-preview-page.tsx'), 'ClaimPreviewPage'),
  },
  {
    path: '/claims/lots/$lot/account',
    permission: 'claim.read',
    component: lazyRouteComponent(() => import('./lot-account-page.tsx'), 'LotAccountPage'),
  },
  {
    path: '/claims/$claim',
    permission: 'claim.read',
    component: lazyRouteComponent(() => import('./claim-page.tsx'), 'ClaimPage'),
  },
]
