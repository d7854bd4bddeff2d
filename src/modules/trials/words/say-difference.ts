import type { Operand } from '../../../kernel/pack/condition.ts'
import { unitWords } from '../../../kernel/pack/unit-words.ts'
import type { Measure, Unit } from '../../../kernel/pack/units.ts'
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

function valueText(value: Operand | null, unit: Unit, language: Language): string {
  if (value === null) return '–'
  return [value]
    .flat()
    .map((one) =>
      typeof one === 'number' ? amountText(one, unit, language) : (answers[String(one)]?.[language] ?? one),
    )
    .join('/')
}

function amountText(value: number, unit: Unit, language: Language): string {
  if (unit === 'percent') return `${value}%`
  const [money, per] = unit.startsWith('fen') ? ['fen', unit.slice(4)] : ['', unit]
  const said = per === '' ? '' : unitWords[per as Measure][language]
  return money ? `¥${(value / 100).toFixed(2)}${said && `/${said}`}` : `${value} ${said}`
}
