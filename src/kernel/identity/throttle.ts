import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** An office or a village often shares one address: it is slowed much later than one name or letter. */
const freeFailures = (subject: string) => (subject.startsWith('address:') ? 50 : 5)
const longestWaitSeconds = 900

/**
 * Slows guessing: after five failures (of an address, fifty) each further one doubles the wait, up to a quarter of an
 * hour. Kept in the database, so that it holds over restarts and for every process. Subjects: `name:…`, `address:…`,
 * `letter:…`.
 *
 * Answers the seconds to wait; where there are none, the attempt counts as failed before anything is checked, so that
 * guesses sent at once do not overtake their own count. A good one forgets it again.
 */
export async function beginAttempt(
  database: Database,
  subjects: readonly string[],
  now: Date,
): Promise<number> {
  // In one order, so that two attempts of the same people never wait for each other.
  const sorted = [...new Set(subjects)].sort()
  return database.owner.transaction().execute(async (tx) => {
    await tx
      .insertInto('sign_in_throttle')
      .values(sorted.map((subject) => ({ subject, failures: 0, last_failure_at: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const rows = await tx
      .selectFrom('sign_in_throttle')
      .select(['subject', 'failures', 'last_failure_at'])
      .where('subject', 'in', sorted)
      .orderBy('subject')
      .forUpdate()
      .execute()
    const waits = rows.map(({ subject, failures, last_failure_at }) => {
      const beyond = failures - freeFailures(subject)
      if (beyond < 0) return 0
      const wait = Math.min(2 ** beyond, longestWaitSeconds)
      return wait - (now.getTime() - last_failure_at.getTime()) / 1000
    })
    const seconds = Math.max(0, Math.ceil(Math.max(0, ...waits)))
    if (seconds === 0)
      await tx
        .updateTable('sign_in_throttle')
        .set({
          failures: sql`case when last_failure_at < ${now}::timestamptz - interval '1 day' then 1 else failures + 1 end`,
          last_failure_at: now,
        })
        .where('subject', 'in', sorted)
        .execute()
    return seconds
  })
}

export async function forgetFailures(database: Database, subjects: readonly string[]): Promise<void> {
  await database.owner
    .deleteFrom('sign_in_throttle')
    .where('subject', 'in', [...subjects])
    .execute()
}
