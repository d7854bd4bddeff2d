import { newId } from '../../../kernel/identity/id.ts'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { Receipt } from '../../../kernel/act/perform.ts'
import type { FactValue } from '../../../kernel/act/refusal.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { ActInput, ActKind } from './names.ts'
import type { JsonSchema } from '../form/json-schema.ts'
import { submitter } from './submission.ts'
import { call } from './transport.ts'
import { troubleFrom } from './trouble.ts'

/** A refusal as it arrives: with the sentences people read. */
export interface ToldRefusal {
  code: string
  clauses: string[]
  facts: Record<string, FactValue>
  said: Said
  remedy: Said | null
}

export interface Problem {
  path: string
  message: string
  messageEn: string
}

export type ActOutcome =
  | { status: 'done'; receipt: Receipt; repeated: boolean }
  | { status: 'refused'; refusals: ToldRefusal[] }
  | { status: 'invalid'; problems: Problem[] }
  | { status: 'conflict' }

export interface AvailableAct {
  kind: string
  title: Said
  clauses: string[]
  refusals: ToldRefusal[]
  form: JsonSchema
  evidence: string[]
}

export interface ActOptions {
  evidence?: readonly EvidenceRef[]
  corrects?: string
}

const submit = submitter<ActOutcome>({
  send: async (id, submission) => {
    const body = { id, ...submission }
    const outcome = await call<ActOutcome>({
      method: 'POST',
      path: '/api/acts',
      body,
      answers: [400, 409, 422],
    })
    // A request the server could not read at all is a defect of ours, not an outcome.
    if (!outcome?.status) throw troubleFrom(400, outcome)
    return outcome
  },
  newId,
  now: () => performance.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
})

/**
 * Performs an act. Refusals and malformed input come back as data; only silence, lack of authority and defects
 * throw (`Trouble`). The id under which progress can be asked is known at once.
 */
export function submitAct(kind: string, input: unknown, options: ActOptions = {}) {
  return submit({ kind, input, ...options })
}

export function performAct<K extends ActKind>(
  kind: K,
  input: ActInput<K>,
  options: ActOptions = {},
): Promise<ActOutcome> {
  return submitAct(kind, input, options).outcome
}

/** One act of a batch; its id is made once, with `newId`, where the batch is put together. */
export interface BatchAct extends ActOptions {
  id: string
  kind: ActKind
  input: unknown
}

/** Many acts in one transaction; outcomes in the order asked. With `allOrNone`, one refusal holds back all. */
export async function performActs(acts: readonly BatchAct[], allOrNone = false): Promise<ActOutcome[]> {
  const { outcomes } = await call<{ outcomes: ActOutcome[] }>({
    method: 'POST',
    path: '/api/acts/batch',
    body: { acts, allOrNone },
  })
  return outcomes
}

export function availableActs(type: string, id: string, signal?: AbortSignal): Promise<AvailableAct[]> {
  const query = new URLSearchParams({ type, id })
  return call({ method: 'GET', path: `/api/acts/available?${query.toString()}`, signal })
}

/** How far a long act is, 0 to 1; null before it has begun to tell or after its end. */
export async function actProgress(id: string): Promise<{ done: number; label?: string } | null> {
  const answer = await call<{ done?: number; label?: string }>({
    method: 'GET',
    path: `/api/progress/${id}`,
    answers: [404],
  })
  return typeof answer?.done === 'number' ? { done: answer.done, label: answer.label } : null
}
