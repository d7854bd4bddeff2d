import type { ReadDb } from '../../kernel/database/database.ts'
import { type PackReading, readPack } from '../../kernel/pack/content.ts'
import { draftFiles } from './drafts.ts'

/** The last few versions looked at: a page, its checks and its trial ask for the same one. */
const readings = new Map<string, PackReading>()
const mostReadings = 8

/** A version of a draft, read and checked once: versions never change, and a draft's id is nobody else's. */
export async function draftReading(
  db: ReadDb,
  county: number,
  draft: string,
  version: number,
): Promise<PackReading | undefined> {
  const key = `${county} ${draft} ${version}`
  const known = readings.get(key)
  if (known) return known
  const files = await draftFiles(db, county, draft, version)
  if (!files) return undefined
  const reading = readPack(files)
  readings.set(key, reading)
  for (const old of [...readings.keys()].slice(0, -mostReadings)) readings.delete(old)
  return reading
}
