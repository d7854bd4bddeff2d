import type { Operand } from '../../../kernel/pack/condition.ts'
import type { RuleDifference } from '../rules/differences.ts'

type Language = 'zh' | 'en'

const said = {
  on: { zh: '新启用', en: 'switched on' },
  off: { zh: '已停用', en: 'switched off' },
  condition: { zh: '条件已修改', en: 'its condition was changed' },
  facts: { zh: '所用事实的含义已修改', en: 'what its facts mean was changed' },
}
const between = { zh: '；', en: '; ' }
const answers: Record<string, Record<Language, string>> = {
  yes: { zh: '符合', en: 'yes' },
  no: { zh: '不符合', en: 'no' },
  unknown: { zh: '待核', en: 'unknown' },
}

/** What was done to a rule, in one sentence of either language. */
export function sayDifference(difference: RuleDifference, language: Language): string {
  const { switched, parameters, condition, facts } = difference
  return [
    ...(switched ? [said[switched][language]] : []),
    ...parameters.map(
      ({ label, unit, from, to }) =>
        `${label[language]} ${valueText(from, unit, language)} → ${valueText(to, unit, language)}`,
    ),
    ...(condition ? [said.condition[language]] : []),
    ...(facts.length > 0 ? [said.facts[language]] : []),
  ].join(between[language])
}

function valueText(value: Operand | null, unit: string, language: Language): string {
  if (value === null) return '–'
  const text = [value].flat().map(String).join('/')
  return unit === 'answer' ? (answers[text]?.[language] ?? text) : text
}
