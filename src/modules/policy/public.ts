import { sql } from 'kysely'
import { v5 } from 'uuid'
import type { ReadDb } from '../../kernel/database/database.ts'
import { type PackReading, papersFromText } from '../../kernel/pack/content.ts'
import type { SignedPaper } from '../../kernel/pack/schema.ts'
import { type DraftState, findDrafts } from './drafts.ts'
import { draftReading } from './draft-reading.ts'

const namespace = '6f0f2c1e-3a44-4d0c-9a51-0f4f5d7b6a20'

/** The one programme of a county that runs here; its row is the lock of everything register-wide. */
export const programmeId = (county: number): string => v5(`programme ${county}`, namespace)

/** What households were to sign under any pack this county has had. */
export async function papersOfAllPacks(db: ReadDb, county: number): Promise<SignedPaper[]> {
  const { rows } = await sql<{ text: string }>`
    select distinct files ->> 'papers.yaml' as text from policy_pack
     where county = ${county} and files ? 'papers.yaml'`.execute(db)
  return rows.flatMap(({ text }) => papersFromText(text))
}

/** A version of a draft with its pack, where it is sound. */
export async function findDraft(
  db: ReadDb,
  county: number,
  draft: string,
  version: number,
): Promise<(DraftState & Pick<PackReading, 'pack' | 'stage'>) | undefined> {
  const found = (await findDrafts(db, county, [draft])).get(draft)
  const reading = found && (await draftReading(db, county, draft, version))
  if (!found || !reading) return undefined
  return { ...found, stage: reading.stage, pack: reading.stage === 'sound' ? reading.pack : undefined }
}
