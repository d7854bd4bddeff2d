import type { Day } from '../dates/day.ts'
import { lastDayOf, yearsWithoutHolidays } from '../dates/period.ts'
import type { Said } from '../words/words.ts'
import type { Operand } from './condition.ts'
import type {
  AccessStandard,
  Calendar,
  ChangeTerms,
  DossierPaper,
  Checklist,
  FactCatalogue,
  Milestone,
  Outreach,
  PackCase,
  PackHeader,
  Parameter,
  Rule,
  RuleBook,
  SignedPaper,
  Subsidy,
  Targets,
} from './schema.ts'

/** A county's policy for a year as plain data: what is asked, until when, by which clause. It travels as JSON. */
export interface Pack extends PackHeader, FactCatalogue, RuleBook, Targets {
  /** SHA-256, hex, of the canonical content of all files; comments and layout do not count. */
  digest: string
  parameters: Record<string, Parameter>
  milestones: Milestone[]
  checklists: Checklist[]
  /** Public holidays, for periods in working days. */
  calendar: Calendar
  /** What may change in the locked register, and what each kind of change asks for. */
  changes: ChangeTerms[]
  /** What a firm or a model has to answer to be admitted, and why one is put on the negative list. */
  access: AccessStandard
  /** The papers of a home's dossier, in the order of the folder. */
  dossier: DossierPaper[]
  /** What a household signs. */
  papers: SignedPaper[]
  /** How villages are told, what a survey of wishes asks. */
  outreach: Outreach
  /** How subsidies are reckoned; of packs from before there was such a file none (see `subsidiesOf`). */
  subsidies: Subsidy[]
  /** A note in our own words for every clause id. */
  clauses: Record<string, Said>
  cases: PackCase[]
}

/** A parameter as a decision keeps it: the value, since when, and whether the plan says so. */
export interface ParameterInForce {
  name: string
  value: Operand
  unit: string
  from: Day
  status: 'plan' | 'assumed'
  clauses: readonly string[]
}

/** Whether a parameter has a value on a day. */
export const hasParameter = (pack: Pack, name: string, day: Day): boolean =>
  pack.parameters[name]?.values.some(({ from }) => from <= day) ?? false

/** The value in force on a day. Throws where the pack has no such parameter or no value yet on that day. */
export function parameter(pack: Pack, name: string, day: Day): ParameterInForce {
  const found = pack.parameters[name]
  if (!found) throw new Error(`Pack ${pack.id} has no parameter '${name}'.`)
  const inForce = found.values.findLast((dated) => dated.from <= day)
  if (!inForce) {
    const first = found.values[0]?.from ?? '–'
    throw new Error(
      `Parameter '${name}' of pack ${pack.id} has no value on ${day}; the first is of ${first}.`,
    )
  }
  const { unit, status, clauses } = found
  return { name, value: inForce.value, unit, from: inForce.from, status, clauses }
}

/** A parameter that is a number, in its unit: fen, kWh, percent, days. Throws where it is anything else. */
export function amount(pack: Pack, name: string, day: Day): number {
  const { value } = parameter(pack, name, day)
  if (typeof value !== 'number') throw new Error(`Parameter '${name}' of pack ${pack.id} is not a number.`)
  return value
}

/** A period of the pack that begins on a day: its last day, as the parameter counts it. */
export interface Period {
  days: number
  counted: 'calendar' | 'working'
  lastDay: Day
  /** Years among its days whose public holidays nobody entered; only where working days are counted. */
  uncoveredYears: number[]
}

/** A period in days that begins on `from`; `ruledOn` is the day whose value of the parameter counts. */
export function periodOf(pack: Pack, name: string, from: Day, ruledOn = from): Period {
  const days = amount(pack, name, ruledOn)
  const counted = pack.parameters[name]?.days ?? 'calendar'
  const lastDay = lastDayOf(from, days, counted, pack.calendar)
  const uncoveredYears = counted === 'working' ? yearsWithoutHolidays(from, lastDay, pack.calendar) : []
  return { days, counted, lastDay, uncoveredYears }
}

/** Years of the pack's own course whose public holidays are missing although it counts working days. */
export function yearsWithoutCalendar(pack: Pack): number[] {
  const countsWorkingDays = Object.values(pack.parameters).some(({ days }) => days === 'working')
  return countsWorkingDays ? yearsWithoutHolidays(pack.validFrom, pack.season.end.day, pack.calendar) : []
}

/** The day a milestone falls on, also where the pack counts it from the season. */
export function milestoneDay(pack: Pack, milestone: Milestone): Day {
  if (milestone.day) return milestone.day
  if (!milestone.after) throw new Error(`Milestone '${milestone.id}' of pack ${pack.id} has no day.`)
  const from = pack.season[milestone.after.season].day
  return periodOf(pack, milestone.after.days, from).lastDay
}

/** The pack may keep a line of work as one target, or apart by kind of area because their units differ. */
export function targetOf(
  pack: Pack,
  line: string,
  areaKind: 'urban' | 'rural',
): Pack['targets'][number] | undefined {
  return pack.targets.find(
    (target) => target.areaType === areaKind && [line, `${line}-${areaKind}`].includes(target.line),
  )
}

export type LineOfWork = Pack['lines'][number]
export type MeasuredWorks = NonNullable<LineOfWork['measured']>

/** The line of work a home counts for, with its unit: what is one line to whoever applies may be two to the plan (§1.2). */
export function lineOfWork(
  pack: Pack,
  { line, areaKind }: { line: string; areaKind: 'urban' | 'rural' },
): LineOfWork | undefined {
  const target = targetOf(pack, line, areaKind)
  return pack.lines.find(({ id }) => id === target?.line)
}

/** How a home is built where it is not by machines but by parts measured in m² (§1.2); undefined where it is by machines. */
export const measuredWorks = (
  pack: Pack,
  home: { line: string; areaKind: 'urban' | 'rural' },
): MeasuredWorks | undefined => lineOfWork(pack, home)?.measured

/** The rules of a group in the order of their bits: a rule's place in the group, in force or not. */
export const rulesOfGroup = (pack: Pack, group: string): Rule[] =>
  pack.rules.filter((rule) => rule.groups.includes(group))

export const isInForce = (pack: Pack, rule: Rule, day: Day): boolean =>
  (rule.from ?? pack.validFrom) <= day && (rule.until === undefined || day <= rule.until)

/** What the pack says about each clause: the ids of everything that cites it, such as `rule:commitment-signed`. */
export function clausesCited(pack: Pack): Record<string, string[]> {
  const cited: Record<string, string[]> = Object.fromEntries(Object.keys(pack.clauses).map((id) => [id, []]))
  const cite = (kind: string, id: string, clauses: readonly string[]) => {
    for (const clause of clauses) (cited[clause] ??= []).push(`${kind}:${id}`)
  }
  for (const end of ['start', 'end'] as const) cite('season', end, pack.season[end].clauses)
  for (const [name, { clauses }] of Object.entries(pack.parameters)) cite('parameter', name, clauses)
  for (const [name, { clauses }] of Object.entries(pack.facts)) cite('fact', name, clauses)
  for (const { id, clauses } of pack.rules) cite('rule', id, clauses)
  for (const { id, clauses } of pack.milestones) cite('milestone', id, clauses)
  for (const { id, clauses } of pack.targets) cite('target', id, clauses)
  for (const { id, clauses } of pack.changes) cite('change', id, clauses)
  for (const { id, clauses } of pack.access.papers) cite('access', id, clauses)
  for (const { id, clauses } of pack.access.reasons) cite('access', id, clauses)
  for (const { id, clauses } of pack.dossier) cite('dossier', id, clauses)
  for (const { id, clauses } of pack.papers) cite('paper', id, clauses)
  for (const { id, clauses } of [...pack.outreach.activities, ...pack.outreach.reasons])
    cite('outreach', id, clauses)
  for (const { id, clauses } of pack.subsidies) cite('subsidy', id, clauses)
  for (const { id, clauses, items } of pack.checklists) {
    cite('checklist', id, clauses)
    for (const item of items) cite('checklist', `${id}.${item.id}`, item.clauses)
  }
  return cited
}
