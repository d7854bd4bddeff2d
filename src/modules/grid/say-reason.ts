import { type Said, speaker } from '../../kernel/words/words.ts'
import { dayOfNumber } from './rules/read-in.ts'
import type { Reason } from './rules/reasons.ts'
import { words } from './words.ts'

const speak = speaker(words)

/** A part of a score in words, its figures filled in. */
export const sayReason = ({ part, values }: Reason): Said =>
  speak(`season.reason.${part}`, part === 'break' ? { ...values, day: dayOfNumber(values.day ?? 0) } : values)
