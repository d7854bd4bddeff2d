import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import { centiM2 } from '../../works/rules/parts-entered.ts'
import type { Finding } from '../model.ts'

/** A measured part on record, as whoever stands in the home holds their own measure against it (§1.2, §3.3.4). */
export interface RecordedPart {
  part: string
  label: { zh: string; en: string }
  areaM2: number
  /** What the latest passed visit measured; null before it. */
  passedM2: number | null
}

interface SeenPart {
  part: string
  areaM2: number
}

const clauses = ['§1.2', '§3.3.4']

/**
 * Every part on record is measured once, and nothing else. A visit finds no more than the firm says it has built: that
 * would be paid without ever having been recorded. A sample only asks whether what was accepted is there.
 */
export function partGaps(
  recorded: readonly RecordedPart[],
  seen: readonly SeenPart[],
  { isSample }: { isSample: boolean },
): Refusal[] {
  const refusals: Refusal[] = []
  for (const { part, label, areaM2 } of recorded) {
    const named = { part: label.zh, partEn: label.en }
    const given = seen.filter((each) => each.part === part)
    const [measure] = given
    if (given.length !== 1 || !measure)
      refusals.push(refuse(given.length === 0 ? 'part.not-measured' : 'part.measured-twice', clauses, named))
    else if (!isSample && measure.areaM2 > areaM2)
      refusals.push(
        refuse('part.more-than-recorded', ['§4.2', '§3.3.4'], {
          ...named,
          area: measure.areaM2,
          recorded: areaM2,
        }),
      )
  }
  for (const { part } of seen)
    if (!recorded.some((each) => each.part === part))
      refusals.push(refuse('part.not-on-record', clauses, { part }))
  return refusals
}

const mostM2 = 10_000

/** What was measured of the parts on record, to the hundredth; one left blank or that no tape shows is missing. */
export const measuredParts = (
  parts: readonly string[],
  measures: Readonly<Record<string, number | null>>,
): SeenPart[] =>
  parts.flatMap((part) => {
    const measure = measures[part] ?? -1
    return measure < 0 || measure > mostM2 ? [] : [{ part, areaM2: centiM2(measure) / 100 }]
  })

/** By how many per cent a sample may measure less; by none under a pack that is older than measured parts. */
export const areaTolerance = (pack: Pack, day: Day): number =>
  hasParameter(pack, 'acceptance.areaTolerancePercent', day)
    ? amount(pack, 'acceptance.areaTolerancePercent', day)
    : 0

/**
 * What keeps a home of measured parts from passing: nothing on record, a part that is not there, and, of a sample, one
 * smaller than accepted beyond what two people with a tape may differ by.
 */
export function partFindings(
  recorded: readonly RecordedPart[],
  seen: readonly SeenPart[],
  tolerancePercent: number | undefined,
): Finding[] {
  if (recorded.length === 0) return [{ kind: 'no-part', of: '' }]
  return recorded.flatMap(({ part: of, passedM2 }): Finding[] => {
    const area = seen.find(({ part }) => part === of)?.areaM2
    if (area === undefined) return []
    if (tolerancePercent === undefined) return area === 0 ? [{ kind: 'part-not-done', of }] : []
    const least = ((passedM2 ?? 0) * (100 - tolerancePercent)) / 100
    if (area >= least) return []
    return [{ kind: area === 0 ? 'part-not-done' : 'part-short', of }]
  })
}
