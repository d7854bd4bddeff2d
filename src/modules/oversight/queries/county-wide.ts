import type { QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'

/** The log has no areas: whoever may not see the whole county may not see any of it. */
export function requireWholeCounty({ scope }: QueryContext): void {
  if (!scope.areas.some((area) => area.endsWith('000000'))) throw new NotFound()
}
