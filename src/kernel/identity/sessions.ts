import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { together } from '../pace/together.ts'
import type { Actor, Grant } from './authority.ts'
import { actorOf, grantsOfAll } from './load-actor.ts'

const lifeMs = 12 * 3_600_000
const idleMs = 2 * 3_600_000
/** How stale `last_seen_at` may be before it is written again: a page's ten requests are one write. */
const seenEveryMs = 60_000

/** What the browser holds: `county.secret`. Only the secret's digest is stored. */
export interface OpenedSession {
  token: string
  csrfToken: string
}

export interface FoundSession {
  actor: Actor
  csrfToken: string
  mustChangePassword: boolean
  /** The telephone that it was bound to, if any. */
  handset: string | null
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest()

/** Sessions keep the machine's time, not the programme's: a demo county's date must not log anybody out. */
export async function openSession(
  database: Database,
  county: number,
  account: string,
  now = new Date(),
): Promise<OpenedSession> {
  const secret = randomBytes(32).toString('base64url')
  const csrfToken = randomBytes(24).toString('base64url')
  await database.write(county, async (tx) => {
    await tx.deleteFrom('session').where('county', '=', county).where('expires_at', '<', now).execute()
    await tx
      .insertInto('session')
      .values({
        county,
        token_digest: digestOf(secret),
        account,
        csrf_token: csrfToken,
        created_at: now,
        last_seen_at: now,
        expires_at: new Date(now.getTime() + lifeMs),
      })
      .execute()
  })
  return { token: `${county}.${secret}`, csrfToken }
}

/** Finds sessions by what browsers hold; many asked for at once are looked up together. */
export function sessionFinder(database: Database) {
  const counties = new Map<number, (digest: Buffer) => Promise<FoundSession | undefined>>()
  const within = (county: number) => {
    const known = counties.get(county)
    if (known) return known
    const made = together((digests: readonly Buffer[]) => findSessions(database, county, digests))
    counties.set(county, made)
    return made
  }
  return async (token: string | undefined): Promise<FoundSession | undefined> => {
    const parts = readToken(token)
    return parts && within(parts.county)(parts.digest)
  }
}

/** The sessions of one county with these digests, in their order. */
async function findSessions(
  database: Database,
  county: number,
  digests: readonly Buffer[],
  now = new Date(),
): Promise<(FoundSession | undefined)[]> {
  const [rows, grants] = await database.read(county, async (db) => {
    const open = await db
      .selectFrom('session')
      .innerJoin('account', (join) =>
        join.onRef('account.county', '=', 'session.county').onRef('account.id', '=', 'session.account'),
      )
      .select([
        'account.id',
        'account.name',
        'account.organisation',
        'account.home',
        'account.must_change_password',
        'session.token_digest',
        'session.csrf_token',
        'session.last_seen_at',
        'session.handset',
      ])
      .where('session.county', '=', county)
      .where('session.token_digest', '=', sql<Buffer>`any(${[...digests]}::bytea[])`)
      .where('session.expires_at', '>', now)
      .where('session.last_seen_at', '>', new Date(now.getTime() - idleMs))
      .where('account.disabled_at', 'is', null)
      .execute()
    const accounts = [...new Set(open.map(({ id }) => id))]
    return [open, accounts.length > 0 ? await grantsOfAll(db, county, accounts) : new Map<string, Grant[]>()]
  })
  const stale = rows.filter(({ last_seen_at: seen }) => now.getTime() - seen.getTime() > seenEveryMs)
  if (stale.length > 0)
    await database.write(county, (tx) =>
      tx
        .updateTable('session')
        .set({ last_seen_at: now })
        .where('county', '=', county)
        .where('token_digest', '=', sql<Buffer>`any(${stale.map((row) => row.token_digest)}::bytea[])`)
        .execute(),
    )
  const found = new Map(
    rows.map((row) => [
      row.token_digest.toString('hex'),
      {
        csrfToken: row.csrf_token,
        mustChangePassword: row.must_change_password,
        actor: { ...actorOf(county, row), grants: grants.get(row.id) ?? [] },
        handset: row.handset,
      },
    ]),
  )
  return digests.map((digest) => found.get(digest.toString('hex')))
}

export async function closeSession(database: Database, token: string | undefined): Promise<void> {
  const parts = readToken(token)
  if (!parts) return
  await database.write(parts.county, (tx) =>
    tx
      .deleteFrom('session')
      .where('county', '=', parts.county)
      .where('token_digest', '=', parts.digest)
      .execute(),
  )
}

/** Binds a session to the telephone it runs on, so that it ends with it. */
export async function bindSession(
  database: Database,
  token: string | undefined,
  handset: string,
): Promise<void> {
  const parts = readToken(token)
  if (!parts) return
  await database.write(parts.county, (tx) =>
    tx
      .updateTable('session')
      .set({ handset })
      .where('county', '=', parts.county)
      .where('token_digest', '=', parts.digest)
      .execute(),
  )
}

/**
 * Lets the telephone that a session runs on take it up again by a secret of its own, after its browser was killed and
 * forgot the session's. It is worth something as long as the session lives. The telephone keeps the one secret for all
 * its sessions: one handed out with each would be lost where it cannot be written down. Answers whether it was noted.
 */
export async function noteResuming(
  database: Database,
  token: string | undefined,
  { handset, secret }: { handset: string; secret: string },
): Promise<boolean> {
  const parts = readToken(token)
  if (!parts) return false
  const { county, digest } = parts
  return database.write(county, async (tx) => {
    await tx
      .updateTable('session')
      .set({ resume_digest: null })
      .where('county', '=', county)
      .where('handset', '=', handset)
      .where('token_digest', '!=', digest)
      .execute()
    const { numUpdatedRows } = await tx
      .updateTable('session')
      .set({ resume_digest: digestOf(secret) })
      .where('county', '=', county)
      .where('token_digest', '=', digest)
      .where('handset', '=', handset)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  })
}

/** Takes up the session that a telephone's secret belongs to, under a new token; undefined where it has ended. */
export async function resumeSession(
  database: Database,
  { county, secret, handset }: { county: number; secret: string; handset: string },
  now = new Date(),
): Promise<string | undefined> {
  const next = randomBytes(32).toString('base64url')
  const { numUpdatedRows } = await database.write(county, (tx) =>
    tx
      .updateTable('session')
      .set({ token_digest: digestOf(next) })
      .where('county', '=', county)
      .where('resume_digest', '=', digestOf(secret))
      .where('handset', '=', handset)
      .where('expires_at', '>', now)
      .where('last_seen_at', '>', new Date(now.getTime() - idleMs))
      .executeTakeFirst(),
  )
  return numUpdatedRows === 1n ? `${county}.${next}` : undefined
}

/** Ends every session of an account but the given one: after a new password, a lost phone, a withdrawn role. */
export async function closeOtherSessions(
  database: Database,
  county: number,
  account: string,
  keep?: string,
): Promise<void> {
  const kept = readToken(keep)?.digest ?? Buffer.alloc(0)
  await database.write(county, (tx) =>
    tx
      .deleteFrom('session')
      .where('county', '=', county)
      .where('account', '=', account)
      .where('token_digest', '!=', kept)
      .execute(),
  )
}

function readToken(token: string | undefined): { county: number; digest: Buffer } | undefined {
  const [, county, secret] = /^(\d{1,9})\.([\w-]{43})$/.exec(token ?? '') ?? []
  return county && secret ? { county: Number(county), digest: digestOf(secret) } : undefined
}
