import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { type ChecklistAnswer, gapsIn } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
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

/** What was filled in, and what signed papers answer: theirs stands. */
export const withPapers = (entries: Entries, byPaper: ReadonlyMap<string, boolean>): Entries => ({
  ...entries,
  ...Object.fromEntries([...byPaper].map(([item, passed]) => [item, { passed, photos: [], busy: false }])),
})

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

/** What is still to be filled in, by item: the code of the reason the act would give (`checklist.no-photo`). */
export const gapsOf = (checklist: Checklist, entries: Entries): ReadonlyMap<string, string> =>
  new Map(
    gapsIn(checklist, answersOf(entries), photosOf(entries)).map(({ code, facts }) => [
      String(facts.item),
      code,
    ]),
  )

export const isBusy = (entries: Entries): boolean => Object.values(entries).some(({ busy }) => busy)
