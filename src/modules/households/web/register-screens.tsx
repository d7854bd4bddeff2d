import { ImportOutlined, TableOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const registerScreens: readonly Screen[] = [
  {
    path: '/register',
    permission: 'register.read',
    menu: { group: 'register', order: 10, label: 'register.title', icon: <TableOutlined /> },
    component: lazyRouteComponent(() => import('./register-page.tsx'), 'RegisterPage'),
  },
  {
    path: '/register/new',
    permission: 'home.add',
    component: lazyRouteComponent(() => import('./add-home-page.tsx'), 'AddHomePage'),
  },
  {
    path: '/homes/$home',
    permission: 'register.read',
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  },
  {
    path: '/homes/$home/told',
    permission: 'selection.read',
    component: lazyRouteComponent(() => import('./told-page.tsx'), 'ToldPage'),
  },
  {
    path: '/imports',
    permission: 'register.import',
    menu: { group: 'register', order: 20, label: 'imports.title', icon: <ImportOutlined /> },
    component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
  },
]
