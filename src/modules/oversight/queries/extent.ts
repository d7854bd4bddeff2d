import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { inScope } from '../../../kernel/identity/authority.ts'

/** What an overview is of: everything of one's own, or a town or village of it. */
export interface Extent {
  context: QueryContext
  town?: string
  village?: string
}

/** The homes of `h` the overview counts. */
export const homesOf = ({ context, town, village }: Extent) => sql`
  h.county = ${context.county}
  and ${inScope(context.scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}
  ${town ? sql`and h.town = ${town}` : sql``} ${village ? sql`and h.village = ${village}` : sql``}`

export const isWholeCounty = ({ context, town, village }: Extent): boolean =>
  !town && !village && context.scope.areas.some((area) => area.endsWith('000000'))
