import { MoneyAfterChange } from '../../modules/subsidies/web/money-after-change.tsx'
import type { ChangePart } from '../kit/screen.ts'

/** What later modules tell of a change of a home; the households module draws them without knowing whose they are. */
export const changeParts: readonly ChangePart[] = [{ key: 'money', component: MoneyAfterChange }]
