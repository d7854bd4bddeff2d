import { dayOfNumber } from '../rules/read-in.ts'
import type { Reason } from '../rules/reasons.ts'

/** A part of a score in words, its figures filled in. */
export const reasonText = (
  t: (key: string, values?: Record<string, unknown>) => string,
  { part, values }: Reason,
): string =>
  t(`season.reason.${part}`, {
    ...values,
    ...(part === 'break' && { day: dayOfNumber(values.day ?? 0) }),
  })
