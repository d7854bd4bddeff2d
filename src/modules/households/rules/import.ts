import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'

export interface ImportToDecide {
  /** Undefined where the evidence holds no workbook that could be read; `problems` says why. */
  homes: number | undefined
  rows: number
  problems: readonly SheetProblem[]
  /** The import of the same file that stands, if there is one. */
  earlier: { on: Day; homes: number; fileName: string } | undefined
  /** The id is taken by another import. */
  taken: boolean
}

/** Errors stop an import whole: a list is entered as it is or not at all. Warnings do not. */
export function checkImport(facts: ImportToDecide): Refusal[] {
  const refusals: Refusal[] = []
  if (facts.taken) refusals.push(refuse('import.id-taken', []))
  if (facts.earlier) refusals.push(refuse('import.same-file', ['§3.1.3d', '§5.4'], { ...facts.earlier }))
  const errors = facts.problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first) {
    const { zh: why, en: whyEn } = first.words
    const where = { sheet: first.sheet ?? '', row: first.row ?? 0 }
    const code = first.row === undefined ? 'import.unreadable' : 'import.has-errors'
    refusals.push(refuse(code, ['§3.1.3d'], { errors: errors.length, ...where, why, whyEn }))
  } else if (facts.homes === 0) refusals.push(refuse('import.empty', ['§3.1.3d']))
  return refusals
}

export interface ImportToUndo {
  undone: boolean
  homes: number
  /** Acts that built on its homes, by kind, with how many homes each. */
  builtUpon: readonly { kind: string; homes: number }[]
}

/** An import can be undone while nothing has built on it: afterwards each home is corrected or withdrawn by itself. */
export function mayUndo(facts: ImportToUndo): Refusal[] {
  if (facts.undone) return [refuse('import.undone-already', ['§3.1.3d'])]
  return facts.builtUpon.map(({ kind, homes }) =>
    refuse('import.built-upon', ['§3.1.3d', '§5.4'], { kind, homes }),
  )
}
