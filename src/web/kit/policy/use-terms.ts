import { useAsked } from '../api/use-answer.ts'
import type { Terms } from '../decision/terms.ts'

/** The words of the pack in force for facts, evidence, rules and parameters: what `Decision` reads. */
export const useTerms = () => useAsked<Terms>('policy.terms', {})
