import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { programFolder } from './program-folder.ts'
import { sharedTables } from './shared-tables.ts'

/**
 * Brings a database to the newest schema. Forward only; each migration is one transaction and each statement
 * its own message, since a distributed database refuses several in one.
 * Throws where an applied migration's text has changed, or the server is older than PostgreSQL 15.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < 150000) throw new Error(`PostgreSQL 15 or newer is needed; this server is ${version}.`)
    await createAppRole(client)
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    )
    // The row lock keeps two starting programs from migrating side by side.
    await client.query('begin')
    await client.query('lock table migration in exclusive mode')
    const applied = new Map<string, string>(
      (await client.query('select name, digest from migration')).rows.map((r) => [r.name, r.digest]),
    )
    for (const { name, text } of await readMigrations()) {
      const digest = createHash('sha256').update(text).digest('hex')
      const before = applied.get(name)
      if (before === digest) continue
      if (before)
        throw new Error(`Migration ${name} was changed after it was applied; write a new one instead.`)
      for (const statement of splitStatements(text)) await client.query(statement)
      await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest])
    }
    await guardTables(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

async function readMigrations(): Promise<{ name: string; text: string }[]> {
  const folder = path.join(programFolder(), 'migrations')
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  )
}

/** Splits on semicolons at line ends; our migrations hold no function bodies, and a test keeps it so. */
function splitStatements(text: string): string[] {
  return text
    .replace(/^\s*--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter(Boolean)
}

async function createAppRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select 1 from pg_roles where rolname = 'qingnuan_app'")
  if (rows.length > 0) return
  try {
    await client.query('create role qingnuan_app nologin')
    await client.query('grant qingnuan_app to current_user')
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '42710' || code === '23505') return // another program made it just now
    if (code === '42501')
      throw new Error(
        'The database user may not create roles. Ask the database administrator to run once: ' +
          'create role qingnuan_app nologin; grant qingnuan_app to <the application user>;',
      )
    throw error
  }
}

/** Tables that are only ever added to: the log, and the ledger (§5.2); the grant repeats what the code does (design §3). */
const appendOnly = ['act', 'act_subject', 'act_evidence', 'ledger_journal', 'ledger_transfer']
/** Only the sealer, running as the owner, touches these. */
const sealed = ['log_leaf', 'log_head', 'log_key', 'log_checkpoint']

/** Row-level security and grants for every table; run after each migration so that none is forgotten. */
async function guardTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; secured: boolean; has_policy: boolean }>(
    `select c.relname as name, c.relrowsecurity as secured,
            exists (select 1 from pg_policy p where p.polrelid = c.oid) as has_policy
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = current_schema()`,
  )
  await client.query('grant usage on schema public to qingnuan_app')
  for (const { name, secured, has_policy } of rows) {
    if (name === 'migration') continue
    const rights = appendOnly.includes(name)
      ? 'select, insert'
      : sealed.includes(name)
        ? 'select'
        : 'select, insert, update, delete'
    await client.query(`grant ${rights} on ${name} to qingnuan_app`)
    if ((sharedTables as readonly string[]).includes(name)) continue
    if (!secured) await client.query(`alter table ${name} enable row level security`)
    if (!has_policy)
      await client.query(
        `create policy own_county on ${name} to qingnuan_app
           using (county = nullif(current_setting('app.county', true), '')::int)
           with check (county = nullif(current_setting('app.county', true), '')::int)`,
      )
  }
}

/** Throws everything away. Only for a demo county whose loading was cut off: it is made again from its seed. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('drop schema public cascade')
    await client.query('create schema public')
  } finally {
    await client.end()
  }
}
