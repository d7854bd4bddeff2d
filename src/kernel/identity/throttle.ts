import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** An office or a village often shares one address: it is slowed much later than one name or letter. */
const freeFailures = (subject: string) => (/^(address|receipt):/.test(subject) ? 50 : 5)
const longestWaitSeconds = 900

/**
 * Slows guessing: after five failures (of an address, fifty) each further one doubles the wait, up to a quarter of an
 * hour. Kept in the database, so that it holds over restarts and for every process. Subjects: `name:…`, `address:…`,
 * `letter:…`, `receipt:…` (an address that looks receipts up).
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
    const rows = await lockCounts(tx, sorted, now)
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

/** So many in so long a time: taken all at once if they come so, then one whenever the next share of the time is over. */
export interface Limit {
  most: number
  seconds: number
}

/**
 * Counts what an address may do without proving who it is, under each limit at once. Answers the seconds until it may
 * again, and counts nothing then; 0 where it may. Waiting is never longer than the time's share of one.
 */
export async function takeTurn(
  database: Database,
  subject: string,
  limits: readonly Limit[],
  now: Date,
): Promise<number> {
  const named = limits.map((limit) => ({ ...limit, subject: `${subject}:${limit.seconds}` }))
  const sorted = named.map((limit) => limit.subject).sort()
  return database.owner.transaction().execute(async (tx) => {
    const counts = new Map((await lockCounts(tx, sorted, now)).map((row) => [row.subject, row]))
    const turns = named.map((limit) => ({ ...limit, ...drained(limit, counts.get(limit.subject), now) }))
    const seconds = Math.max(
      0,
      ...turns.map(({ held, most, since, seconds: time }) =>
        held < most ? 0 : Math.ceil(time / most - (now.getTime() - since.getTime()) / 1000),
      ),
    )
    if (seconds === 0)
      for (const { subject: counted, held, since } of turns)
        await tx
          .updateTable('sign_in_throttle')
          .set({ failures: held + 1, last_failure_at: since })
          .where('subject', '=', counted)
          .execute()
    return seconds
  })
}

/** What still counts of what was counted: each share of the time that is over has let one go. */
function drained({ most, seconds }: Limit, row: Count | undefined, now: Date): { held: number; since: Date } {
  if (!row) return { held: 0, since: now }
  const share = (seconds * 1000) / most
  const gone = Math.floor(Math.max(0, now.getTime() - row.last_failure_at.getTime()) / share)
  const held = row.failures - gone
  return held <= 0
    ? { held: 0, since: now }
    : { held, since: new Date(row.last_failure_at.getTime() + gone * share) }
}

type Count = { subject: string; failures: number; last_failure_at: Date }

/** The counts of these subjects, there from now on if they were not, locked in the order they are given. */
async function lockCounts(tx: Database['owner'], sorted: readonly string[], now: Date): Promise<Count[]> {
  await tx
    .insertInto('sign_in_throttle')
    .values(sorted.map((subject) => ({ subject, failures: 0, last_failure_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('sign_in_throttle')
    .select(['subject', 'failures', 'last_failure_at'])
    .where('subject', 'in', sorted)
    .orderBy('subject')
    .forUpdate()
    .execute()
}
