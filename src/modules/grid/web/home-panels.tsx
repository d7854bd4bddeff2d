import type { HomePanel } from '../../../web/kit/screen.ts'
import { SeasonPanel } from './season-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'season',
    titleKey: 'season.panel',
    order: 72,
    permission: 'statement.read',
    asks: 'season.of-home',
    component: SeasonPanel,
  },
]
