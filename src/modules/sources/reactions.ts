import type { Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'
import { programmeId } from '../policy/public.ts'
import { townsOfArea } from '../villages/public.ts'
import { demolitionListOf } from './public.ts'

/** A list of villages to be demolished marks its villages; undone, what stood before is back. */
const afterDemolitionList: Reaction = {
  on: ['source.import', 'source.undo-import'],
  follow: async (db, done, { county }) => {
    const requests = []
    for (const { id, result } of done) {
      const { kind, area } = result as { kind: string; area: string }
      if (kind !== 'demolition') continue
      const towns = []
      for (const town of await townsOfArea(db, county, area))
        towns.push({ town, list: (await demolitionListOf(db, county, town)) ?? null })
      requests.push({
        id: newId(),
        kind: 'village.take-demolition-list',
        input: { programme: programmeId(county), area, towns },
        causedBy: id,
      })
    }
    return requests
  },
}

export const reactions: readonly Reaction[] = [afterDemolitionList]
