import type { Answer } from '../../kit/api/names.ts'
import { ask } from '../../kit/api/transport.ts'
import type { OwnStore } from '../shell/own-store.ts'
import { openJson, sealJson } from '../store/sealed.ts'

export type PatrolVillage = Answer<'patrol.villages'>[number]

interface Taken {
  takenMs: number
  villages: PatrolVillage[]
}

const name = 'patrols'

/** Takes along where this person patrols, as the office knows it now. */
export async function takePatrols({ db, key }: OwnStore, nowMs: number): Promise<Taken> {
  const taken = { takenMs: nowMs, villages: await ask<PatrolVillage[]>('patrol.villages', {}) }
  await db.put('papers', { name, sealed: await sealJson(key, taken) })
  return taken
}

export async function patrolsTaken({ db, key }: OwnStore): Promise<Taken | undefined> {
  const record = await db.get('papers', name)
  return record && openJson<Taken>(key, record.sealed)
}
