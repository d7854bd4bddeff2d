/** A value a sentence can carry. Codes of other words (`stage`) are named by key in the words themselves. */
export type FactValue = string | number | boolean | null

/**
 * Why an act may not be done: the clause, the facts it rests on and what to do next. The sentences are
 * `refusal.<code>` and `remedy.<code>` in the module's words.
 */
export interface Refusal {
  code: string
  clauses: readonly string[]
  facts: Readonly<Record<string, FactValue>>
}

export function refuse(
  code: string,
  clauses: readonly string[],
  facts: Record<string, FactValue> = {},
): Refusal {
  return { code, clauses, facts }
}
