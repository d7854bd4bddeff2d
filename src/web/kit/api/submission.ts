import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { troubleOf } from './trouble.ts'

export interface Submission {
  kind: string
  input: unknown
  evidence?: readonly EvidenceRef[]
  corrects?: string
}

export interface SubmitterParts<O> {
  send(id: string, submission: Submission): Promise<O>
  newId(): string
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** A second click lands within this time of the first one's answer. */
const doubleClickMs = 1500
/** Waits before the same act is sent again after no answer came; the id makes that harmless. */
const retriesMs = [600, 2000]

/**
 * Gives each submission an id of its own and keeps it until an answer has come: a double click joins the first,
 * a retry after silence carries the same id, so the server can tell it was asked before.
 */
export function submitter<O extends { status: string }>(parts: SubmitterParts<O>) {
  const kept = new Map<string, { id: string; running?: Promise<O>; answeredAt?: number }>()

  async function deliver(id: string, submission: Submission): Promise<O> {
    for (const pause of retriesMs) {
      try {
        return await parts.send(id, submission)
      } catch (error) {
        if (!troubleOf(error).isNetwork) throw error
        await parts.wait(pause)
      }
    }
    return parts.send(id, submission)
  }

  return function submit(submission: Submission): { id: string; outcome: Promise<O> } {
    for (const [key, { answeredAt }] of kept)
      if (answeredAt !== undefined && parts.now() - answeredAt > doubleClickMs) kept.delete(key)
    const key = fingerprint(submission)
    const held = kept.get(key) ?? { id: parts.newId() }
    kept.set(key, held)
    if (!held.running) {
      held.running = deliver(held.id, submission).then(
        (outcome) => {
          if (outcome.status === 'done') held.answeredAt = parts.now()
          else kept.delete(key)
          return outcome
        },
        (error: unknown) => {
          // No answer: the id stays for the next attempt. An answer that is trouble: the next attempt is a new one.
          if (troubleOf(error).isNetwork) held.running = undefined
          else kept.delete(key)
          throw error
        },
      )
    }
    return { id: held.id, outcome: held.running }
  }
}

/** The same text for the same submission, in whatever order its fields were filled. */
export function fingerprint({ kind, input, evidence = [], corrects }: Submission): string {
  const files = evidence.map((e) => `${e.kind}:${e.digest}`).sort()
  return JSON.stringify([kind, sorted(input), files, corrects ?? null])
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  )
}
