import type { QueryContext } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'

/** Checks, samples and looks are of the whole county: whoever sees a part of it sees none of them. */
export function requireWholeCounty({ scope }: Pick<QueryContext, 'scope'>): void {
  if (!scope.areas.some((area) => area.endsWith('000000'))) throw new NotFound()
}
