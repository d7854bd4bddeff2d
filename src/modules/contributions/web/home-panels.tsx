import type { HomePanel } from '../../../web/kit/screen.ts'
import { ContributionPanel } from './contribution-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'contribution',
    titleKey: 'contribution.panel',
    order: 68,
    permission: 'contribution.read',
    asks: 'contribution.of-home',
    component: ContributionPanel,
  },
]
