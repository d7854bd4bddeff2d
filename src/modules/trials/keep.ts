import { sql } from 'kysely'
import type { QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { type LineOfRegister, readRegister } from '../households/public.ts'

/** The register as it was read: figures, lists and exports of a trial rest on the same one. */
export interface Reading {
  /** The newest act it holds. */
  stamp: string
  readAt: Date
  lines: LineOfRegister[]
}

/** A reading of a million homes takes some 100 MB. */
const mostKept = 2

/** Of each running program its own; `keys` is what a program has one of. */
const kept = new WeakMap<QueryContext['keys'], Map<string, Promise<Reading>>>()

/** The newest act that can have changed a home: drafts change none. */
async function newestAct(db: ReadDb, county: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from act where county = ${county} and kind not like 'draft.%'
     order by recorded_at desc, id desc limit 1`.execute(db)
  return rows[0]?.id ?? ''
}

/**
 * The register as it stands, or as it stood at a stamp where that reading is still kept. Whoever asks for the same
 * one meanwhile waits for it instead of reading again.
 */
export async function readingOf(db: ReadDb, context: QueryContext, stamp?: string): Promise<Reading> {
  const ours = kept.get(context.keys) ?? new Map<string, Promise<Reading>>()
  kept.set(context.keys, ours)
  const scope = context.scopeFor('register.read')
  const keyOf = (one: string) => JSON.stringify([context.county, scope, one])
  const earlier = stamp === undefined ? undefined : ours.get(keyOf(stamp))
  if (earlier) return earlier
  const newest = await newestAct(db, context.county)
  const known = ours.get(keyOf(newest))
  if (known) return known
  const reading = readRegister(db, { ...context, scope }).then((lines) => ({
    stamp: newest,
    readAt: context.now,
    lines,
  }))
  ours.set(keyOf(newest), reading)
  reading.catch(() => ours.delete(keyOf(newest)))
  for (const key of [...ours.keys()].slice(0, -mostKept)) ours.delete(key)
  return reading
}
