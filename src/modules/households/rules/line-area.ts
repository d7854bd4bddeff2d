import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { lineOfWork, type Pack } from '../../../kernel/pack/pack.ts'
import type { HomeFields, Line } from '../model/fields.ts'
import { sayRowProblem } from '../words/row-problems.ts'
import type { RowProblem } from './row.ts'

/** A home as far as it says which line of work it counts for. */
export interface OfLine {
  line: Line
  areaKind: 'urban' | 'rural'
}

type Areas = Pick<Partial<HomeFields>, 'buildingAreaM2'>

/** What a home adds to its line of work, in the unit the pack counts it in; null where it is not known (§1.2). */
export function quantityOf(pack: Pack, home: OfLine, { buildingAreaM2 }: Areas) {
  const of = lineOfWork(pack, home)
  if (!of) return null
  const { label, unit, unitLabel } = of
  return { label, unitLabel, amount: unit === 'm2' ? (buildingAreaM2 ?? null) : 1 }
}

/**
 * What is wrong with the area of a home whose line is counted in it. Left blank it stops nothing, since it may be
 * measured later; what no home can have is a slip of figure or unit, and would be counted against the target.
 */
export function lineAreaProblem(
  pack: Pack,
  home: OfLine,
  { buildingAreaM2: area }: Areas,
): RowProblem | undefined {
  const of = lineOfWork(pack, home)
  if (of?.unit !== 'm2') return undefined
  const { label, unitLabel, each } = of
  const named = { line: label.zh, lineEn: label.en, unit: unitLabel.zh, unitEn: unitLabel.en }
  const column = 'buildingAreaM2'
  if (area === undefined) return { column, severity: 'warning', code: 'line-area-blank', values: named }
  if (!each || (area >= each.least && area <= each.most)) return undefined
  return { column, severity: 'error', code: 'line-area-implausible', values: { ...named, ...each, area } }
}

/** The same at the door. */
export function mayHaveArea(pack: Pack, home: OfLine, fields: Areas): Refusal[] {
  const problem = lineAreaProblem(pack, home, fields)
  if (problem?.severity !== 'error') return []
  const { zh: why, en: whyEn } = sayRowProblem(problem)
  return [refuse('home.field-wrong', ['§1.2'], { field: 'buildingAreaM2', why, whyEn })]
}
