import type { HomePanel } from '../../../web/kit/screen.ts'
import { DossierPanel } from './dossier-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'dossier',
    titleKey: 'dossier.panel',
    order: 80,
    permission: 'register.read',
    asks: 'dossier.page',
    component: DossierPanel,
  },
]
