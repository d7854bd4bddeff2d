import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import type { FilterOption } from '../../../web/kit/table/filters.ts'

/** The towns, to choose one in a filter. */
export const useTowns = (): FilterOption[] =>
  (useAnswer('area.list', { level: 'town' }).data ?? []).map(({ code, name }) => ({
    value: code,
    label: name,
  }))
