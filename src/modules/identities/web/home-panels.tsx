import type { HomePanel } from '../../../web/kit/screen.ts'
import { HomePairsPanel } from './home-pairs-panel.tsx'

/** What comparison found about the home. */
export const homePanels: readonly HomePanel[] = [
  {
    key: 'pairs',
    titleKey: 'home-pairs.title',
    order: 25,
    permission: 'selection.read',
    asks: 'home.pairs',
    component: HomePairsPanel,
  },
]
