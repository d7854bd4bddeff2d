import { QueryClient } from '@tanstack/react-query'
import { troubleOf } from './trouble.ts'

/** Answers are trusted for half a minute and asked for again after every act; only silence is worth a retry. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && troubleOf(error).isNetwork,
        retryDelay: (attempt) => 600 * 2 ** attempt,
      },
    },
  })
}

/** Every act may change any answer. */
export async function forgetAnswers(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['answer'] }),
    client.invalidateQueries({ queryKey: ['available'] }),
  ])
}
