import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { drawnFrom } from '../../acceptance/rules/draw.ts'
import type { Found } from '../model.ts'
import type { VisitWay } from './suspicion.ts'

/** The pack's share of a list that is drawn by lot. */
export const byLotName = 'visits.byLotPercent'

/**
 * Whom to visit: a share by lot among all homes, so that what is found says how the evidence does everywhere, the others
 * by score. The same seed and homes give the same list, whoever draws it again; it is in the order of the homes, which
 * says of none how it came onto it.
 */
export function listOfVisits(
  homes: readonly { home: string; score: number }[],
  count: number,
  byLotPercent: number,
  seed: string,
): { home: string; way: VisitWay }[] {
  const size = Math.min(count, homes.length)
  const lots = new Set(
    drawnFrom(
      seed,
      homes.map(({ home }) => home),
      Math.ceil((size * byLotPercent) / 100),
    ),
  )
  const ranked = homes
    .filter(({ home }) => !lots.has(home))
    .sort((a, b) => b.score - a.score || (a.home < b.home ? -1 : 1))
    .slice(0, size - lots.size)
  return [
    ...[...lots].map((home) => ({ home, way: 'random' as const })),
    ...ranked.map(({ home }) => ({ home, way: 'score' as const })),
  ].sort((a, b) => (a.home < b.home ? -1 : 1))
}

export const mayDrawVisits = (facts: { analysed: boolean; open: number }): Refusal[] => {
  if (!facts.analysed) return [refuse('visits.not-analysed', ['§4.3'])]
  return facts.open > 0 ? [] : [refuse('visits.nobody-left', ['§4.3'])]
}

/** Nobody was met: somebody goes again. Anything else is settled. */
export const isOpen = (found: Found | null): boolean => found === null || found === 'not-met'

export const mayRecordVisit = ({ found }: { found: Found | null }): Refusal[] =>
  isOpen(found) ? [] : [refuse('visits.recorded-already', ['§4.3'])]

export const checkVisit = (
  { drawnOn }: { drawnOn: Day },
  { visitedOn }: { visitedOn: Day },
  today: Day,
): Refusal[] => [
  ...(visitedOn > today ? [refuse('visits.in-future', ['§4.3'], { visitedOn })] : []),
  ...(visitedOn < drawnOn ? [refuse('visits.before-draw', ['§4.3'], { visitedOn, drawnOn })] : []),
]

/** What a visit teaches of coal; undefined where it teaches nothing. */
export const isCoalFound = (found: Found): boolean | undefined =>
  found === 'not-met' ? undefined : found === 'coal'
