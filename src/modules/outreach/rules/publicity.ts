import type { z } from 'zod'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { RecordPublicity } from '../model.ts'

const clauses = ['§3.1.3a']

export interface VillageToTell {
  code: string
  /** Of the homes named, those that are this village's and have not left. */
  ownHomes: readonly string[]
}

export function checkPublicity(
  { ownHomes }: VillageToTell,
  { activity, heldOn, families, reached, homes = [] }: z.output<typeof RecordPublicity>,
  pack: Pack,
  today: Day,
): Refusal[] {
  const kind = pack.outreach.activities.find(({ id }) => id === activity)
  const named = new Set(homes)
  const strange = [...named].filter((home) => !ownHomes.includes(home)).length
  return [
    ...(kind ? [] : [refuse('publicity.kind-unknown', clauses, { activity })]),
    ...(heldOn > today ? [refuse('day.in-future', clauses, { day: heldOn })] : []),
    ...(kind?.reach === 'homes' && named.size === 0 ? [refuse('publicity.homes-missing', clauses)] : []),
    ...(kind?.reach === 'count' && reached === undefined && named.size === 0
      ? [refuse('publicity.reached-missing', clauses)]
      : []),
    ...(Math.max(reached ?? 0, named.size) > families
      ? [
          refuse('publicity.more-than-families', clauses, {
            reached: Math.max(reached ?? 0, named.size),
            families,
          }),
        ]
      : []),
    ...(strange > 0 ? [refuse('publicity.not-of-village', clauses, { count: strange })] : []),
  ]
}

export const mayStrike = ({ struckOn }: { struckOn: Day | null }): Refusal[] =>
  struckOn === null ? [] : [refuse('publicity.struck', clauses, { day: struckOn })]
