import { isDay } from '../../../kernel/dates/day.ts'
import type { SearchTexts } from '../address/search-text.ts'

export interface FilterOption {
  value: string
  label: string
}

/** One filter over a table; its value is a text in the address under `key`. */
export type Filter = { key: string; /** Word key; `field.<key>` unless given. */ label?: string } & (
  | { kind: 'search'; /** Word key: what can be searched for. */ hint?: string }
  | { kind: 'choice' | 'choices'; options: readonly FilterOption[] }
  | { kind: 'flag' }
  | { kind: 'day' }
)

/** What the query is asked for: the texts of the address as the query's input has them. */
export function filterInput(filters: readonly Filter[], texts: SearchTexts): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const { key, kind } of filters) {
    const text = texts[key]?.trim()
    if (text) input[key] = kind === 'choices' ? text.split(',') : kind === 'flag' ? text === 'yes' : text
  }
  return input
}

/** What the address asks for and no filter has: of a choice that is none, of a day that is none. */
export function strangeTexts(
  filters: readonly Filter[],
  texts: SearchTexts,
): { filter: Filter; text: string }[] {
  return filters.flatMap((filter) => {
    const text = texts[filter.key]?.trim()
    if (!text) return []
    const strange = (filter.kind === 'choices' ? text.split(',') : [text]).filter(
      (one) => !isKnown(filter, one),
    )
    return strange.map((one) => ({ filter, text: one }))
  })
}

function isKnown(filter: Filter, text: string): boolean {
  switch (filter.kind) {
    case 'search':
      return true
    case 'flag':
      return text === 'yes' || text === 'no'
    case 'day':
      return isDay(text)
    case 'choice':
    case 'choices':
      return filter.options.some(({ value }) => value === text)
  }
}

/** The page counted from 0 as queries count it, from the address that counts from 1 as people do. */
export function pageOf(texts: SearchTexts): number {
  const page = Number(texts.page)
  return Number.isInteger(page) && page > 0 ? page - 1 : 0
}

export interface Sort {
  by: string
  descending: boolean
}

/** `name` ascending, `-name` descending; nothing for a column that cannot be sorted by. */
export function sortOf(text: string | undefined, sortable: readonly string[]): Sort | undefined {
  if (!text) return undefined
  const descending = text.startsWith('-')
  const by = descending ? text.slice(1) : text
  return sortable.includes(by) ? { by, descending } : undefined
}

export const sortText = ({ by, descending }: Sort): string => (descending ? `-${by}` : by)
