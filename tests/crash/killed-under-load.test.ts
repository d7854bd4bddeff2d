import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../src/kernel/identity/id.ts'
import { listViolations } from '../support/violations.ts'
import { aBuiltApplication, type Application } from './application.ts'
import { type Entry, Journal } from './journal.ts'
import { atWork, type County } from './load.ts'
import { anAct, type Person, setUp, signIn } from './office.ts'

/** Fifty in a full run; some of each sort in the everyday one. */
const kills = Number(process.env.QINGNUAN_KILLS ?? 12)
const county = 1
const minute = 60_000

let application: Application
let place: County
const journal = new Journal()

beforeAll(async () => {
  application = await aBuiltApplication()
  await application.start()
  place = await aSmallCounty()
}, 3 * minute)
afterAll(() => application.remove(), minute)

async function aSmallCounty(): Promise<County> {
  const { administrator, programme } = await setUp(application, {
    code: '370683',
    name: '莱州市',
    year: 2023,
  })
  const town = { code: '370683101000', name: '沙河镇' }
  const villages = Array.from({ length: 12 }, (_, n) => ({
    code: `3706831012${String(n + 1).padStart(2, '0')}`,
    name: `第${n + 1}村(模拟)`,
  }))
  await done(
    administrator,
    anAct('village.register', {
      programme,
      synthetic: true,
      areas: [town, ...villages].map((area) => ({ ...area, kind: 'rural' })),
    }),
  )
  const enter = async (name: string, role: string, area: string) => {
    const password = 'another long pass phrase'
    await done(
      administrator,
      anAct('account.open', {
        id: newId(),
        signIn: name,
        name,
        password,
        mustChangePassword: false,
        roles: [{ role, area }],
      }),
    )
    return signIn(application, name, password)
  }
  const rows = await look<{ id: string; code: string }>(
    'select id, code from village where county = $1',
    county,
  )
  return {
    programme,
    town,
    villages: villages.map((village) => ({
      ...village,
      id: rows.find(({ code }) => code === village.code)?.id ?? '',
    })),
    people: {
      officers: [
        await enter('officer-one', 'town-officer', town.code),
        await enter('officer-two', 'town-officer', town.code),
        await enter('officer-three', 'town-officer', town.code),
      ],
      bureau: await enter('bureau', 'bureau-officer', '370683000000'),
    },
  }
}

async function done(by: Person, act: ReturnType<typeof anAct>): Promise<void> {
  const reply = await journal.perform(by, act)
  if (reply.status !== 'done') throw new Error(`${act.kind}: ${JSON.stringify(reply)}`)
}

async function look<T extends object>(text: string, ...values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: application.databaseUrl })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

async function idsInLog(ids: readonly string[]): Promise<Set<string>> {
  const rows = await look<{ id: string }>(
    'select id from act where county = $1 and id = any($2::uuid[])',
    county,
    ids,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Acts whose effect is a row of their own: the one without the other is half an act. */
const effects = [
  ['home.add', 'home'],
  ['home.correct', 'home_correction'],
  ['home.settle-fact', 'settled_fact'],
  ['register.import', 'register_import'],
  ['notice.open', 'notice'],
] as const

async function expectWhole(): Promise<void> {
  const client = new pg.Client({ connectionString: application.databaseUrl })
  await client.connect()
  try {
    expect(await listViolations(client, county)).toEqual([])
    for (const [kind, table] of effects) {
      const { rows } = await client.query(
        `select a.id from act a where a.county = $1 and a.kind = $2
            and not exists (select 1 from ${table} t where t.county = $1 and t.act = a.id)`,
        [county, kind],
      )
      expect(rows, `${kind} without its ${table}`).toEqual([])
    }
    const { rows: shared } = await client.query(
      'select id from home where county = $1 and (duplicates > 0 or id_number_index is null)',
      [county],
    )
    expect(shared, 'applications entered twice').toEqual([])
  } finally {
    await client.end()
  }
}

/** What was acknowledged is there, what was refused is not, and asking again is harmless. */
async function expectKept(): Promise<{ unanswered: number; ofTheseDone: number }> {
  const acknowledged = journal.idsThat('done')
  const kept = await idsInLog(acknowledged)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
  expect([...(await idsInLog(journal.idsThat('refused')))]).toEqual([])
  await expectWhole()

  const recent = journal.takeRecent(40)
  const unanswered = recent.filter(({ reply }) => reply.status === 'unanswered')
  const there = await idsInLog(unanswered.map(({ act }) => act.id))
  // In the order they were sent: what follows may stand on what came before.
  for (const entry of unanswered) await expectHarmless(entry, there.has(entry.act.id))
  await Promise.all(
    recent.filter(({ reply }) => reply.status === 'done').map((entry) => expectHarmless(entry, true)),
  )
  await expectWhole()
  return { unanswered: unanswered.length, ofTheseDone: there.size }
}

/** The same act once more: told of the first time, or done now. */
async function expectHarmless({ by, act }: Entry, wasThere: boolean): Promise<void> {
  const receipt = journal.receiptOf(act.id)
  const again = await journal.perform(by, act)
  if (wasThere) expect(again, act.kind).toMatchObject({ status: 'done', repeated: true })
  else expect(['done', 'refused'], `${act.kind}: ${JSON.stringify(again)}`).toContain(again.status)
  if (receipt && again.status === 'done') expect(again.receipt).toEqual(receipt)
}

it(
  `keeps every acknowledged act, once and whole, over ${kills} kills`,
  async () => {
    let sent = 0
    let hit = 0
    const plan = ['application', 'both', 'application', 'both', 'starting', 'database'] as const
    for (let killed = 0; killed < kills; killed++) {
      const what = plan[killed % plan.length] ?? 'both'
      const afterMs = Math.round(Math.random() ** 2 * 2500)
      const working = atWork(place, journal)
      await pause(what === 'starting' ? 300 : afterMs)
      await application.kill(what === 'starting' ? 'application' : what)
      sent += await working.stop()
      if (what === 'starting') await application.startAndKill(afterMs)
      await (what === 'database' ? application.ready() : application.start())
      const { unanswered, ofTheseDone } = await expectKept()
      hit += unanswered
      console.log(
        `kill ${killed + 1} of ${kills}: ${what} after ${afterMs} ms; ${sent} acts sent,`,
        `${unanswered} cut off, of these ${ofTheseDone} done`,
      )
      expect(journal.wrongs()).toEqual([])
    }
    // Otherwise nothing was under way when it was killed.
    expect(hit).toBeGreaterThan(kills)
    expect(journal.idsThat('done').length).toBeGreaterThan(10 * kills)
    expect(journal.idsThat('unanswered')).toEqual([])

    expect(await application.stop()).toBe(0)
    const verified = await application.run('verify', '--evidence')
    expect(verified, verified.output).toMatchObject({ code: 0 })
    expect(verified.output).toMatch(/ 0 waiting to be sealed/)
  },
  (4 + kills) * minute,
)
