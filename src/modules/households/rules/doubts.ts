import type { Day } from '../../../kernel/dates/day.ts'
import { readBankCard } from '../../../kernel/standards/bank-card.ts'
import { readIdNumber } from '../../../kernel/standards/id-number.ts'
import type { HomeField } from '../model/fields.ts'

export interface FieldDoubt {
  field: 'sex' | 'bankCard'
  code: 'sex-differs' | 'ends-in-zeros' | 'card.fails-luhn'
}

/**
 * What stands in an application, is no mistake for certain, and asks for a look wherever it comes from: a list, a form, a
 * correction. Numbers that are masked are not doubted.
 */
export function doubtsOf(fields: Partial<Record<HomeField, unknown>>, today: Day): FieldDoubt[] {
  const doubts: FieldDoubt[] = []
  const idNumber = readIdNumber(textOf(fields.idNumber), today)
  const stated = fields.sex
  if (idNumber.ok && (stated === 'male' || stated === 'female') && stated !== idNumber.sex)
    doubts.push({ field: 'sex', code: 'sex-differs' })
  const card = readBankCard(textOf(fields.bankCard))
  if (card.ok && looksRounded(card.card)) doubts.push({ field: 'bankCard', code: 'ends-in-zeros' })
  else if (card.ok && !card.passesLuhn) doubts.push({ field: 'bankCard', code: 'card.fails-luhn' })
  return doubts
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/**
 * Whether nothing but zeros follows the digits that a spreadsheet may have kept of a number: six where it once showed
 * 3.70123E+12 and that was read again, fifteen of any longer one. A number cell of 3.7E+12 comes here as 3700000000000.
 */
export function looksRounded(digits: string): boolean {
  const zeros = digits.length - digits.replace(/0+$/, '').length
  return zeros >= Math.max(3, digits.length - (digits.length > 15 ? 15 : 6))
}
