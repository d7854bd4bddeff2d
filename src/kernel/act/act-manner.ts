import type { ReadDb } from '../database/database.ts'
import type { Prepared } from './prepare.ts'
import { refuse, type Refusal } from './refusal.ts'

/** A device's clock may run a little ahead of the server's. */
const clockAheadMs = 10 * 60_000

/** Which of these acts name an act to correct that is about their own subject; `act subject`. */
export async function correctable(
  db: ReadDb,
  county: number,
  run: readonly Prepared[],
): Promise<ReadonlySet<string>> {
  const named = run.flatMap(({ request }) => request.corrects ?? [])
  if (named.length === 0) return new Set()
  const rows = await db
    .selectFrom('act_subject')
    .select(['act', 'subject'])
    .where('county', '=', county)
    .where('act', 'in', named)
    .execute()
  return new Set(rows.map(({ act, subject }) => `${act} ${subject}`))
}

/** What an act says of itself beyond its input: when it happened, and which act it puts right. */
export function mannerRefusals(
  { request, item }: Prepared,
  now: Date,
  corrected: ReadonlySet<string>,
): Refusal[] {
  const { corrects, happenedAt } = request
  return [
    ...(happenedAt && happenedAt.getTime() > now.getTime() + clockAheadMs ? [refuse('act.not-yet', [])] : []),
    ...(corrects !== undefined && !corrected.has(`${corrects} ${item.subject}`)
      ? [refuse('act.nothing-to-correct', [])]
      : []),
  ]
}
