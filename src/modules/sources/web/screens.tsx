import { DiffOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

export const screens: readonly Screen[] = [
  {
    path: '/sources',
    permission: 'source.read',
    menu: { group: 'register', order: 25, label: 'sources.title', icon: <DiffOutlined /> },
    component: lazyRouteComponent(() => import('./sources-page.tsx'), 'SourcesPage'),
  },
  {
    path: '/sources/import',
    permission: 'source.import',
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportSourcePage'),
  },
  {
    path: '/sources/$source',
    permission: 'source.read',
    component: lazyRouteComponent(() => import('./source-page.tsx'), 'SourcePage'),
  },
]
