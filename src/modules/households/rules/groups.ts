import type { Line } from '../model/fields.ts'

export const duplicateBits = { id: 1, account: 2, title: 4, family: 8 } as const
export type DuplicateKey = keyof typeof duplicateBits

/** The group of rules that screens a line of work. */
export const screeningGroup = (line: Line): string => `eligibility.${line}`

/** The groups of rules that are asked before a home of a line is paid for. */
export const paymentGroups = (line: Line): readonly string[] =>
  line === 'heating' ? ['payment.equipment', 'payment.operating'] : ['payment.building']
