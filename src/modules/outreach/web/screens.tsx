import { SoundOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/outreach',
    permission: 'outreach.read',
    menu: { group: 'register', order: 5, label: 'outreach.title', icon: <SoundOutlined /> },
    component: lazyRouteComponent(() => import('./outreach-page.tsx'), 'OutreachPage'),
  },
  {
    path: '/outreach/$village',
    permission: 'outreach.read',
    component: lazyRouteComponent(() => import('./village-page.tsx'), 'VillageOutreachPage'),
  },
]
