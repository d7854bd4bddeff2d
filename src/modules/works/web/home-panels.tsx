import type { HomePanel } from '../../../web/kit/screen.ts'
import { WorksPanel } from './works-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'works',
    titleKey: 'works.panel',
    order: 50,
    permission: 'register.read',
    asks: 'installation.page',
    component: WorksPanel,
  },
]
