import {
  ApartmentOutlined,
  ExperimentOutlined,
  ShopOutlined,
  StopOutlined,
  ToolOutlined,
} from '@ant-design/icons'
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
  {
    path: '/models/$model',
    permission: 'policy.read',
    component: lazyRouteComponent(() => import('./model-page.tsx'), 'ModelPage'),
  },
  {
    path: '/suppliers',
    permission: 'firm.read',
    menu: { group: 'build', order: 15, label: 'firms.title', icon: <ShopOutlined /> },
    component: lazyRouteComponent(() => import('./firms-page.tsx'), 'FirmsPage'),
  },
  {
    path: '/suppliers/$firm',
    permission: 'firm.read',
    component: lazyRouteComponent(() => import('./firm-page.tsx'), 'FirmPage'),
  },
  {
    path: '/negative-list',
    permission: 'firm.read',
    menu: { group: 'build', order: 16, label: 'bars.title', icon: <StopOutlined /> },
    component: lazyRouteComponent(() => import('./bars-page.tsx'), 'BarsPage'),
  },
  {
    path: '/samplings',
    permission: 'policy.read',
    menu: { group: 'build', order: 35, label: 'samplings.title', icon: <ExperimentOutlined /> },
    component: lazyRouteComponent(() => import('./samplings-page.tsx'), 'SamplingsPage'),
  },
  {
    path: '/samplings/$sampling',
    permission: 'policy.read',
    component: lazyRouteComponent(() => import('./sampling-page.tsx'), 'SamplingPage'),
  },
]
