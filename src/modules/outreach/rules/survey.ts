import type { Pack } from '../../../kernel/pack/pack.ts'
import { routeChoices } from '../../villages/rules.ts'

/** What a survey of wishes offers, by the pack's own names. */
export const surveyOf = (pack: Pack) => ({
  routes: routeChoices(pack).map((id) => ({
    id,
    label: pack.facts['village.route']?.values?.[id] ?? { zh: id, en: id },
  })),
  reasons: pack.outreach.reasons.map(({ id, label }) => ({ id, label })),
})
