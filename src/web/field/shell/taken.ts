import type { Answer } from '../../kit/api/names.ts'
import { openJson, sealJson } from '../store/sealed.ts'
import type { HomeTaken } from './office.ts'
import { begunAt } from '../store/drafts.ts'
import type { OwnStore } from './own-store.ts'

export type Papers = Answer<'field.papers'>
export type Village = Answer<'field.villages'>[number]
export interface VillageTaken {
  village: Village
  takenMs: number
  homes: number
}

/** Takes a village along, or brings it up to date: homes that no longer wait go, unless an act about them still does, or a form was begun. */
export async function keepVillage(
  { db, key }: OwnStore,
  village: Village,
  homes: readonly HomeTaken[],
  papers: Papers,
  nowMs: number,
): Promise<void> {
  const sealed = await Promise.all(
    homes.map(async (home) => ({
      id: home.id,
      village: village.code,
      last: home.last,
      sealed: await sealJson(key, home),
    })),
  )
  const record = { code: village.code, takenMs: nowMs, sealed: await sealJson(key, village) }
  const paper = { name: 'papers', sealed: await sealJson(key, papers) }
  const begun = await begunAt(db)
  const tx = db.transaction(['homes', 'villages', 'papers', 'acts'], 'readwrite')
  const waiting = new Set(
    (await tx.objectStore('acts').index('state').getAll('waiting')).map(({ subject }) => subject),
  )
  const store = tx.objectStore('homes')
  const wanted = new Set(sealed.map(({ id }) => id))
  for (const known of await store.index('village').getAll(village.code))
    if (!wanted.has(known.id) && !waiting.has(known.id) && !begun.has(known.id)) await store.delete(known.id)
  for (const home of sealed) {
    const known = await store.get(home.id)
    // What an own act that still waits was built upon must not be replaced by what the person has not seen.
    if (!(known && waiting.has(home.id))) await store.put(home)
  }
  await tx.objectStore('villages').put(record)
  await tx.objectStore('papers').put(paper)
  await tx.done
}

/** Leaves a village behind; homes with an act that still waits stay until it has arrived, with a form begun until it is kept. */
export async function dropVillage({ db }: OwnStore, code: string): Promise<void> {
  const begun = await begunAt(db)
  const tx = db.transaction(['homes', 'villages', 'acts'], 'readwrite')
  const waiting = new Set(
    (await tx.objectStore('acts').index('state').getAll('waiting')).map(({ subject }) => subject),
  )
  const store = tx.objectStore('homes')
  for (const home of await store.index('village').getAll(code))
    if (!waiting.has(home.id) && !begun.has(home.id)) await store.delete(home.id)
  await tx.objectStore('villages').delete(code)
  await tx.done
}

export async function villagesTaken({ db, key }: OwnStore): Promise<VillageTaken[]> {
  const records = await db.getAll('villages')
  return Promise.all(
    records.map(async ({ code, takenMs, sealed }) => ({
      village: await openJson<Village>(key, sealed),
      takenMs,
      homes: await db.countFromIndex('homes', 'village', code),
    })),
  )
}

export async function homesTaken({ db, key }: OwnStore): Promise<(HomeTaken & { village: string })[]> {
  const records = await db.getAll('homes')
  return Promise.all(
    records.map(async ({ village, sealed }) => ({ ...(await openJson<HomeTaken>(key, sealed)), village })),
  )
}

/** The line of work a home counts for; what was taken along before there were two of them names none. */
export const lineOf = (papers: Papers | undefined, { line }: Pick<HomeTaken, 'line'>) =>
  (papers?.lines as Papers['lines'] | undefined)?.find(({ id }) => id === line)

/** What is signed at this home: papers taken along before there were two wordings say nothing of parts (§1.2). */
export const signedAt = (papers: Papers, { parts }: Pick<HomeTaken, 'parts'>): Papers['toSign'] =>
  ((papers.toSign as Papers['toSign'] | undefined) ?? []).filter(
    ({ isByParts }: { isByParts?: boolean }) => isByParts === undefined || isByParts === Boolean(parts),
  )

export async function papersTaken({ db, key }: OwnStore): Promise<Papers | undefined> {
  const record = await db.get('papers', 'papers')
  return record && openJson<Papers>(key, record.sealed)
}
