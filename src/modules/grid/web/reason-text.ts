import type { Reason } from '../rules/reasons.ts'
import { reasonWords } from '../rules/reason-words.ts'

/** A part of a score in words, its figures filled in. */
export function reasonText(
  t: (key: string, values?: Record<string, unknown>) => string,
  reason: Reason,
): string {
  const { key, values } = reasonWords(reason)
  return t(`season.reason.${key}`, values)
}
