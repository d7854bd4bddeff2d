import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { isInForce, rulesOfGroup } from '../../../kernel/pack/pack.ts'
import { runCases } from '../case-runs.ts'
import { conditionLines, valueOn } from '../rules.ts'

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
