import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { ChecklistAnswer } from '../../../kernel/pack/checklist.ts'
import type { StoredFile } from '../capture/use-uploads.ts'

/** What a person has filled in for one item so far. */
export interface Entry {
  passed?: boolean
  reading?: number | null
  photos: readonly StoredFile[]
  /** A photograph is still on its way. */
  busy: boolean
}

/** By the item's id; an item nobody touched is missing. */
export type Entries = Readonly<Record<string, Entry>>

export const entryOf = (entries: Entries, item: string): Entry => entries[item] ?? { photos: [], busy: false }

/** The answers as the act takes them; an item without a result is left out, for the act to ask for. */
export const answersOf = (entries: Entries): ChecklistAnswer[] =>
  Object.entries(entries).flatMap(([item, { passed, reading, photos }]) =>
    passed === undefined
      ? []
      : [
          {
            item,
            passed,
            ...(typeof reading === 'number' && { reading }),
            ...(photos.length > 0 && { photos: photos.map(({ digest }) => digest) }),
          },
        ],
  )

export const photosOf = (entries: Entries): EvidenceRef[] =>
  Object.values(entries).flatMap(({ photos }) => photos.map(({ digest }) => ({ kind: 'photo', digest })))

export const isBusy = (entries: Entries): boolean => Object.values(entries).some(({ busy }) => busy)
