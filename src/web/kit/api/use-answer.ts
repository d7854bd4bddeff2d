import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Answer, QueryInput, QueryName } from './names.ts'
import { ask } from './transport.ts'
import type { Trouble } from './trouble.ts'

interface Options {
  /** False while the question cannot be put yet. */
  enabled?: boolean
  /** Asks again after so many seconds, for what changes while one looks. */
  everySeconds?: number
  /** What is asked with is personal and stands in no address. */
  inBody?: boolean
}

/** A query's answer, typed by its name; while the next one is on its way the last one stays. */
export function useAnswer<N extends QueryName>(
  name: N,
  input: QueryInput<N>,
  options: Options = {},
): UseQueryResult<Answer<N>, Trouble> {
  return useAsked<Answer<N>>(name, input, options)
}

/** The same for a name known only while running, as in the kit's own parts. */
export function useAsked<T>(name: string, input: unknown, options: Options = {}): UseQueryResult<T, Trouble> {
  return useQuery<T, Trouble>({
    queryKey: ['answer', name, input],
    queryFn: ({ signal }) => ask<T>(name, input, signal, options),
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    refetchInterval: options.everySeconds ? options.everySeconds * 1000 : false,
  })
}

/** Names of queries about one home and nothing else. */
export type AboutHome = { [N in QueryName]: { home: string } extends QueryInput<N> ? N : never }[QueryName]

/** Asks at once what the parts of a home's page will ask when they stand: they stand only once the page has answered. */
export function useAskAhead(home: string, names: readonly AboutHome[]): void {
  const client = useQueryClient()
  const asked = names.join(' ')
  useEffect(() => {
    for (const name of asked.split(' '))
      void client.prefetchQuery({
        queryKey: ['answer', name, { home }],
        queryFn: ({ signal }) => ask(name, { home }, signal),
      })
  }, [client, home, asked])
}
