import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
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
}

/** A list of a kind that is another office's to deliver. */
export const otherKind = (): Refusal[] => [refuse('source.other-kind', ['§3.1.3d'])]

/** Errors stop an import whole, unless whoever imports says that the rows they stand in be left out. */
export function checkSource(
  facts: SourceToDecide,
  input: { asOf: Day; leaveOutErrors: boolean },
  today: Day,
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
  return facts.rows === 0 ? [refuse('source.empty', ['§3.1.3d'])] : []
}

/** Fewer than half of those who applied stand in the list: nobody is refused by it before somebody says that it is whole. */
export const looksPartial = ({ homes, found }: { homes: number; found: number }): boolean => found * 2 < homes
