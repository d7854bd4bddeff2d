import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Answer, QueryInput } from '../../../web/kit/api/names.ts'
import { useWatchedAnswer } from '../../../web/kit/api/use-watched-answer.ts'

export type TrialAnswer = Answer<'trial.run'>
export type Trial = NonNullable<TrialAnswer['trial']>

/** Tries a version of a draft; kept, since the draft's own page tells by it that this version was tried. */
export function useTrial(input: QueryInput<'trial.run'>, enabled: boolean) {
  const client = useQueryClient()
  const { answer, progress } = useWatchedAnswer('trial.run', input, { enabled, isKept: true })
  const again = useCallback(
    () => void client.invalidateQueries({ queryKey: ['answer', 'trial.run'] }),
    [client],
  )
  return { answer, progress, again }
}
