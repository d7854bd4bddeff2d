import { EnvironmentOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/villages',
    permission: 'register.read',
    menu: { group: 'build', order: 10, label: 'villages.title', icon: <EnvironmentOutlined /> },
    component: lazyRouteComponent(() => import('./villages-page.tsx'), 'VillagesPage'),
  },
  {
    path: '/villages/$village',
    permission: 'register.read',
    component: lazyRouteComponent(() => import('./village-page.tsx'), 'VillagePage'),
  },
]
