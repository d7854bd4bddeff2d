import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { type ActOptions, type ActOutcome, submitAct } from './acts.ts'
import type { ActInput, ActKind } from './names.ts'
import { forgetAnswers } from './query-client.ts'
import { type Trouble, troubleOf } from './trouble.ts'
import { useProgress } from './use-progress.ts'

export interface Performing<I> {
  /** Resolves with the outcome, or undefined where none came; `trouble` then tells why. */
  perform(input: I, options?: ActOptions): Promise<ActOutcome | undefined>
  pending: boolean
  /** The last outcome, until the next attempt or `forget`. */
  outcome: ActOutcome | undefined
  trouble: Trouble | undefined
  /** How far a long act is, once it tells; the label is a word key or a plain text. */
  progress: { done: number; label?: string } | undefined
  forget(): void
}

export function usePerform<K extends ActKind>(kind: K): Performing<ActInput<K>> {
  return usePerformNamed<ActInput<K>>(kind)
}

/** The same for a kind known only while running. */
export function usePerformNamed<I = unknown>(kind: string): Performing<I> {
  const client = useQueryClient()
  const [state, setState] = useState<{ id?: string; outcome?: ActOutcome; trouble?: Trouble }>({})
  const progress = useProgress(state.id)

  const perform = useCallback(
    async (input: I, options?: ActOptions) => {
      const { id, outcome: coming } = submitAct(kind, input, options)
      setState({ id })
      try {
        const outcome = await coming
        setState({ outcome })
        // A refusal too says that things stand otherwise than shown: somebody may have decided meanwhile.
        if (outcome.status === 'done' || outcome.status === 'refused') void forgetAnswers(client)
        return outcome
      } catch (error) {
        setState({ trouble: troubleOf(error) })
        return undefined
      }
    },
    [kind, client],
  )
  const forget = useCallback(() => setState({}), [])
  const { outcome, trouble } = state
  return { perform, pending: state.id !== undefined, outcome, trouble, progress, forget }
}
