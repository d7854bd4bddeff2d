import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { county as countyId, aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { aMoneyRoad, type MoneyRoad } from '../../../tests/support/money-road.ts'
import { openSession } from '../../kernel/identity/sessions.ts'
import { newId } from '../../kernel/identity/id.ts'
import { openHttp } from '../../server/http.ts'
import { roles } from '../organisations/roles.ts'
import { drawnFrom } from '../acceptance/rules/draw.ts'
import { audit } from './module.ts'

let county: TestCounty
let road: MoneyRoad
let homes: string[]
beforeAll(async () => {
  county = await aCounty()
  road = await aMoneyRoad(county)
  homes = await road.accepted(4)
  await road.paid(homes, await road.fund('equipment', 10_000_000))
})
afterAll(() => county.close())

interface Checks {
  checks: { check: string; found: { homes: number; fen: number } | null }[]
  books: { book: string; compared: number; differing: number }[]
}
const checksNow = () => county.ask<Checks>(county.actors.auditor, 'audit.checks', {})
const found = async (check: string) => {
  const { rows, fen } = await county.ask<{
    rows: { home: string; fen: number; told: object }[]
    fen: number
  }>(county.actors.auditor, 'audit.checked', { check })
  const counted = (await checksNow()).checks.find((one) => one.check === check)?.found
  expect(counted).toEqual({ homes: rows.length, fen })
  return rows
}
const named = (at: number) => homes[at] ?? ''
const write = (text: ReturnType<typeof sql>) => text.execute(county.program.database.owner)

describe('the checks of an audit', () => {
  it('find nothing among homes that were built, accepted and paid as they should be, and the books agree', async () => {
    const { checks, books } = await checksNow()
    expect(checks.filter((one) => one.found && one.found.homes > 0)).toEqual([])
    expect(checks.filter((one) => one.found === null)).toEqual([])
    expect(books.filter(({ differing }) => differing > 0)).toEqual([])
    expect(books.find(({ book }) => book === 'home-paid-once')?.compared).toBe(4)
    expect(books.find(({ book }) => book === 'balance-of-transfers')?.compared).toBeGreaterThan(4)
  })

  it('find what somebody has made of the register behind the door, with what is at stake', async () => {
    await write(sql`update home set accepted_on = null where county = ${countyId} and id = ${named(0)}`)
    expect(await found('paid-not-accepted')).toMatchObject([{ home: named(0) }])
    expect((await found('paid-not-accepted'))[0]?.fen).toBeGreaterThan(100_000)
    await write(
      sql`update home set accepted_on = '2023-08-20' where county = ${countyId} and id = ${named(0)}`,
    )
    await write(
      sql`update device set accepted = false, removed_on = installed_on, removed_act = act where county = ${countyId} and home = ${named(1)}`,
    )
    expect(await found('paid-not-built')).toMatchObject([{ home: named(1) }])
    await write(
      sql`update device set accepted = true, removed_on = null, removed_act = null where county = ${countyId} and home = ${named(1)}`,
    )
    await write(
      sql`delete from signed_paper where county = ${countyId} and home = ${named(2)} and paper = 'commitment'`,
    )
    expect(await found('paid-no-commitment')).toMatchObject([{ home: named(2) }])
    await write(sql`update home set answer = 'no' where county = ${countyId} and id = ${named(3)}`)
    expect(await found('paid-not-qualified')).toMatchObject([{ home: named(3), told: { answer: 'no' } }])
    await write(
      sql`update home set answer = 'yes', match_flags = 32 where county = ${countyId} and id = ${named(3)}`,
    )
    expect(await found('paid-helped-before')).toMatchObject([{ told: { state: 'decided' } }])
    await write(sql`update home set match_flags = 1 where county = ${countyId} and id = ${named(3)}`)
    expect(await found('paid-duplicate')).toMatchObject([{ home: named(3), told: { state: 'open' } }])
    await write(sql`update home set match_flags = 64 where county = ${countyId} and id = ${named(3)}`)
    expect(await found('paid-duplicate')).toEqual([])
    await write(
      sql`update home set bank_card_index = '\\x01' where county = ${countyId} and id in (${named(0)}, ${named(1)})`,
    )
    expect(await found('same-card')).toMatchObject([{ told: { homes: 2 } }, { told: { homes: 2 } }])
    expect(await found('same-telephone')).toEqual([])
    await write(sql`update sign_off set signer = (select inspector from acceptance_visit v
      where v.county = ${countyId} and v.home = ${named(2)} limit 1) where county = ${countyId} and home = ${named(2)} and level = 'town'`)
    expect(await found('same-hands')).toMatchObject([{ home: named(2) }])
    await write(sql`update home set ended = 'withdrawn' where county = ${countyId} and id = ${named(2)}`)
    expect(await found('paid-left')).toMatchObject([{ home: named(2), told: { ended: 'withdrawn' } }])
  })

  it('notice a book that was written in', async () => {
    await write(sql`update claim set total_fen = total_fen + 1 where county = ${countyId}`)
    const differing = (await checksNow()).books.filter((one) => one.differing > 0).map(({ book }) => book)
    expect(differing).toEqual(['claim-of-lines', 'claim-paid-once'])
    await write(sql`update claim set total_fen = total_fen - 1 where county = ${countyId}`)
  })

  it('make a list and a working set with the proof of every home', async () => {
    const make = async (name: 'audit.export' | 'audit.working-set') => {
      const made = await county.program.file(county.actors.auditor, name, { check: 'same-card' })
      if (made.status !== 'ok') throw new Error(made.status)
      return made.value
    }
    const list = await readWorkbook(Buffer.from((await make('audit.export')).body))
    if (isSheetProblem(list)) throw new Error(list.words.en)
    expect(list.sheets[0]?.rowCount).toBe(3)
    const { spooled = '' } = await make('audit.working-set')
    const names = (await readFile(spooled)).toString('utf8')
    for (const home of [named(0), named(1)]) expect(names).toContain(`日志证明/${home}.json`)
    for (const home of [named(2), named(3)]) expect(names).not.toContain(home)
    expect(names).toContain('SHA256SUMS.txt')
    await rm(path.dirname(spooled), { recursive: true })
  })
})

interface Sample {
  homes: number
  size: number
  seed: string
  concluded: { examined: number; most: number; isWhole: boolean; isTolerable: boolean }
  drawn: { home: string; place: number; answer: string | null; note: string | null }[]
}

describe('a sample of an audit', () => {
  const drawing = (more: object = {}) => ({
    ...{ programme: county.programme, sample: newId(), population: 'paid-equipment' },
    ...{ confidencePercent: 95, tolerablePercent: 5, ...more },
  })

  it('is drawn by a seed anybody can draw with again, and says what was examined says', async () => {
    const input = drawing()
    await county.done(county.actors.auditor, 'audit.draw-sample', input)
    const see = () => county.ask<Sample>(county.actors.auditor, 'audit.sample', { sample: input.sample })
    const sample = await see()
    const listed = await county.ask<{ rows: { id: string }[] }>(county.actors.auditor, 'audit.samples', {
      page: 0,
    })
    expect(listed.rows.map(({ id }) => id)).toContain(input.sample)
    expect(sample).toMatchObject({ homes: 4, size: 4, concluded: { examined: 0, most: 4 } })
    expect(sample.drawn.map(({ home }) => home)).toEqual(drawnFrom(sample.seed, homes, 4))
    const examine = (home: string, answer: string, more: object = {}) => ({
      ...{ sample: input.sample, home, answer },
      ...more,
    })
    const { auditor } = county.actors
    expect(await county.refused(auditor, 'audit.examine', examine(named(0), 'wrong'))).toEqual([
      'audit.wrong-how',
    ])
    expect(await county.refused(auditor, 'audit.examine', examine(newId(), 'right'))).toEqual([
      'audit.not-drawn',
    ])
    for (const home of homes) await county.done(auditor, 'audit.examine', examine(home, 'right'))
    expect((await see()).concluded).toEqual({ examined: 4, most: 0, isWhole: true, isTolerable: true })
    await county.done(auditor, 'audit.examine', examine(named(1), 'wrong', { note: '铭牌与登记不一致' }))
    expect(await see()).toMatchObject({ concluded: { examined: 4, most: 1, isTolerable: false } })
    expect((await see()).drawn.find(({ home }) => home === named(1))?.note).toBe('铭牌与登记不一致')
  })

  it('is refused of nothing, and under a number that is taken', async () => {
    const { auditor } = county.actors
    expect(
      await county.refused(auditor, 'audit.draw-sample', drawing({ population: 'paid-operating' })),
    ).toEqual(['audit.nothing-to-draw'])
    const input = drawing()
    await county.done(auditor, 'audit.draw-sample', input)
    expect(await county.refused(auditor, 'audit.draw-sample', { ...input, town: undefined })).toEqual([
      'audit.sample-taken',
    ])
  })
})

const revealing = ['home.reveal', 'objection.reveal', 'worker.reveal']

describe('whoever audits', () => {
  it('can do nothing but draw samples and say what was found', () => {
    const permitted = new Set<string>(roles.auditor.permissions)
    const acts = [...county.program.registry.acts.values()].filter((act) => permitted.has(act.permission))
    // To see a number unmasked is an act, so that it is in the log who saw it and why; it changes nothing.
    expect(acts.map(({ kind }) => kind as string).sort()).toEqual(
      [...audit.acts.map(({ kind }) => kind as string), ...revealing].sort(),
    )
  })

  it('is noted to have looked, for auditors alone; of others nothing is', async () => {
    const http = await openHttp({ program: county.program })
    const call = async (actor: 'auditor' | 'bureauDirector', url: string) => {
      const id = newId()
      await county.done(county.actors.administrator, 'account.open', {
        id,
        signIn: `looks-${actor.toLowerCase()}-${id.slice(-6)}`,
        name: '查阅人（模拟）',
        password: 'a long pass phrase',
        roles: [{ role: actor === 'auditor' ? 'auditor' : 'bureau-director', area: '370683000000' }],
      })
      await write(
        sql`update account set must_change_password = false where county = ${countyId} and id = ${id}`,
      )
      const { token } = await openSession(county.program.database, countyId, id)
      return http.inject({ url, headers: { cookie: `qingnuan=${token}` } })
    }
    const about = `/api/queries/home.page?input=${encodeURIComponent(JSON.stringify({ home: named(0) }))}`
    expect((await call('auditor', about)).statusCode).toBe(200)
    expect((await call('bureauDirector', about)).statusCode).toBe(200)
    const looks = await call('auditor', '/api/queries/audit.looks')
    const { rows } = looks.json<{
      rows: { read: string; who: string; times: number; home: { id: string } | null }[]
    }>()
    expect(rows.filter(({ read }) => read === 'home.page')).toMatchObject([
      { times: 1, home: { id: named(0) } },
    ])
    expect((await call('bureauDirector', '/api/queries/audit.looks')).statusCode).toBe(403)
    await http.close()
  })
})
