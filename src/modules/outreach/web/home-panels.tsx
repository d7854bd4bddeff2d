import type { HomePanel } from '../../../web/kit/screen.ts'
import { WishesPanel } from './wishes-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'wishes',
    titleKey: 'wishes.title',
    order: 12,
    permission: 'outreach.read',
    asks: 'home.wishes',
    component: WishesPanel,
  },
]
