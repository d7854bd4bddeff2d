import { type Said, speaker } from '../../kernel/words/words.ts'
import type { Reason } from './rules/reasons.ts'
import { reasonWords } from './rules/reason-words.ts'
import { words } from './words.ts'

const speak = speaker(words)

/** A part of a score in words, its figures filled in. */
export function sayReason(reason: Reason): Said {
  const { key, values } = reasonWords(reason)
  return speak(`season.reason.${key}`, values)
}
