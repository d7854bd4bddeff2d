import { OrderedListOutlined, SwapOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { HomePanel, Screen } from '../../../web/kit/screen.ts'
import { ChangePanel } from './change-panel.tsx'

const permission = 'register.read'

export const changeScreens: readonly Screen[] = [
  {
    path: '/changes',
    permission,
    menu: { group: 'register', order: 36, label: 'changes.title', icon: <SwapOutlined /> },
    component: lazyRouteComponent(() => import('./changes-page.tsx'), 'ChangesPage'),
  },
  {
    path: '/changes/$change',
    permission,
    component: lazyRouteComponent(() => import('./change-page.tsx'), 'ChangePage'),
  },
  {
    path: '/waiting',
    permission: 'selection.read',
    menu: { group: 'register', order: 37, label: 'waiting.title', icon: <OrderedListOutlined /> },
    component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
  },
]

export const changePanels: readonly HomePanel[] = [
  {
    key: 'changes',
    titleKey: 'change.panel',
    order: 35,
    permission,
    asks: 'home.changes',
    component: ChangePanel,
  },
]
