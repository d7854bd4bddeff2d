import { BookOutlined } from '@ant-design/icons'
import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

const permission = 'policy.read'

export const screens: readonly Screen[] = [
  {
    path: '/policy',
    permission,
    menu: { group: 'policy', order: 1, label: 'policy.title', icon: <BookOutlined /> },
    component: lazyRouteComponent(() => import('./pack-page.tsx'), 'PackPage'),
  },
  {
    path: '/policy/clauses',
    permission,
    component: lazyRouteComponent(() => import('./clauses-page.tsx'), 'ClausesPage'),
  },
  {
    path: '/policy/parameters',
    permission,
    component: lazyRouteComponent(() => import('./parameters-page.tsx'), 'ParametersPage'),
  },
  {
    path: '/policy/rules',
    permission,
    component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
  },
  {
    path: '/policy/cases',
    permission,
    component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
  },
  {
    path: '/policy/plan',
    permission,
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  },
  {
    path: '/policy/drafts',
    permission: 'policy.draft',
    component: lazyRouteComponent(() => import('./drafts/drafts-page.tsx'), 'DraftsPage'),
  },
  {
    path: '/policy/drafts/$draft',
    permission: 'policy.draft',
    component: lazyRouteComponent(() => import('./drafts/draft-page.tsx'), 'DraftPage'),
  },
  {
    path: '/policy/checklists',
    permission,
    component: lazyRouteComponent(() => import('./checklists-page.tsx'), 'ChecklistsPage'),
  },
]
