import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { failedCases } from '../../../kernel/pack/cases.ts'
import type { Answer } from '../../../kernel/pack/kleene.ts'
import { isInForce, type Pack, rulesOfGroup } from '../../../kernel/pack/pack.ts'
import { conditionLines, valueOn } from '../rules.ts'

export interface CaseRun {
  index: number
  title: { zh: string; en: string }
  rule: string | null
  group: string | null
  day: string
  facts: { fact: string; value: boolean | number | string }[]
  expect: Answer
  /** What the rules answer today; null where the rule is not in force on the case's day. */
  answer: Answer | null
  asExpected: boolean
  missing: readonly string[]
}

/** Running all cases asks the rules some hundred times; a pack never changes, so once is enough. */
const runs = new WeakMap<Pack, CaseRun[]>()

function runCases(pack: Pack): CaseRun[] {
  const known = runs.get(pack)
  if (known) return known
  const failed = new Map(failedCases(pack).map((each) => [each.index, each]))
  const all = pack.cases.map((tried, index): CaseRun => {
    const other = failed.get(index)
    return {
      index,
      title: tried.title,
      rule: tried.rule ?? null,
      group: tried.group ?? null,
      day: tried.day ?? pack.validFrom,
      facts: Object.entries(tried.facts).map(([fact, value]) => ({ fact, value })),
      expect: tried.expect,
      answer: other ? (other.answer ?? null) : tried.expect,
      asExpected: other === undefined,
      missing: tried.missing ?? [],
    }
  })
  runs.set(pack, all)
  return all
}

const caseList = defineQuery({
  name: 'policy.cases',
  input: z.object({ rule: z.string().max(80).optional(), group: z.string().max(80).optional() }),
  permission: 'policy.read',
  run: async (_db, { rule, group }, { pack }) => {
    const all = runCases(pack)
    const rows = all.filter((tried) => (!rule || tried.rule === rule) && (!group || tried.group === group))
    return { rows, total: rows.length, failed: rows.filter(({ asExpected }) => !asExpected).length }
  },
})

const ruleList = defineQuery({
  name: 'policy.rules',
  input: z.object({}),
  permission: 'policy.read',
  run: async (_db, _input, { pack, today }) => {
    const cases = runCases(pack)
    return {
      groups: pack.groups.map((group) => ({
        ...group,
        rules: rulesOfGroup(pack, group.id).map((rule) => ({
          id: rule.id,
          label: rule.label,
          clauses: rule.clauses,
          refusal: rule.refusal,
          from: rule.from ?? pack.validFrom,
          until: rule.until ?? null,
          inForce: isInForce(pack, rule, today),
          lines: conditionLines(rule.when, (name) => {
            const parameter = pack.parameters[name]
            return parameter ? valueOn(parameter, today) : null
          }),
          cases: cases.filter((tried) => tried.rule === rule.id).length,
          failed: cases.filter((tried) => tried.rule === rule.id && !tried.asExpected).length,
        })),
      })),
    }
  },
})

export const ruleQueries = [caseList, ruleList] as const
