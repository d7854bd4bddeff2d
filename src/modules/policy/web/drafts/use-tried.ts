import { useQueryClient } from '@tanstack/react-query'

interface Asked {
  draft?: string
  version?: number
}

/** Whether this version was tried from this window: its figures are still at hand, since a trial leaves no record. */
export function useTried(draft: string, version: number): boolean {
  const client = useQueryClient()
  return client
    .getQueriesData<{ trial: object | null }>({ queryKey: ['answer', 'trial.run'] })
    .some(([[, , input], answer]) => {
      const asked = input as Asked | undefined
      return asked?.draft === draft && asked.version === version && answer?.trial != null
    })
}
