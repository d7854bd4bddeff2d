import { useQuery } from '@tanstack/react-query'
import { type AvailableAct, availableActs, type ToldRefusal } from '../../../web/kit/api/acts.ts'
import type { Trouble } from '../../../web/kit/api/trouble.ts'

/** What may be done to a season now: by act, the reasons against it; an act that is not mine is not there. */
export function useSeasonRefusals(season: string): ReadonlyMap<string, ToldRefusal[]> {
  const { data = [] } = useQuery<AvailableAct[], Trouble>({
    queryKey: ['available', 'season', season],
    queryFn: ({ signal }) => availableActs('season', season, signal),
  })
  return new Map(data.map(({ kind, refusals }) => [kind, refusals]))
}
