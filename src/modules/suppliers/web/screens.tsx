import { ApartmentOutlined, ToolOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/lots',
    permission: 'register.read',
    menu: { group: 'build', order: 20, label: 'lots.title', icon: <ApartmentOutlined /> },
    component: lazyRouteComponent(() => import('./lots-page.tsx'), 'LotsPage'),
  },
  {
    path: '/lots/$lot',
    permission: 'register.read',
    component: lazyRouteComponent(() => import('./lot-page.tsx'), 'LotPage'),
  },
  {
    path: '/models',
    permission: 'policy.read',
    menu: { group: 'build', order: 30, label: 'models.title', icon: <ToolOutlined /> },
    component: lazyRouteComponent(() => import('./models-page.tsx'), 'ModelsPage'),
  },
]
