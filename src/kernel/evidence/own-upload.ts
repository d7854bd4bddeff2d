import { NotFound } from '../act/not-found.ts'
import type { QueryContext } from '../act/define.ts'
import type { ReadDb } from '../database/database.ts'

/** The bytes of a file the asker has uploaded. Throws NotFound where it is anybody else's, or nobody's. */
export async function ownUpload(
  db: ReadDb,
  { county, actor, store }: Pick<QueryContext, 'county' | 'actor' | 'store'>,
  digest: string,
): Promise<Buffer> {
  const own = await db
    .selectFrom('evidence_upload')
    .select('digest')
    .where('county', '=', county)
    .where('digest', '=', Buffer.from(digest, 'hex'))
    .where('uploaded_by', '=', actor.id)
    .executeTakeFirst()
  if (!own) throw new NotFound()
  return store.read(digest)
}
