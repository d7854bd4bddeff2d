import { lazyRouteComponent } from '@tanstack/react-router'
import type { Screen } from '../../../web/kit/screen.ts'

const permission = 'policy.draft'

export const screens: readonly Screen[] = [
  {
    path: '/policy/drafts/$draft/try',
    permission,
    component: lazyRouteComponent(() => import('./trial-page.tsx'), 'TrialPage'),
  },
  {
    path: '/policy/drafts/$draft/homes',
    permission,
    component: lazyRouteComponent(() => import('./trial-homes-page.tsx'), 'TrialHomesPage'),
  },
]
