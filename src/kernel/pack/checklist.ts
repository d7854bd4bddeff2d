import { z } from 'zod'
import type { EvidenceRef } from '../act/define.ts'
import { refuse, type Refusal } from '../act/refusal.ts'
import { measuredWorks, type Pack } from './pack.ts'
import type { Checklist } from './schema.ts'

/** One line of a checklist as filled in; the reading is in the item's unit. */
export const ChecklistAnswer = z.object({
  item: z.string().min(1).max(60),
  passed: z.boolean(),
  reading: z.number().min(-1000).max(100_000).optional(),
  /** Digests of the photographs of this item; they come with the act as evidence of kind `photo`. */
  photos: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .max(10)
    .optional(),
})
export type ChecklistAnswer = z.output<typeof ChecklistAnswer>

export type ChecklistItem = Checklist['items'][number]

/** Throws where the pack has no such checklist. */
export function getChecklist(pack: Pack, id: string): Checklist {
  const found = pack.checklists.find((checklist) => checklist.id === id)
  if (!found) throw new Error(`Pack ${pack.id} has no checklist '${id}'.`)
  return found
}

/** The list a home is checked by: its line's own where it is built of measured parts, else the general one (§3.3.1). */
export const checklistFor = (
  pack: Pack,
  home: Parameters<typeof measuredWorks>[1],
  general: 'self-check' | 'in-home' | 'sample-check',
): Checklist => getChecklist(pack, measuredWorks(pack, home)?.checklist ?? general)

const photosOf = (evidence: readonly EvidenceRef[]): ReadonlySet<string> =>
  new Set(evidence.filter(({ kind }) => kind === 'photo').map(({ digest }) => digest))

/** A picture handed in for two items, or twice, is one picture. */
export function tooFewPhotos(
  checklist: Checklist,
  evidence: readonly EvidenceRef[],
  least: number,
): Refusal[] {
  const photos = photosOf(evidence).size
  return photos < least ? [refuse('checklist.too-few-photos', checklist.clauses, { photos, least })] : []
}

/** Items that failed and stop the acceptance. */
export const blockingFailures = (
  checklist: Checklist,
  answers: readonly ChecklistAnswer[],
): ChecklistItem[] =>
  checklist.items.filter((item) => item.blocks && answers.some((a) => a.item === item.id && !a.passed))

/** What the program knows of a home by itself; absent where a form does not have it, and the act will judge. */
export interface OnRecord {
  machines?: number
  commitment?: boolean
  /** The household has signed the acceptance; where it has not, it may still do so on paper. */
  confirmation?: boolean
}

/** What signed papers answer by themselves, by the item's id: a form does not ask for it (§3.3.2a, §3.3.3). */
export function answeredByPaper(
  checklist: Checklist,
  { commitment, confirmation }: OnRecord,
): ReadonlyMap<string, boolean> {
  const answers = new Map<string, boolean>()
  for (const { id, onRecord } of checklist.items) {
    if (onRecord === 'commitment' && commitment !== undefined) answers.set(id, commitment)
    if (onRecord === 'confirmation' && confirmation) answers.set(id, true)
  }
  return answers
}

/**
 * Every reason why a filled-in checklist is not complete: an item without a result, one the list does not have or
 * has twice, and for what passed a reading or a photograph that is missing, a reading that cannot be, or one that
 * is not what is on record. What failed needs no proof.
 */
export function gapsIn(
  checklist: Checklist,
  answers: readonly ChecklistAnswer[],
  evidence: readonly EvidenceRef[],
  known: OnRecord = {},
): Refusal[] {
  const refusals: Refusal[] = []
  const photos = photosOf(evidence)
  for (const { id, label, clauses, photo, reading, onRecord } of checklist.items) {
    const named = { item: id, label: label.zh, labelEn: label.en }
    const given = answers.filter((answer) => answer.item === id)
    const [answer] = given
    if (given.length !== 1 || !answer) {
      refusals.push(refuse(given.length === 0 ? 'checklist.unanswered' : 'checklist.twice', clauses, named))
      continue
    }
    if (!answer.passed) continue
    if (reading && answer.reading === undefined)
      refusals.push(refuse('checklist.no-reading', clauses, { ...named, unit: reading.unit }))
    else if (reading && !isWithin(reading, answer.reading))
      refusals.push(
        refuse('checklist.out-of-range', clauses, {
          ...named,
          unit: reading.unit,
          least: reading.least ?? '–',
          most: reading.most ?? '–',
        }),
      )
    else if (onRecord === 'machines' && known.machines !== undefined && answer.reading !== known.machines)
      refusals.push(refuse('checklist.other-count', clauses, { ...named, machines: known.machines }))
    if (onRecord === 'commitment' && known.commitment === false)
      refusals.push(refuse('checklist.no-commitment', clauses, named))
    if (photo && !answer.photos?.some((digest) => photos.has(digest)))
      refusals.push(refuse('checklist.no-photo', clauses, named))
  }
  for (const { item } of answers)
    if (!checklist.items.some(({ id }) => id === item))
      refusals.push(refuse('checklist.no-such-item', checklist.clauses, { item }))
  return refusals
}

const isWithin = (range: { least?: number | undefined; most?: number | undefined }, reading = 0): boolean =>
  reading >= (range.least ?? -Infinity) && reading <= (range.most ?? Infinity)
