import type { Checklist } from '../../../kernel/pack/schema.ts'
import type { StoredFile } from '../../kit/capture/use-uploads.ts'
import type { Photograph } from '../camera/photograph.ts'

/** A photograph by the digest that answers cite. */
export type Photographed = readonly [digest: string, photo: Photograph]

export const takenBefore = (photos: readonly Photographed[] = []): Map<string, Photograph> => new Map(photos)

/** Those of the photographs taken that an answer cites. */
export const photographed = (
  cited: ReadonlySet<string>,
  taken: ReadonlyMap<string, Photograph>,
): Photographed[] => [...taken].filter(([digest]) => cited.has(digest))

/** What was answered of a list as it is now, with the photographs that are still there. */
export function stillAsked<T extends { photos: readonly StoredFile[]; busy: boolean }>(
  entries: Readonly<Record<string, T>>,
  { items }: Checklist,
  taken: ReadonlyMap<string, Photograph>,
): Readonly<Record<string, T>> {
  const asked = new Set(items.map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([item]) => asked.has(item))
      .map(([item, entry]) => [
        item,
        { ...entry, busy: false, photos: entry.photos.filter(({ digest }) => taken.has(digest)) },
      ]),
  )
}
