import type { HomePage } from '../../../../web/home/pages.ts'
import { VisitPage } from './visit-page.tsx'

/** The household's page of this module. */
export const visitPages: readonly HomePage[] = [
  { path: 'visit', titleKey: 'own.appointment.short', component: VisitPage },
]
