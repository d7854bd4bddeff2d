import type { ReadDb } from '../database/database.ts'
import type { QueryContext } from './define.ts'
import { NotFound } from './not-found.ts'

const minutes = 10

/**
 * The input of an act this person performed a few minutes ago: what personal values are opened with, so that nobody
 * sees them whom the log does not name. Throws NotFound for another's act, another kind or one too long past.
 */
export async function openedBy(
  db: ReadDb,
  { county, actor, now }: QueryContext,
  kind: string,
  act: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('act')
    .select(['text', 'recorded_at as recordedAt'])
    .where('county', '=', county)
    .where('id', '=', act)
    .where('kind', '=', kind)
    .where('actor', '=', actor.id)
    .executeTakeFirst()
  const age = row ? now.getTime() - new Date(row.recordedAt).getTime() : Infinity
  if (!row || age > minutes * 60_000) throw new NotFound()
  return (JSON.parse(row.text) as { input: unknown }).input
}
