import type { FieldDatabase } from './database.ts'
import { waitMs } from './vault.ts'

/**
 * Tries of the PIN that a telephone without any room has left: nothing can be written there, but records laid in
 * beforehand can be taken away. Few, for a thief begins with the favourites; enough for some days of whom it belongs to.
 * Any right opening with room lays them in again.
 */
export const spareTries = 20

/** May the PIN be tried? `0` says so, and that the try is counted; otherwise how long to wait, in milliseconds. */
export type Counted = number | 'no-room'

/**
 * Counts a try before it is made: a kill in between does not give it back, and two windows do not count as one. Where
 * it cannot be counted, nothing may be tried.
 */
export async function countTry(db: FieldDatabase, nowMs: number): Promise<Counted> {
  try {
    return await writeTry(db, nowMs)
  } catch {
    return (await takeSpare(db)) ? 0 : 'no-room'
  }
}

async function writeTry(db: FieldDatabase, nowMs: number): Promise<number> {
  const tx = db.transaction('own', 'readwrite', { durability: 'strict' })
  tx.done.catch(() => undefined)
  const own = await tx.store.get('own')
  if (!own) throw new Error('Nobody has a place here.')
  const wait = waitMs(own.vault, nowMs)
  if (wait > 0) return wait
  const vault = { ...own.vault, wrongTries: own.vault.wrongTries + 1, lastWrongMs: nowMs }
  await tx.store.put({ ...own, vault }, 'own')
  await tx.done
  return 0
}

async function takeSpare(db: FieldDatabase): Promise<boolean> {
  try {
    const tx = db.transaction('spares', 'readwrite', { durability: 'strict' })
    tx.done.catch(() => undefined)
    const [spare] = await tx.store.getAllKeys(undefined, 1)
    if (spare === undefined) return false
    await tx.store.delete(spare)
    await tx.done
    return true
  } catch {
    return false
  }
}

/** The PIN was right: what was counted is forgotten. */
export async function forgetTries(db: FieldDatabase): Promise<void> {
  const tx = db.transaction('own', 'readwrite', { durability: 'strict' })
  tx.done.catch(() => undefined)
  const own = await tx.store.get('own')
  if (own) await tx.store.put({ ...own, vault: { ...own.vault, wrongTries: 0 } }, 'own')
  await tx.done
}

export async function layInSpares(db: FieldDatabase): Promise<void> {
  if ((await db.count('spares')) === spareTries) return
  const tx = db.transaction('spares', 'readwrite', { durability: 'strict' })
  tx.done.catch(() => undefined)
  for (let number = 1; number <= spareTries; number++) await tx.store.put(true, number)
  await tx.done
}
