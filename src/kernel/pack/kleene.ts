export type Answer = 'yes' | 'no' | 'unknown'

/**
 * Kleene's three values as thermometers, so that AND (the lesser) is `&` and OR (the greater) is `|`, for one
 * home or for a column of a million.
 */
export const NO = 0
export const UNKNOWN = 1
export const YES = 3

const negations = Uint8Array.of(YES, UNKNOWN, UNKNOWN, NO)
const answers: readonly Answer[] = ['no', 'unknown', 'unknown', 'yes']

export const negated = (code: number): number => negations[code] ?? UNKNOWN
export const answerOf = (code: number): Answer => answers[code] ?? 'unknown'
export const codeOf = (holds: boolean): number => (holds ? YES : NO)
