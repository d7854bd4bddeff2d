import type { Day } from '../../../kernel/dates/day.ts'
import {
  comparisonsOf,
  type Condition,
  isReference,
  type Operand,
  testOf,
} from '../../../kernel/pack/condition.ts'
import { hasParameter, isInForce, type Pack, parameter, rulesOfGroup } from '../../../kernel/pack/pack.ts'
import type { Rule } from '../../../kernel/pack/schema.ts'
import type { Unit } from '../../../kernel/pack/units.ts'
import type { Said } from '../../../kernel/words/words.ts'

/** What was done to a rule, as it counts on one day. */
export interface RuleDifference {
  rule: string
  label: Said
  clauses: readonly string[]
  /** In force in one of the two alone. */
  switched: 'on' | 'off' | null
  parameters: { name: string; label: Said; unit: Unit; from: Operand | null; to: Operand | null }[]
  /** The condition itself reads otherwise. */
  condition: boolean
  /** What a fact of it means was changed, such as what holds while nobody recorded it. */
  facts: string[]
}

/** The rules of a group that the two packs ask otherwise on a day; pure wording does not count. */
export function differencesOn(before: Pack, after: Pack, group: string, day: Day): RuleDifference[] {
  const [was, is] = [inForceOn(before, group, day), inForceOn(after, group, day)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): RuleDifference[] => {
    const [old, now] = [was.get(id), is.get(id)]
    const rule = now ?? old
    if (!rule) return []
    const { label, clauses } = rule
    const said = { rule: id, label, clauses, switched: null, parameters: [], condition: false, facts: [] }
    if (!old) return [{ ...said, switched: 'on' }]
    if (!now) return [{ ...said, switched: 'off' }]
    const difference: RuleDifference = {
      ...said,
      parameters: parametersChanged(before, after, day, old.when, now.when),
      condition: JSON.stringify(old.when) !== JSON.stringify(now.when),
      facts: factsOf(now.when).filter(
        (name) => JSON.stringify(meaningOf(before, name)) !== JSON.stringify(meaningOf(after, name)),
      ),
    }
    const { parameters, condition, facts } = difference
    return parameters.length > 0 || condition || facts.length > 0 ? [difference] : []
  })
}

/** The groups, other than those tried, of which the draft changes a rule or a value on that day. */
export const changedGroups = (before: Pack, after: Pack, tried: readonly string[], day: Day): Said[] =>
  after.groups
    .filter(({ id }) => !tried.includes(id) && differencesOn(before, after, id, day).length > 0)
    .map(({ label }) => label)

const inForceOn = (pack: Pack, group: string, day: Day): Map<string, Rule> =>
  new Map(
    rulesOfGroup(pack, group)
      .filter((rule) => isInForce(pack, rule, day))
      .map((rule) => [rule.id, rule]),
  )

const factsOf = (when: Condition): string[] => [
  ...new Set(comparisonsOf(when).map(({ comparison }) => comparison.fact)),
]

function meaningOf(pack: Pack, name: string) {
  const { type, unlessRecorded, expiresAfterDays } = pack.facts[name] ?? {}
  return { type, unlessRecorded, expiresAfterDays }
}

function parametersChanged(before: Pack, after: Pack, day: Day, was: Condition, is: Condition) {
  const names = [was, is].flatMap((when) =>
    comparisonsOf(when).flatMap(({ comparison }) => {
      const { against } = testOf(comparison)
      return isReference(against) ? [against.parameter] : []
    }),
  )
  return [...new Set(names)].flatMap((name) => {
    const [from, to] = [valueIn(before, name, day), valueIn(after, name, day)]
    const defined = after.parameters[name] ?? before.parameters[name]
    if (!defined || JSON.stringify(from) === JSON.stringify(to)) return []
    return [{ name, label: defined.label, unit: defined.unit, from, to }]
  })
}

const valueIn = (pack: Pack, name: string, day: Day): Operand | null =>
  hasParameter(pack, name, day) ? parameter(pack, name, day).value : null
