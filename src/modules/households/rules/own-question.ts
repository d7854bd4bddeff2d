import type { Day } from '../../../kernel/dates/day.ts'
import type { Fact, FactSource, SaidFact, Trace, Value } from '../../../kernel/pack/condition.ts'
import type { Decision } from '../../../kernel/pack/decide.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { bindRules, factsOf } from '../../../kernel/pack/rules.ts'
import type { FactDefinition } from '../../../kernel/pack/schema.ts'
import type { Said } from '../../../kernel/words/words.ts'
import { screeningGroup } from './groups.ts'

/** Where a family goes, with what the county has entered of it. */
export interface PlaceToGo {
  id: string
  label: Said
  name: string | null
  telephone: string | null
}

/** Where a statement comes from, and of which day. Of a list its kind and date: its lines are the office's. */
export type Origin =
  | { from: 'list'; kind: string; asOf: Day }
  | { from: 'official' | 'application' | 'comparison' | 'town'; on: Day }
  | { from: 'record'; evidence: Said }
  | { from: 'nobody' }

/** A fact as the family reads it. */
export interface OwnFact {
  fact: string
  label: Said
  /** What is recorded now; null where that is not known. */
  now: Said | null
  why: 'unrecorded' | 'conflicting' | 'expired' | null
  /** Who says so; of a contradicted fact, who says what. */
  said: { says: Said; origin: Origin }[]
}

export interface OwnReason {
  rule: string
  label: Said
  refusal: Said
  clauses: readonly string[]
  facts: OwnFact[]
}

export interface ToDo {
  does: Said
  papers: Said[]
  places: PlaceToGo[]
}

export interface OwnQuestion {
  group: string
  label: Said
  answer: Answer
  day: Day
  clauses: string[]
  failed: OwnReason[]
  open: OwnReason[]
  met: OwnReason[]
  missing: (OwnFact & ToDo & { says: Said })[]
  /** What would bring a yes, or lose it: each found by asking the rules again. */
  ways: (OwnFact & ToDo & { says: Said; changeable: boolean })[][]
  /** The words of the clauses cited. */
  clauseTexts: Record<string, Said>
}

export interface Beside {
  place: (id: string) => PlaceToGo | undefined
  /** Where a fact that names no list comes from; of a contradicted one, who else than the application says it. */
  originOf: (name: string, fact: Fact, definition: FactDefinition, by?: SaidFact['by']) => Origin
  /** The day an official settled the fact; of one that is contradicted, put it in doubt. */
  doubtedOn?: (name: string) => Day | undefined
}

/** A decision in words a family understands, with nothing in it that is another family's. */
export function ownQuestion(
  pack: Pack,
  decision: Decision,
  { place, originOf, doubtedOn }: Beside,
): OwnQuestion {
  const { answer, day, group, facts } = decision
  const factOf = (name: string): OwnFact => {
    const definition = pack.facts[name]
    const fact = facts[name]
    const label = definition?.label ?? { zh: name, en: name }
    if (!definition || !fact) return { fact: name, label, now: null, why: 'unrecorded', said: [] }
    const origin = (value: Value, source?: FactSource, by?: SaidFact['by']) => ({
      says: sayFact(definition, value),
      origin: source ? listOf(source) : originOf(name, fact, definition, by),
    })
    const on = doubtedOn?.(name)
    const doubted = on && { says: inDoubt(definition), origin: { from: 'official', on } as const }
    if (fact.known)
      return {
        fact: name,
        label,
        now: sayFact(definition, fact.value),
        why: null,
        said: [origin(fact.value, fact.source)],
      }
    return {
      fact: name,
      label,
      now: null,
      why: fact.conflicting ? 'conflicting' : fact.expired ? 'expired' : 'unrecorded',
      said: [
        ...(fact.said ?? []).map(({ value, source, by }) => origin(value, source, by)),
        ...(fact.conflicting && doubted ? [doubted] : []),
      ],
    }
  }
  const toDo = (name: string): ToDo => {
    const { toHousehold, remedy, evidence = [], settledAt = [], onceFound } = pack.facts[name] ?? {}
    const found = facts[name]?.known === true ? onceFound : undefined
    return {
      does: found?.toHousehold ?? toHousehold ?? remedy ?? { zh: '', en: '' },
      papers: evidence.flatMap((id) => paperToBring(pack, id) ?? []),
      // A family that is sent to two places goes to neither.
      places: (found?.settledAt ?? settledAt).flatMap((id) => place(id) ?? []).slice(0, 1),
    }
  }
  const says = (name: string, value: Value): Said => {
    const definition = pack.facts[name]
    return definition ? sayFact(definition, value) : { zh: name, en: name }
  }
  const reasonsThat = (wanted: Answer): OwnReason[] =>
    decision.rules
      .filter((rule) => rule.answer === wanted)
      .flatMap(({ rule: id, clauses, trace }) => {
        const rule = pack.rules.find((one) => one.id === id)
        if (!rule) return []
        const names = [...new Set(decisiveIn(trace))]
        const { label, refusal } = rule
        // What nobody recorded and the rules presume tells a family nothing.
        const told = names.map(factOf).filter(({ fact }) => !isPresumed(facts[fact]))
        return [{ rule: id, label, refusal, clauses, facts: told }]
      })
  const [failed, open, met] = [reasonsThat('no'), reasonsThat('unknown'), reasonsThat('yes')]
  const deciding = answer === 'no' ? failed : answer === 'unknown' ? open : met
  const clauses = [...new Set(deciding.flatMap((reason) => reason.clauses))]
  const cited = new Set([...failed, ...open, ...met].flatMap((reason) => reason.clauses))
  return {
    group,
    label: pack.groups.find(({ id }) => id === group)?.label ?? { zh: group, en: group },
    answer,
    day,
    clauses,
    failed,
    open,
    met,
    missing: decision.missing.map(({ fact, hoped }) => ({
      ...factOf(fact),
      ...toDo(fact),
      says: says(fact, hoped),
    })),
    ways: decision.wouldChange.map(({ changes }) =>
      changes.map(({ fact, from, to }) => ({
        ...factOf(fact),
        ...toDo(fact),
        says: says(fact, to),
        now: from === null ? null : says(fact, from),
        changeable: pack.facts[fact]?.changeable ?? true,
      })),
    ),
    clauseTexts: Object.fromEntries(Object.entries(pack.clauses).filter(([id]) => cited.has(id))),
  }
}

/** The facts that make the answer of a rule: what beside them holds or is open is no reason for it. */
function decisiveIn(trace: Trace): string[] {
  if (trace.node === 'compare') return [trace.fact]
  if (trace.node === 'not') return decisiveIn(trace.of)
  return trace.of.filter(({ answer }) => answer === trace.answer).flatMap(decisiveIn)
}

/** What settles a fact may be a list of the office's own, which no family can bring. */
export function paperToBring(pack: Pack, id: string): Said | undefined {
  const paper = pack.evidence[id]
  return paper && !paper.keptByOffice ? { zh: paper.zh, en: paper.en } : undefined
}

/** Every paper a family can bring for what a heating application is screened by, in the pack's order. */
export function papersToBring(pack: Pack, day: Day): (Said & { id: string })[] {
  const asked = factsOf(bindRules(pack, screeningGroup('heating'), day))
  const settling = new Set(asked.flatMap((fact) => pack.facts[fact]?.evidence ?? []))
  return Object.keys(pack.evidence).flatMap((id) => {
    const paper = settling.has(id) ? paperToBring(pack, id) : undefined
    return paper ? [{ id, ...paper }] : []
  })
}

const isPresumed = (fact: Fact | undefined): boolean => fact?.known === true && fact.presumed === true

/** What an official says of a fact the evidence leaves open. */
const inDoubt = ({ label }: FactDefinition): Said => ({
  zh: `${label.zh}：存疑，待查`,
  en: `${label.en}: in doubt`,
})

const listOf = ({ kind, asOf }: FactSource): Origin => ({ from: 'list', kind, asOf })

function sayFact({ says, label, values }: FactDefinition, value: Value): Said {
  if (typeof value === 'boolean' && says) return value ? says.yes : says.no
  const shown =
    typeof value === 'boolean'
      ? value
        ? { zh: '是', en: 'yes' }
        : { zh: '否', en: 'no' }
      : (values?.[String(value)] ?? { zh: String(value), en: String(value) })
  return { zh: `${label.zh}：${shown.zh}`, en: `${label.en}: ${shown.en}` }
}
