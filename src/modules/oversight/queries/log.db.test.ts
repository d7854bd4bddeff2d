import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmedHomes } from '../../../../tests/support/confirmed-homes.ts'
import { aCounty, area, type TestCounty } from '../../../../tests/support/county.ts'
import type { Actor } from '../../../kernel/identity/authority.ts'
import { decideRoute } from '../../../../tests/support/decide-route.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { verifyExport } from '../../../kernel/log/verify-export.ts'
import type { logAct } from './log-act.ts'
import type { logList } from './log-list.ts'

type List = Awaited<ReturnType<typeof logList.run>>
type Act = Awaited<ReturnType<typeof logAct.run>>
interface Verified {
  acts: number
  checkpoints: number
  isSound: boolean
  last: { size: number; root: string } | null
  findings: { place: string; said: { zh: string; en: string }; act: string | null }[]
  evidence: { files: number; problems: { digest: string; problem: string }[] } | null
}

let county: TestCounty
let auditor: Actor
let village: string
const list = (input: object = {}) => county.ask<List>(auditor, 'log.list', input)
const verified = (input: object = {}) => county.ask<Verified>(auditor, 'log.verify', input)

beforeAll(async () => {
  county = await aCounty()
  auditor = county.actors.auditor
  const { rows } = await sql<{ id: string }>`select id from village where code = ${area.village}`.execute(
    county.program.database.owner,
  )
  village = rows[0]?.id ?? ''
  await county.done(county.self, 'account.open', {
    id: county.actors.townOfficer.id,
    signIn: 'shahe',
    name: '沙河经办(模拟)',
    password: 'a long pass phrase',
    roles: [],
  })
  for (let i = 0; i < 60; i++)
    await county.done(county.actors.bureauOfficer, 'lot.open', {
      id: newId(),
      code: `L${i}`,
      name: `标段${i}`,
    })
  county.clock.set(new Date('2023-08-16T04:00:00Z'))
  await decideRoute(county, county.actors.townOfficer, village, { heldOn: '2023-08-10' })
  await county.program.seal()
})
afterAll(() => county.close())

describe('the log', () => {
  it('pages through every act once, the newest first', async () => {
    const { rows } = await sql<{ id: string }>`
      select id from act order by recorded_at desc, id desc`.execute(county.program.database.owner)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list({ after })
      expect(page.rows.length).toBeLessThanOrEqual(50)
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(rows.length).toBeGreaterThan(60)
    expect(seen).toEqual(rows.map(({ id }) => id))
  })

  it('tells who did what to whom, by which clause, on what evidence', async () => {
    const { rows } = await list({ kind: ['meeting.record'] })
    expect(rows).toEqual([
      expect.objectContaining({
        kind: 'meeting.record',
        actor: county.actors.townOfficer.id,
        clauses: ['§3.1.3b', '§4.1a'],
        who: '沙河经办(模拟)',
        evidence: 2,
        subjects: [{ type: 'village', count: 1 }],
        sealed: true,
      }),
    ])
  })

  it('is searched by day, person and subject', async () => {
    const decided = ['village.decide-route', 'meeting.record']
    const one = async (input: object) => (await list(input)).rows.map(({ kind }) => kind)
    expect(await one({ from: '2023-08-16' })).toEqual(decided)
    expect(new Set(await one({ to: '2023-08-15' }))).not.toContain('meeting.record')
    expect(await one({ actor: county.actors.townOfficer.id })).toEqual(decided)
    expect(await one({ subject: village })).toEqual([
      'village.decide-route',
      'meeting.record',
      'village.register',
    ])
    expect(await one({ who: '沙河经办' })).toEqual(decided)
    expect(await one({ who: '没有这个人' })).toEqual([])
  })

  it('is only for those who see the whole county', async () => {
    const { program, actors } = county
    for (const name of ['log.list', 'log.checkpoints', 'log.verify'])
      expect(await program.ask(actors.townOfficer, name, {})).toEqual({ status: 'not-permitted' })
    const inOneTown: Actor = { ...auditor, grants: [{ role: 'auditor', area: area.town }] }
    for (const name of ['log.list', 'log.checkpoints', 'log.verify'])
      expect(await program.ask(inOneTown, name, {})).toEqual({ status: 'not-found' })
    for (const name of ['log.export', 'home.proof'])
      expect(await program.file(inOneTown, name, { home: newId() })).toEqual({ status: 'not-found' })
    expect(await program.ask(auditor, 'log.act', { act: newId() })).toEqual({ status: 'not-found' })
  })
})

describe('one act', () => {
  const decided = async () => (await list({ kind: ['meeting.record'] })).rows[0]?.id ?? ''

  it('shows its sealed text and proves its place', async () => {
    const act = await county.ask<Act>(auditor, 'log.act', { act: await decided() })
    expect(act).toMatchObject({ isWellFormed: true, subjectCount: 1, proof: { holds: true } })
    expect(JSON.parse(act.text)).toMatchObject({ kind: 'meeting.record', input: { village } })
    expect(act.subjects).toMatchObject([{ type: 'village', name: '甲村(模拟)' }])
    expect(act.evidence).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'minutes', mediaType: 'image/jpeg' })]),
    )
    expect(act.actor).toEqual({ id: county.actors.townOfficer.id, name: '沙河经办(模拟)' })
    expect(act.proof?.path.length).toBeGreaterThan(0)
  })

  it('has no proof before it is sealed', async () => {
    await county.done(county.actors.bureauOfficer, 'lot.open', { id: newId(), code: 'LX', name: '新标段' })
    const [row] = (await list()).rows
    expect(row).toMatchObject({ kind: 'lot.open', sealed: false })
    expect((await county.ask<Act>(auditor, 'log.act', { act: row?.id ?? '' })).proof).toBeNull()
    await county.program.seal()
    expect((await list()).rows[0]?.sealed).toBe(true)
  })

  it('names homes only to those whose register they are in', async () => {
    const [home] = await confirmedHomes(county, { village: area.village, count: 1 })
    const act = await decided()
    const { owner } = county.program.database
    await sql`insert into act_subject (county, act, subject_type, subject)
              values (1, ${act}, 'home', ${home})`.execute(owner)
    const shown = await county.ask<Act>(auditor, 'log.act', { act })
    expect(shown.subjects).toContainEqual(expect.objectContaining({ type: 'home', name: '模拟户1' }))
    await sql`delete from act_subject where subject = ${home}`.execute(owner)
  })
})

describe('verifying', () => {
  it('finds an untouched log sound, and tells how far it is', async () => {
    const told: number[] = []
    const answer = await county.program.ask(
      auditor,
      'log.verify',
      {},
      { progress: (done) => told.push(done) },
    )
    const { rows } = await sql<{ acts: number; checkpoints: number }>`
      select (select count(*) from act) as acts, (select count(*) from log_checkpoint) as checkpoints`.execute(
      county.program.database.owner,
    )
    expect(answer).toMatchObject({ status: 'ok', value: { isSound: true, findings: [], ...rows[0] } })
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })

  it('names the act of which a byte was changed, and the act’s page says so', async () => {
    const { owner } = county.program.database
    const [row] = (await list({ kind: ['meeting.record'] })).rows
    const id = row?.id ?? ''
    await sql`update act set text = replace(text, 'air-heater', 'bir-heater') where id = ${id}`.execute(owner)
    try {
      const seen = await verified()
      expect(seen.isSound).toBe(false)
      expect(seen.findings).toContainEqual(expect.objectContaining({ act: id }))
      expect(seen.findings[0]?.place).toContain(id)
      const act = await county.ask<Act>(auditor, 'log.act', { act: id })
      expect(act.proof?.holds).toBe(false)
    } finally {
      await sql`update act set text = replace(text, 'bir-heater', 'air-heater') where id = ${id}`.execute(
        owner,
      )
    }
    expect((await verified()).isSound).toBe(true)
  })

  it('still lists an act whose text is broken', async () => {
    const { owner } = county.program.database
    const [row] = (await list({ kind: ['meeting.record'] })).rows
    const { rows } = await sql<{ text: string }>`select text from act where id = ${row?.id}`.execute(owner)
    await sql`update act set text = '"clauses":["x"' where id = ${row?.id}`.execute(owner)
    try {
      expect((await list({ kind: ['meeting.record'] })).rows).toMatchObject([{ clauses: [] }])
      const act = await county.ask<Act>(auditor, 'log.act', { act: row?.id })
      expect(act).toMatchObject({ isWellFormed: false, clauses: [], proof: { holds: false } })
    } finally {
      await sql`update act set text = ${rows[0]?.text} where id = ${row?.id}`.execute(owner)
    }
  })

  it('reads the evidence too where asked, and names the file that is gone', async () => {
    expect((await verified({ evidence: true })).evidence).toEqual({ files: 2, problems: [] })
    const folder = path.join(county.dataFolder, 'evidence')
    const { rows } = await sql<{ digest: Buffer }>`select digest from act_evidence`.execute(
      county.program.database.owner,
    )
    const digest = rows[0]?.digest.toString('hex') ?? ''
    const names = await readdir(folder, { recursive: true })
    const file = path.join(folder, names.find((name) => name.endsWith(digest.slice(4))) ?? '')
    const bytes = await readFile(file)
    await rm(file)
    try {
      const seen = await verified({ evidence: true })
      expect(seen).toMatchObject({ isSound: false, evidence: { problems: [{ digest, problem: 'missing' }] } })
    } finally {
      await writeFile(file, bytes)
    }
  })

  it('lists the signed states of the log', async () => {
    const seen = await county.ask<{
      rows: { size: number; acts: number; signed: boolean }[]
      total: number
      acts: number
      key: { pem: string }
    }>(auditor, 'log.checkpoints')
    expect(seen.rows.every(({ signed }) => signed)).toBe(true)
    expect(seen.rows.reduce((sum, { acts }) => sum + acts, 0)).toBe(seen.acts)
    expect(seen.rows).toHaveLength(seen.total)
    expect(seen.key.pem).toContain('BEGIN PUBLIC KEY')
  })
})

describe('what is handed out', () => {
  const trusted = () => [county.program.keys.signing]

  it('is the whole log, which anybody can check', async () => {
    const made = await county.program.file(auditor, 'log.export', {})
    if (made.status !== 'ok' || !made.value.spooled) throw new Error('no file')
    const { spooled } = made.value
    const seen = await verifyExport(spooled, { trusted: trusted() })
    const { rows } = await sql<{ acts: number }>`select count(*) as acts from act`.execute(
      county.program.database.owner,
    )
    expect(seen).toMatchObject({ kind: 'log', sound: true, acts: rows[0]?.acts })
    await rm(path.dirname(spooled), { recursive: true })
  })

  it('is one home’s acts with their proof', async () => {
    const [home] = await confirmedHomes(county, { village: area.village, count: 1, stage: 'applied' })
    await county.done(county.actors.townOfficer, 'home.withdraw', { home, reason: '农户自愿撤回' })
    await county.program.seal()
    const made = await county.program.file(auditor, 'home.proof', { home })
    if (made.status !== 'ok') throw new Error(made.status)
    const file = path.join(county.dataFolder, 'proof.json')
    await writeFile(file, made.value.body)
    expect(await verifyExport(file, { trusted: trusted() })).toMatchObject({
      kind: 'proof',
      sound: true,
      acts: 1,
      subject: { type: 'home', id: home },
      unsealed: [],
    })
  })
})
