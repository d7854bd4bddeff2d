import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { amount, type Pack } from '../../../kernel/pack/pack.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'

export interface SourceToDecide {
  /** Undefined where the evidence holds no list that could be read; `problems` says why. */
  rows: number | undefined
  /** Rows with an error. */
  wrong: number
  /** Errors of the file or its header. */
  blocking: number
  problems: readonly SheetProblem[]
  /** The import of the same file that stands, if there is one. */
  earlier: { on: Day; rows: number; fileName: string } | undefined
  /** The id is taken by another import. */
  taken: boolean
  /** Whoever imports deals with lists of this kind. */
  isOwnKind: boolean
  whole: Wholeness
}

/** What tells whether a list is whole. */
export interface Wholeness {
  /** Lines that can be entered. */
  taken: number
  /** The lines in use now where this list would be, and their newest day; null where lists of a kind are added to each other. */
  standing: { lines: number; asOf: Day | null } | null
  /** The live applications of its area, and how many of them stand in it; null where absence says nothing. */
  coverage: { homes: number; found: number } | null
}

/** A list of a kind that is another office's to deliver. */
export const otherKind = (): Refusal[] => [refuse('source.other-kind', ['§3.1.3d'])]

/**
 * Errors stop an import whole, unless whoever imports says that the rows they stand in be left out. One that may be a part
 * refuses nobody before somebody says that it is whole.
 */
export function checkSource(
  facts: SourceToDecide,
  input: { asOf: Day; leaveOutErrors: boolean; isWhole: boolean },
  { today, pack }: { today: Day; pack: Pack },
): Refusal[] {
  if (!facts.isOwnKind) return otherKind()
  const refusals: Refusal[] = []
  if (facts.taken) refusals.push(refuse('source.id-taken', []))
  if (facts.earlier) refusals.push(refuse('source.same-file', ['§3.1.3d', '§5.4'], { ...facts.earlier }))
  if (input.asOf > today)
    refusals.push(refuse('source.of-the-future', ['§3.1.3d'], { day: input.asOf, today }))
  if (refusals.length > 0) return refusals
  const first = facts.problems.find(({ severity }) => severity === 'error')
  const said = {
    sheet: first?.sheet ?? '',
    row: first?.row ?? 0,
    why: first?.words.zh ?? '',
    whyEn: first?.words.en ?? '',
  }
  if (facts.blocking > 0) return [refuse('source.unreadable', ['§3.1.3d'], said)]
  if (facts.wrong > 0 && !input.leaveOutErrors)
    return [refuse('source.has-errors', ['§3.1.3d'], { errors: facts.wrong, ...said })]
  if (facts.rows === 0) return [refuse('source.empty', ['§3.1.3d'])]
  return input.isWhole ? [] : partial(facts.whole, input.asOf, leastCoverage(pack, today))
}

function partial(whole: Wholeness, asOf: Day, leastPercent: number): Refusal[] {
  const { hasFewer, lacksMost } = partOf(whole, asOf, leastPercent)
  const refusals: Refusal[] = []
  if (hasFewer && whole.standing)
    refusals.push(
      refuse('source.fewer-lines', ['§3.1.3d', '§4.4'], { taken: whole.taken, lines: whole.standing.lines }),
    )
  if (lacksMost && whole.coverage)
    refusals.push(refuse('source.lacks-most', ['§3.1.3d', '§4.4'], whole.coverage))
  return refusals
}

/** The share of the applications in its area, in percent, that a list names at least if nobody needs to be asked. */
export const leastCoverage = (pack: Pack, today: Day): number =>
  amount(pack, 'comparison.leastCoveragePercent', today)

/** Whether a list may be a part, so that whoever is not in it would be refused by it, and what makes it look so. */
export function partOf(
  { taken, standing, coverage }: Wholeness,
  asOf: Day | null,
  leastPercent: number,
): { hasFewer: boolean; lacksMost: boolean } {
  if (standing === null || taken === 0) return { hasFewer: false, lacksMost: false }
  const isNewer = isNewerThan(standing, asOf)
  // One that joins others of its day, or is older than they are, takes nobody out.
  const counts = standing.asOf === null || isNewer
  return {
    hasFewer: isNewer && taken < standing.lines,
    lacksMost: counts && coverage !== null && coverage.found * 100 < coverage.homes * leastPercent,
  }
}

export const isNewerThan = (standing: { asOf: Day | null } | null, asOf: Day | null): boolean =>
  asOf !== null && standing !== null && standing.asOf !== null && asOf > standing.asOf
