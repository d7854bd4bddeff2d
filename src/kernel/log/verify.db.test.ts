import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { someKeys } from '../cipher/key-samples.ts'
import { type Database, openDatabase } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { handClock } from '../dates/clock.ts'
import { newId } from '../identity/id.ts'
import { parseActText } from './act-text.ts'
import { signCheckpoint } from './checkpoint.ts'
import type { Finding } from './finding.ts'
import { someActs } from './log-samples.ts'
import { Edge, hashLeaf } from './merkle.ts'
import { seal } from './seal.ts'
import { listColumns, sealedTables, tamper, type Tampered, type Tampering } from './tampering-samples.ts'
import { verifyLog, type VerifyOptions } from './verify.ts'
import { describeFinding, placeOf } from './words.ts'

const county = 370683
const neighbour = 370684
const keys = someKeys()
/** For each column of each table; a thorough search by hand sets more. */
const tries = Number(process.env.QINGNUAN_TRIES ?? 3)
const overdueBefore = new Date('2023-08-16T00:00:00Z')
let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const made = await aDatabase()
  drop = made.drop
  database = openDatabase(made.url)
  const clock = handClock(new Date('2023-08-15T03:00:00.123Z'))
  for (const id of [county, neighbour])
    await database.pool.query('insert into county (id, code, name) values ($1, $2, $3)', [
      id,
      `${id}`,
      '模拟县',
    ])
  const village = Array.from({ length: 50 }, () => ({ type: 'home', id: newId() }))
  for (const count of [1, 3, 4, 9, 2, 13, 6]) {
    const batch = { subjects: [{ type: 'notice', id: newId() }, ...village] }
    await someActs(database.pool, county, [...Array<object>(count).fill({}), batch])
    await someActs(database.pool, neighbour, [{}])
    await seal(database.pool, keys, { clock })
  }
})
afterAll(async () => {
  await database.close()
  await drop()
})

class Undo extends Error {}

/** Does something to the log, looks at it, and takes it back. */
async function meanwhile<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined
  await database.owner
    .transaction()
    .execute(async (db) => {
      result = { value: await work(db) }
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  if (!result) throw new Error('no result')
  return result.value
}

const trusting: VerifyOptions = { overdueBefore, trusted: [keys.signing] }
const verify = (db: Kysely<Tables>, options = trusting) => verifyLog(db, county, options)

/** Which finding keys name a row of each table. */
function names(finding: Finding, { table }: Tampering, row: Record<string, string | null>): boolean {
  if (finding.table !== table || String(finding.county) !== row.county) return false
  const keyOf = { act: 'id', act_subject: 'act', act_evidence: 'act', log_leaf: 'position', log_head: '' }
  const column = { ...keyOf, log_checkpoint: 'size', log_key: 'key_id' }[table]
  return column === '' || String(finding.key[column]) === row[column]
}

const aTampering = fc.record<Tampering>({
  table: fc.constantFrom(...sealedTables),
  row: fc.nat(),
  column: fc.nat(),
  at: fc.nat({ max: 100_000 }),
  how: fc.constantFrom('change', 'change', 'change', 'delete'),
})

function isNamed(findings: Finding[], tampering: Tampering, { before, after }: Tampered): boolean {
  return findings.some(
    (finding) => names(finding, tampering, before) || (after && names(finding, tampering, after)),
  )
}

describe('verifyLog', () => {
  it('finds nothing wrong with a log as it was written', async () => {
    const seen = await database.read(county, (db) => verifyLog(db, county, trusting))
    expect(seen.findings).toEqual([])
    expect(seen).toMatchObject({ sound: true, acts: 45, checkpoints: 7, waiting: 0, last: { size: 45 } })
  })

  it('compares every column that the sealed tables have', async () => {
    const columns = Object.fromEntries(
      await Promise.all(
        [...sealedTables, 'log_pending'].map(async (table) => [
          table,
          (await listColumns(database.owner, table)).map((column) => column.name),
        ]),
      ),
    ) as unknown
    // A new column here needs its comparison in verify before it may be added to this list.
    expect(columns).toEqual({
      act: [
        ...[
          'county',
          'id',
          'kind',
          'version',
          'actor',
          'on_behalf_of',
          'happened_at',
          'recorded_at',
          'caused_by',
        ],
        ...['corrects', 'pack', 'input_digest', 'text'],
      ],
      act_subject: ['county', 'act', 'subject_type', 'subject'],
      act_evidence: ['county', 'act', 'digest', 'kind'],
      log_pending: ['county', 'act'],
      log_leaf: ['county', 'position', 'act', 'hash'],
      log_head: ['county', 'size', 'edge'],
      log_checkpoint: ['county', 'size', 'root', 'made_at', 'key_id', 'signature'],
      log_key: ['county', 'key_id', 'algorithm', 'public_key', 'since'],
    })
  })

  it.each(sealedTables)(
    'names the row of %s where one bit was changed, or that was removed',
    async (table) => {
      const columns = await listColumns(database.owner, table)
      const each = fc.record({ row: fc.nat(), at: fc.nat({ max: 100_000 }) })
      for (const [column, { name }] of [...columns, { name: 'removed' }].entries()) {
        const how = column < columns.length ? 'change' : 'delete'
        await fc.assert(
          fc.asyncProperty(each, async (some) => {
            const tampering: Tampering = { table, column, how, ...some }
            const [tampered, findings] = await meanwhile(async (db) => {
              const done = await tamper(db, county, tampering)
              if (!done) return [done, []]
              const own = await verify(db)
              const next = await verifyLog(db, neighbour, trusting)
              return [done, [...own.findings, ...next.findings]]
            })
            fc.pre(tampered !== undefined)
            const said = findings.map((f) => `${placeOf(f)} ${describeFinding(f).en}`).join('\n')
            if (!isNamed(findings, tampering, tampered))
              throw new Error(`${name} is not named, only:\n${said}`)
            // One change is not told as many: the row, and at most what follows from it.
            expect(findings.length, said).toBeLessThanOrEqual(5)
          }),
          { numRuns: tries },
        )
      }
    },
  )

  it('names every one of several changed rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aTampering, { minLength: 2, maxLength: 5 }), async (all) => {
        const chosen = all.filter(({ table }) => table.startsWith('act'))
        const results = await meanwhile(async (db) => {
          const done = []
          for (const tampering of chosen) {
            const tampered = await tamper(db, county, { ...tampering, how: 'change' })
            if (tampered) done.push({ tampering, tampered })
          }
          const { findings } = await verify(db)
          return done.map((each) => ({ ...each, findings }))
        })
        for (const { tampering, tampered, findings } of results) {
          // A row may have been changed twice; its keys then are those of the last change.
          const named = isNamed(findings, tampering, tampered)
          const again = results.filter((other) => other.tampering.table === tampering.table).length > 1
          // Of an act that is gone itself nothing more is told.
          const withItsAct = results.some(
            (other) => other.tampering.table === 'act' && other.tampered.before.id === tampered.before.act,
          )
          expect(named || again || withItsAct).toBe(true)
        }
      }),
      { numRuns: 10 * tries },
    )
  })

  it('sees what changes act and leaf alike, at the checkpoint that signed them', async () => {
    const findings = await meanwhile(async (db) => {
      const { rows } = await sql<{ act: string; text: string }>`
        select l.act, a.text from log_leaf l join act a on a.county = l.county and a.id = l.act
         where l.county = ${county} and l.position = 10`.execute(db)
      const [row] = rows
      if (!row || !parseActText(row.text)) throw new Error('no act')
      const text = row.text.replace('"run":30', '"run":31')
      await sql`update act set text = ${text} where county = ${county} and id = ${row.act}`.execute(db)
      await sql`update log_leaf set hash = ${hashLeaf(text)} where county = ${county} and position = 10`.execute(
        db,
      )
      return (await verify(db)).findings
    })
    expect(findings).toMatchObject([{ table: 'log_leaf', key: { from: 6 }, code: 'unconfirmed' }])
  })

  it('trusts no key that only the database vouches for', async () => {
    const forger = someKeys().signing
    const forge = async (db: Kysely<Tables>) => {
      const leaves = await sql<{ hash: Buffer }>`
        select hash from log_leaf where county = ${county} order by position`.execute(db)
      const edge = Edge.empty()
      for (const { hash } of leaves.rows) edge.append(hash)
      const body = {
        county,
        size: edge.size,
        root: edge.root(),
        madeAt: '2023-08-15T04:00:00.000Z',
        previous: 0,
      }
      const made = signCheckpoint(forger, body)
      await sql`delete from log_checkpoint where county = ${county}`.execute(db)
      await sql`delete from log_key where county = ${county}`.execute(db)
      await sql`insert into log_key (county, key_id, algorithm, public_key, since)
                values (${county}, ${forger.keyId}, 'Ed25519', ${forger.pem}, ${made.madeAt})`.execute(db)
      await sql`insert into log_checkpoint (county, size, root, made_at, key_id, signature)
                values (${county}, ${made.size}, ${made.root}, ${made.madeAt}, ${made.keyId}, ${made.signature})`.execute(
        db,
      )
    }
    const [believed, known] = await meanwhile(async (db) => {
      await forge(db)
      return [await verify(db, { overdueBefore }), await verify(db)]
    })
    expect(believed.sound).toBe(true)
    expect(known.findings).toMatchObject([
      { table: 'log_key', code: 'untrusted-key' },
      { table: 'log_checkpoint', key: { size: 45 }, code: 'unknown-key' },
      { table: 'log_key', code: 'added' },
    ])
  })

  it('names acts that never came to be sealed, and tells them from those that wait', async () => {
    const [forgotten, late, fresh] = await someActs(database.pool, county, [
      {},
      {},
      { recordedAt: '2023-08-16T01:00:00.000Z' },
    ])
    await database.pool.query('delete from log_pending where county = $1 and act = $2', [county, forgotten])
    const seen = await database.read(county, (db) => verifyLog(db, county, trusting))
    expect(seen).toMatchObject({ acts: 48, waiting: 2, sound: false })
    expect(seen.findings).toMatchObject([
      { table: 'log_pending', key: { act: late }, code: 'waiting' },
      { table: 'act', key: { id: forgotten }, code: 'unsealed' },
    ])
    for (const table of ['act_subject', 'act_evidence', 'log_pending', 'act'])
      await database.pool.query(
        `delete from ${table} where county = $1 and ${table === 'act' ? 'id' : 'act'} = any($2::uuid[])`,
        [county, [forgotten, late, fresh]],
      )
  })

  it('names rows that were added', async () => {
    const stranger = newId()
    const findings = await meanwhile(async (db) => {
      await sql`set local session_replication_role = replica`.execute(db)
      const { rows } = await sql<{ act: string }>`
        select act from log_leaf where county = ${county} and position = 0`.execute(db)
      const sealed = rows[0]?.act
      await sql`insert into act_subject values (${county}, ${sealed}, 'home', ${newId()})`.execute(db)
      await sql`insert into act_subject values (${county}, ${stranger}, 'home', ${newId()})`.execute(db)
      await sql`insert into act_evidence values (${county}, ${sealed}, sha256('x'), 'photo')`.execute(db)
      await sql`insert into evidence_taken (county, act, digest, taker, taken_by)
                values (${county}, ${sealed}, sha256('x'), ${stranger}, 'camera')`.execute(db)
      await sql`insert into log_leaf values (${county}, 45, ${stranger}, sha256('x'))`.execute(db)
      await sql`insert into log_pending values (${county}, ${sealed})`.execute(db)
      await sql`insert into log_checkpoint values (${county}, 40, sha256('x'), now(), ${keys.signing.keyId}, 'x')`.execute(
        db,
      )
      await sql`insert into log_checkpoint values (${county}, 46, sha256('x'), now(), ${keys.signing.keyId}, 'x')`.execute(
        db,
      )
      return (await verify(db)).findings
    })
    expect(new Set(findings.map((f) => `${f.table} ${f.code}`))).toEqual(
      new Set([
        'log_checkpoint signature',
        'act_subject subjects',
        'act_subject added',
        'act_evidence added',
        'evidence_taken added',
        'log_leaf added',
        'log_pending added',
      ]),
    )
  })

  it('stops at a wiped table instead of listing it whole', async () => {
    const { findings, sound } = await meanwhile(async (db) => {
      await sql`delete from log_leaf where county = ${county}`.execute(db)
      return verify(db, { ...trusting, mostFindings: 10 })
    })
    expect(sound).toBe(false)
    expect(findings).toHaveLength(11)
    expect(findings.at(-1)?.code).toBe('stopped')
  })

  it('refuses to look through a fence that hides the county', async () => {
    await expect(database.read(neighbour, (db) => verifyLog(db, county, trusting))).rejects.toThrow('370683')
  })
})
