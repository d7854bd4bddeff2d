import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** An office or a village often shares one address: it is slowed much later than one name or letter. */
const freeFailures = (subject: string) => (subject.startsWith('address:') ? 50 : 5)
const longestWaitSeconds = 900

/**
 * Slows guessing: after five failures (of an address, fifty) each further one doubles the wait, up to a quarter of an hour. Kept in the
 * database, so that it holds over restarts and for every process. Subjects: `name:…`, `address:…`, `letter:…`.
 */
export async function secondsToWait(
  database: Database,
  subjects: readonly string[],
  now: Date,
): Promise<number> {
  const rows = await database.owner
    .selectFrom('sign_in_throttle')
    .select(['subject', 'failures', 'last_failure_at'])
    .where('subject', 'in', [...subjects])
    .execute()
  const waits = rows.map(({ subject, failures, last_failure_at }) => {
    const beyond = failures - freeFailures(subject)
    if (beyond < 0) return 0
    const wait = Math.min(2 ** beyond, longestWaitSeconds)
    return wait - (now.getTime() - last_failure_at.getTime()) / 1000
  })
  return Math.max(0, Math.ceil(Math.max(0, ...waits)))
}

export async function noteFailure(database: Database, subjects: readonly string[], now: Date): Promise<void> {
  for (const subject of subjects)
    await sql`
      insert into sign_in_throttle (subject, failures, last_failure_at) values (${subject}, 1, ${now})
      on conflict (subject) do update
        set failures = case when sign_in_throttle.last_failure_at < excluded.last_failure_at - interval '1 day'
                            then 1 else sign_in_throttle.failures + 1 end,
            last_failure_at = excluded.last_failure_at`.execute(database.owner)
}

export async function forgetFailures(database: Database, subjects: readonly string[]): Promise<void> {
  await database.owner
    .deleteFrom('sign_in_throttle')
    .where('subject', 'in', [...subjects])
    .execute()
}
