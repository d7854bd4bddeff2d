import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { gapsInMeasurements, type Measurement } from '../../../kernel/pack/measurements.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import type { StoredFile } from '../capture/use-uploads.ts'

/** What a person has measured for one item so far; a box left empty, or what is no figure, is null. */
interface Measured {
  values: readonly (number | null)[]
  photos: readonly StoredFile[]
  /** A photograph is still on its way. */
  busy: boolean
}

/** By the item's id; an item nobody touched is missing. */
export type MeasuredEntries = Readonly<Record<string, Measured>>

export const measuredOf = (entries: MeasuredEntries, item: string): Measured =>
  entries[item] ?? { values: [null], photos: [], busy: false }

/** As the act takes them; an item without a value is left out, for the act to ask for. */
export const measurementsOf = (entries: MeasuredEntries): Measurement[] =>
  Object.entries(entries).flatMap(([item, { values, photos }]) => {
    const known = values.filter((value) => value !== null)
    return known.length === 0
      ? []
      : [
          {
            item,
            values: known,
            ...(photos.length > 0 && { photos: photos.map(({ digest }) => digest) }),
          },
        ]
  })

export const measuredPhotos = (entries: MeasuredEntries): EvidenceRef[] =>
  Object.values(entries).flatMap(({ photos }) => photos.map(({ digest }) => ({ kind: 'photo', digest })))

/** What is still to be filled in, by item: the code of the reason the act would give. */
export const measuredGaps = (list: Checklist, entries: MeasuredEntries): ReadonlyMap<string, string> =>
  new Map(
    gapsInMeasurements(list, measurementsOf(entries), measuredPhotos(entries)).map(({ code, facts }) => [
      String(facts.item),
      code,
    ]),
  )

export const isMeasuring = (entries: MeasuredEntries): boolean =>
  Object.values(entries).some(({ busy }) => busy)
