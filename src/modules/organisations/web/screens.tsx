import { ApartmentOutlined, EnvironmentOutlined, TeamOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/areas',
    permission: 'accounts.read',
    menu: { group: 'settings', order: 10, label: 'areas.title', icon: <EnvironmentOutlined /> },
    component: lazyRouteComponent(() => import('./areas-page.tsx'), 'AreasPage'),
  },
  {
    path: '/areas/enter',
    permission: 'village.register',
    component: lazyRouteComponent(() => import('./enter-areas-page.tsx'), 'EnterAreasPage'),
  },
  {
    path: '/organisations',
    permission: 'accounts.read',
    menu: { group: 'settings', order: 20, label: 'organisations.title', icon: <ApartmentOutlined /> },
    component: lazyRouteComponent(() => import('./organisations-page.tsx'), 'OrganisationsPage'),
  },
  {
    path: '/accounts',
    permission: 'accounts.read',
    menu: { group: 'settings', order: 30, label: 'accounts.title', icon: <TeamOutlined /> },
    component: lazyRouteComponent(() => import('./accounts-page.tsx'), 'AccountsPage'),
  },
  {
    path: '/accounts/$account',
    permission: 'accounts.read',
    component: lazyRouteComponent(() => import('./account-page.tsx'), 'AccountPage'),
  },
]
