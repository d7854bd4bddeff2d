import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import type { Filter } from '../../../web/kit/table/filters.ts'

/** Town and, within it or where the address names one, village. */
export function usePlaceFilters(): Filter[] {
  const [texts] = useSearchTexts()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const villages = useAnswer('area.list', { level: 'village' }).data ?? []
  const town = texts.town ?? (texts.village ? `${texts.village.slice(0, 9)}000` : undefined)
  return [
    {
      key: 'town',
      label: 'field.town',
      kind: 'choice',
      options: towns.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      key: 'village',
      label: 'field.village',
      kind: 'choice',
      options: villages
        .filter(({ code }) => town === undefined || code.startsWith(town.slice(0, 9)))
        .map(({ code, name }) => ({ value: code, label: name })),
    },
  ]
}
