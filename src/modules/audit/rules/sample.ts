import { type Refusal, refuse } from '../../../kernel/act/refusal.ts'

const clauses = ['§A.11']

export interface SampleToDraw {
  /** Already drawn under this id. */
  taken: boolean
  /** Homes in the population. */
  homes: number
}

export function checkDrawing({ taken, homes }: SampleToDraw): Refusal[] {
  if (taken) return [refuse('audit.sample-taken', clauses)]
  return homes === 0 ? [refuse('audit.nothing-to-draw', clauses)] : []
}

/** Whoever finds a home wrong says what is. */
export function checkExamined(
  { drawn }: { drawn: boolean },
  { answer, note }: { answer: 'right' | 'wrong'; note?: string | undefined },
): Refusal[] {
  if (!drawn) return [refuse('audit.not-drawn', clauses)]
  return answer === 'wrong' && !note ? [refuse('audit.wrong-how', clauses)] : []
}
