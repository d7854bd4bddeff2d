import type { HomePanel } from '../../../web/kit/screen.ts'
import { AcceptancePanel } from './acceptance-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'acceptance',
    titleKey: 'acceptance.panel',
    order: 60,
    permission: 'register.read',
    asks: 'acceptance.page',
    component: AcceptancePanel,
  },
]
