import { z } from 'zod'
import type { EvidenceRef } from '../act/define.ts'
import { refuse, type Refusal } from '../act/refusal.ts'
import type { Day } from '../dates/day.ts'
import { amount, type Pack } from './pack.ts'
import type { Checklist } from './schema.ts'

/** What was measured for one item of a commissioning list, in the item's unit; of rooms, each by itself. */
export const Measurement = z.object({
  item: z.string().min(1).max(60),
  values: z.array(z.number().min(-1000).max(10_000_000)).min(1).max(12),
  /** Digests of the photographs of the display or the meter; they come with the act as evidence of kind `photo`. */
  photos: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(10)
    .optional(),
})
export type Measurement = z.output<typeof Measurement>

type Item = Checklist['items'][number]

/** The commissioning list of a route with its bounds as they are on a day; undefined where the pack has none. */
export function commissioningList(pack: Pack, route: string | null, day: Day): Checklist | undefined {
  const list = pack.checklists.find(({ routes }) => route !== null && routes?.includes(route))
  return list && { ...list, items: list.items.map((item) => bounded(pack, item, day)) }
}

function bounded(pack: Pack, item: Item, day: Day): Item {
  if (!item.reading) return item
  const { leastOf, mostOf, ...reading } = item.reading
  return {
    ...item,
    reading: {
      ...reading,
      ...(leastOf !== undefined && { least: amount(pack, leastOf, day) }),
      ...(mostOf !== undefined && { most: amount(pack, mostOf, day) }),
    },
  }
}

const named = ({ id, label }: Item) => ({ item: id, label: label.zh, labelEn: label.en })

/** Every reason why a run is not complete: an item without a value, with too many, or without its photograph. */
export function gapsInMeasurements(
  list: Checklist,
  measured: readonly Measurement[],
  evidence: readonly EvidenceRef[],
): Refusal[] {
  const photos = new Set(evidence.filter(({ kind }) => kind === 'photo').map(({ digest }) => digest))
  const refusals = list.items.flatMap((item): Refusal[] => {
    const given = measured.filter((each) => each.item === item.id)
    const [answer] = given
    if (given.length !== 1 || !answer)
      return [
        refuse(given.length === 0 ? 'measurement.missing' : 'checklist.twice', item.clauses, {
          ...named(item),
          unit: item.reading?.unit ?? '',
        }),
      ]
    return [
      ...(answer.values.length > 1 && !item.reading?.several
        ? [refuse('measurement.too-many', item.clauses, named(item))]
        : []),
      ...(item.photo && !answer.photos?.some((digest) => photos.has(digest))
        ? [refuse('checklist.no-photo', item.clauses, named(item))]
        : []),
    ]
  })
  const strangers = measured.filter(({ item }) => !list.items.some(({ id }) => id === item))
  return [
    ...refusals,
    ...strangers.map(({ item }) => refuse('checklist.no-such-item', list.clauses, { item })),
  ]
}

/** A value that lies outside what the list expects. */
export const Beyond = z.object({
  item: z.string(),
  value: z.number(),
  /** The bound it misses, and on which side. */
  bound: z.number(),
  side: z.enum(['below', 'above']),
  blocks: z.boolean(),
})
export type Beyond = z.output<typeof Beyond>

/** Every value out of bounds: of items that block, the run does not pass; of others it is flagged. */
export function beyondBounds(list: Checklist, measured: readonly Measurement[]): Beyond[] {
  const firstOf = (item: string | undefined) => measured.find((each) => each.item === item)?.values[0]
  return list.items.flatMap(({ id, reading, blocks }) => {
    const least = Math.max(reading?.least ?? -Infinity, firstOf(reading?.notBelow) ?? -Infinity)
    const most = reading?.most ?? Infinity
    const values = measured.find(({ item }) => item === id)?.values ?? []
    return values.flatMap((value): Beyond[] => {
      if (value < least) return [{ item: id, value, bound: least, side: 'below', blocks }]
      return value > most ? [{ item: id, value, bound: most, side: 'above', blocks }] : []
    })
  })
}

export const isPassed = (beyond: readonly Beyond[]): boolean => beyond.every(({ blocks }) => !blocks)
