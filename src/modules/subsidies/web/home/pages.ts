import type { HomePage } from '../../../../web/home/pages.ts'
import { MoneyPage } from './money-page.tsx'

/** The household's page of this module. */
export const moneyPages: readonly HomePage[] = [
  { path: 'money', titleKey: 'own.page.money', component: MoneyPage },
]
