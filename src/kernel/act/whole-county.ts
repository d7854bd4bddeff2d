import type { QueryContext } from './define.ts'
import { NotFound } from './not-found.ts'

/** Of what has no areas, as the log and an audit: whoever sees a part of the county only finds nothing of it. */
export function requireWholeCounty({ scope }: Pick<QueryContext, 'scope'>): void {
  if (!scope.areas.some((area) => area.endsWith('000000'))) throw new NotFound()
}
