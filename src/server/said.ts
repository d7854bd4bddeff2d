import type { Refusal } from '../kernel/act/refusal.ts'
import type { Outcome } from '../kernel/act/perform.ts'
import { speak } from './words.ts'

/** Refusals with their sentences in both languages and the next step. */
export const saidRefusals = (refusals: readonly Refusal[]) =>
  refusals.map(({ code, clauses, facts }) => ({
    code,
    clauses,
    facts,
    said: speak(`refusal.${code}`, facts),
    remedy: speak(`remedy.${code}`, facts),
  }))

export const saidOutcome = (outcome: Outcome) =>
  outcome.status === 'refused' ? { status: 'refused', refusals: saidRefusals(outcome.refusals) } : outcome
