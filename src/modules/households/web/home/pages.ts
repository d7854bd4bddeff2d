import type { HomePage } from '../../../../web/home/pages.ts'
import { DecisionPage } from './decision-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { PapersPage } from './papers-page.tsx'
import { RoadPage } from './road-page.tsx'

/** The household's pages of this module; the first is where it arrives. */
export const ownPages: readonly HomePage[] = [
  { path: '', titleKey: 'own.page.road', component: RoadPage },
  { path: 'decision', titleKey: 'own.page.decision', component: DecisionPage },
  { path: 'notice', titleKey: 'own.page.notice', component: NoticePage },
  { path: 'papers', titleKey: 'own.page.papers', component: PapersPage },
]
