import { BankOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/premises',
    permission: 'premises.read',
    menu: { group: 'site', order: 70, label: 'premises.title', icon: <BankOutlined /> },
    component: lazyRouteComponent(() => import('./premises-list-page.tsx'), 'PremisesListPage'),
  },
  {
    path: '/premises/$premises',
    permission: 'premises.read',
    component: lazyRouteComponent(() => import('./premises-page.tsx'), 'PremisesPage'),
  },
]
