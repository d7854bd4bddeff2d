import { FolderOpenOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/dossiers',
    permission: 'register.read',
    menu: { group: 'build', order: 60, label: 'dossiers.title', icon: <FolderOpenOutlined /> },
    component: lazyRouteComponent(() => import('./villages-page.tsx'), 'DossierVillagesPage'),
  },
  {
    path: '/dossiers/homes',
    permission: 'register.read',
    component: lazyRouteComponent(() => import('./homes-page.tsx'), 'DossierHomesPage'),
  },
]
