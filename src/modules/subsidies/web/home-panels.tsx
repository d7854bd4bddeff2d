import type { HomePanel } from '../../../web/kit/screen.ts'
import { MoneyPanel } from './money-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'money',
    titleKey: 'money.panel',
    order: 70,
    permission: 'register.read',
    asks: 'money.of-home',
    component: MoneyPanel,
  },
]
