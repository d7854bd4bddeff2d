import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { actProgress } from '../../../web/kit/api/acts.ts'
import type { Answer, QueryInput } from '../../../web/kit/api/names.ts'
import { call, inputParam } from '../../../web/kit/api/transport.ts'
import type { Trouble } from '../../../web/kit/api/trouble.ts'

type Input = QueryInput<'trial.run'>
export type TrialAnswer = Answer<'trial.run'>
export type Trial = NonNullable<TrialAnswer['trial']>

const everyMs = 700

/** Tries a version of a draft, and tells meanwhile how far the reading of the register is. */
export function useTrial(input: Input, enabled: boolean) {
  const client = useQueryClient()
  const asked = useRef('')
  const [progress, setProgress] = useState<{ done: number; label?: string }>()
  const answer: UseQueryResult<TrialAnswer, Trouble> = useQuery<TrialAnswer, Trouble>({
    queryKey: ['answer', 'trial.run', input],
    enabled,
    staleTime: Infinity,
    // The draft's own page tells by it that this version was tried.
    gcTime: Infinity,
    queryFn: ({ signal }) => {
      asked.current = newId()
      const path = `/api/queries/trial.run?${inputParam(input)}&progress=${asked.current}`
      return call<TrialAnswer>({ method: 'GET', path, signal })
    },
  })
  const { isFetching } = answer
  useEffect(() => {
    setProgress(undefined)
    if (!isFetching) return
    let over = false
    const timer = setInterval(() => {
      // Not knowing how far it is must not disturb the trial itself.
      void actProgress(asked.current)
        .catch(() => null)
        .then((told) => told && !over && setProgress(told))
    }, everyMs)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [isFetching])
  const again = useCallback(
    () => void client.invalidateQueries({ queryKey: ['answer', 'trial.run'] }),
    [client],
  )
  return { answer, progress, again }
}
