import type { Day } from '../../../kernel/dates/day.ts'
import type { Fact, Operand, Value } from '../../../kernel/pack/condition.ts'
import type { ParameterInForce } from '../../../kernel/pack/pack.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { Speech } from '../language/use-words.ts'
import { yuanText } from '../quantities/money.ts'

/** The pack's words for what a decision speaks of; a whole pack will do. */
export interface Terms {
  facts: Readonly<
    Record<
      string,
      { label: Said; values?: Readonly<Record<string, Said>>; unit?: string; changeable?: boolean }
    >
  >
  evidence: Readonly<Record<string, Said>>
  rules: readonly { id: string; label: Said; refusal: Said }[]
  /** The days from which what no list says is known; without them it is said without a day. */
  days?: { application: Day; decision: Day; settled: Readonly<Record<string, Day>> }
  parameters: Readonly<Record<string, { label: Said; unit: string; status: 'plan' | 'assumed' }>>
}

export const factLabel = ({ pick }: Speech, terms: Terms, fact: string): string => {
  const label = terms.facts[fact]?.label
  return label ? pick(label) : fact
}

export function valueText(speech: Speech, terms: Terms, fact: string, value: Value): string {
  const { values, unit } = terms.facts[fact] ?? {}
  const said = typeof value === 'string' ? values?.[value] : undefined
  return said ? speech.pick(said) : plainText(speech, value, unit)
}

export function operandText(speech: Speech, terms: Terms, fact: string, operand: Operand): string {
  if (typeof operand !== 'object') return valueText(speech, terms, fact, operand)
  return operand.map((value) => valueText(speech, terms, fact, value)).join(speech.t('kit.list-comma'))
}

/** What is known of a fact: its value, and how it is known where that matters. */
export function knownText(speech: Speech, terms: Terms, fact: string, known: Fact | undefined): string {
  if (!known?.known) {
    const why = known?.conflicting ? 'conflicting' : known?.expired ? 'expired' : 'unrecorded'
    return speech.t(`kit.fact.${why}`)
  }
  const value = valueText(speech, terms, fact, known.value)
  return speech.t(known.presumed ? 'kit.fact.presumed' : 'kit.fact.known', { value })
}

export function parameterText(speech: Speech, { value, unit }: ParameterInForce): string {
  const each = typeof value === 'object' ? value : [value]
  return each.map((item) => plainText(speech, item, unit)).join(speech.t('kit.list-comma'))
}

function plainText({ t, find }: Speech, value: Value, unit: string | undefined): string {
  if (typeof value === 'boolean') return t(value ? 'kit.yes' : 'kit.no')
  if (typeof value === 'string' || unit === undefined) return String(value)
  if (unit === 'fen') return `¥${yuanText(value)}`
  if (unit.startsWith('fen/'))
    return `¥${yuanText(value)}/${find(`kit.unit.${unit.slice(4)}`) ?? unit.slice(4)}`
  if (unit === 'percent') return `${value}%`
  return `${value.toLocaleString('en-US')} ${find(`kit.unit.${unit}`, { count: value }) ?? unit}`
}
