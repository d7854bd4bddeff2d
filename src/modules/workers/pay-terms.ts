import type { Day } from '../../kernel/dates/day.ts'
import { amount, type Pack } from '../../kernel/pack/pack.ts'
import type { PayTerms } from './rules/wages.ts'

export const payTerms = (pack: Pack, today: Day): PayTerms => ({
  dueDay: amount(pack, 'wages.dueDay', today),
  escalateDays: amount(pack, 'wages.escalateDays', today),
})
