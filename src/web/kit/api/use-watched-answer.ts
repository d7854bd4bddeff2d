import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import type { Answer, QueryInput, QueryName } from './names.ts'
import { ask } from './transport.ts'
import type { Trouble } from './trouble.ts'
import { type HowFar, useProgress } from './use-progress.ts'

interface Options {
  /** False while the question cannot be put yet. */
  enabled?: boolean
  /** The answer stays as it was given until it is asked for again. */
  isKept?: boolean
}

/** The answer to a question that takes long, a file to be read or a register to be decided anew, and how far it is. */
export function useWatchedAnswer<N extends QueryName>(
  name: N,
  input: QueryInput<N>,
  { enabled = true, isKept = false }: Options = {},
): { answer: UseQueryResult<Answer<N>, Trouble>; progress: HowFar | undefined } {
  const [asked, setAsked] = useState<string>()
  const answer = useQuery<Answer<N>, Trouble>({
    queryKey: ['answer', name, input],
    queryFn: ({ signal }) => {
      const progress = newId()
      setAsked(progress)
      return ask<Answer<N>>(name, input, signal, { progress })
    },
    enabled,
    ...(isKept ? { staleTime: Infinity, gcTime: Infinity } : { placeholderData: keepPreviousData }),
  })
  return { answer, progress: useProgress(answer.isFetching ? asked : undefined) }
}
