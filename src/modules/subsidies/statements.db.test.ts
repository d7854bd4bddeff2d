import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../tests/support/county.ts'
import {
  aSeasonRoad,
  type SeasonRoad,
  usageBook,
  type UsageLine,
  usualFen,
} from '../../../tests/support/season-road.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { findHomes } from '../households/public.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'

let county: TestCounty
let road: SeasonRoad
let people: TestCounty['actors']
beforeAll(async () => {
  county = await aCounty()
  road = await aSeasonRoad(county)
  people = county.actors
})
afterAll(() => county.close())

const codes = (outcome: Awaited<ReturnType<TestCounty['do']>>) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : [outcome.status]
interface List {
  total: number
  payableFen: number
  heldFen: number
  rows: {
    id: string
    home: string
    state: string
    amountFen: number
    failedRules: { rule: string; clauses: string[]; label: { zh: string } }[]
    sentBackReason: string | null
    formula: object
  }[]
}
const list = (season: string, more: object = {}) =>
  county.ask<List>(people.bureauOfficer, 'statement.list', { season, ...more })

describe('a season', () => {
  it('is opened once, in its days, from a fund for this purpose', async () => {
    const { season, fund, endsOn } = await road.season()
    const open = (given: object) =>
      county.refused(people.bureauOfficer, 'season.open', {
        id: newId(),
        name: '再开一季',
        startsOn: '2090-11-15',
        endsOn: '2091-03-31',
        fund,
        ...given,
      })
    expect(await open({ id: season })).toEqual(['season.exists'])
    expect(await open({ startsOn: endsOn, endsOn: '2091-03-31' })).toEqual(['season.overlaps'])
    expect(await open({ endsOn: '2090-11-15' })).toEqual(['season.ends-before-start'])
    expect(await open({ fund: newId() })).toEqual(['fund.not-found'])
    expect(await open({ fund: await road.fund('equipment', 1) })).toEqual(['fund.other-purpose'])
    const twice = await Promise.all(
      [newId(), newId()].map((id) =>
        county.do(people.bureauOfficer, 'season.open', {
          id,
          name: '同时开季',
          startsOn: '2095-11-15',
          endsOn: '2096-03-31',
          fund,
        }),
      ),
    )
    expect(twice.flatMap(codes).sort()).toEqual(['done', 'season.overlaps'])
  })

  it('counts its electricity only when it is over, within the days of the plan', async () => {
    const { season, endsOn } = await road.season()
    const [home = ''] = await road.accepted(1)
    const lines = await road.linesOf([home])
    road.on(endsOn)
    expect(codes(await road.importLines(season, lines))).toEqual(['season.not-over'])
    expect(await county.refused(people.bureauOfficer, 'statement.draw-up', { season })).toEqual([
      'season.not-over',
      'statement.no-readings',
    ])
    road.on(`${endsOn.slice(0, 4)}-04-01`)
    expect(codes(await road.importLines(season, lines))).toEqual(['done'])
    const page = await county.ask<{ deadline: string; daysLeft: number; readings: number; undrawn: number }>(
      people.bureauOfficer,
      'season.page',
      { season },
    )
    expect(page).toMatchObject({
      deadline: `${endsOn.slice(0, 4)}-04-15`,
      daysLeft: 14,
      readings: 1,
      undrawn: 1,
    })
  })
})

describe('the grid company’s workbook', () => {
  it('is told where an account stands in a stranger’s name, and taken all the same', async () => {
    const { season } = await road.season()
    const [own = '', stranger = '', blank = ''] = await road.accepted(3)
    const homes = await road.read((db) => findHomes(db, 1, [own, stranger]))
    const rows: UsageLine[] = [
      { account: await road.accountOf(own), holder: ` ${homes.get(own)?.householder} ` },
      { account: await road.accountOf(stranger), holder: '欧阳别人' },
      { account: await road.accountOf(blank) },
    ]
    const file = await county.evidence('workbook', await usageBook(rows), people.gridOfficer)
    const dry = await county.ask<{ matched: number; problems: { code: string; severity: string }[] }>(
      people.gridOfficer,
      'usage.dry-run',
      { season, file: file.digest },
    )
    expect(dry).toMatchObject({ matched: 3, errorCount: 0 })
    expect(dry.problems).toMatchObject([{ code: 'usage.other-name', severity: 'warning', row: 3, column: 5 }])
    expect(JSON.stringify(dry.problems)).not.toContain(homes.get(stranger)?.householder)
  })

  it('is named fault by fault, by row and column, and comes in whole or not at all', async () => {
    const { season } = await road.season()
    const [good = '', other = ''] = await road.accepted(2)
    const [account, otherAccount] = [await road.accountOf(good), await road.accountOf(other)]
    const rows: UsageLine[] = [
      { account },
      { account: '12345' },
      { account: otherAccount, start: '3000.5', end: '1000' },
      { account: '0606999999999', start: '一千', end: '' },
      { account: '0606999999998', start: '100', end: '200', used: '101' },
      { account },
      { account: '0606999999997' },
    ]
    const file = await county.evidence('workbook', await usageBook(rows))
    const uploader = { ...people.gridOfficer, id: county.self.id }
    const dry = await county.ask<{
      matched: number
      unmatched: number
      errorCount: number
      problems: { code: string; severity: string; row: number; column: number }[]
    }>(uploader, 'usage.dry-run', { season, file: file.digest })
    expect(dry.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['usage.account', 3, 1],
      ['usage.backwards', 4, 3],
      ['usage.reading', 5, 2],
      ['usage.reading-missing', 5, 3],
      ['usage.difference', 6, 4],
      ['usage.twice', 7, 1],
      ['usage.unknown-account', 8, 1],
    ])
    expect(dry).toMatchObject({ matched: 1, unmatched: 1, errorCount: 6 })
    expect(
      await county.program.ask(people.gridOfficer, 'usage.dry-run', { season, file: file.digest }),
    ).toEqual({ status: 'not-found' })

    const marked = await county.program.file(uploader, 'usage.marked', { season, file: file.digest })
    if (marked.status !== 'ok') throw new Error(marked.status)
    const book = await readWorkbook(marked.value.body)
    if (isSheetProblem(book)) throw new Error(book.words.en)
    const sheet = book.sheets.find(({ name }) => name === '取暖季用电量')
    expect(sheet?.text(3, 5)).toContain('截止示数小于起始示数')

    const input = { season, file: file.digest, fileName: '用电量.xlsx' }
    const outcome = await county.do(people.gridOfficer, 'usage.import', input, [file])
    expect(outcome).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'workbook.faulty', facts: { problems: 6 } }],
    })
    expect(await county.refused(people.gridOfficer, 'usage.import', input, [])).toContain('evidence.required')
    expect(
      await county.refused(people.gridOfficer, 'usage.import', input, [await county.evidence('workbook')]),
    ).toEqual(['evidence.not-uploaded'])
    const readings = await road.read((db) =>
      db
        .selectFrom('usage_reading')
        .selectAll()
        .where('county', '=', 1)
        .where('season', '=', season)
        .execute(),
    )
    expect(readings).toEqual([])
  })

  it('is taken once, and a home is read once', async () => {
    const { season } = await road.season()
    const homes = await road.accepted(2)
    const lines = [...(await road.linesOf(homes)), { account: '0606999999996' }]
    const both = await Promise.all([road.importLines(season, lines), road.importLines(season, lines)])
    expect(both.flatMap(codes).sort()).toEqual(['done', 'usage.same-file'])
    expect(both.find(({ status }) => status === 'done')).toMatchObject({
      receipt: { result: { rows: 3, matched: 2, replaced: 0, unmatched: 1 } },
    })
    expect(codes(await road.importLines(season, lines.slice(0, 2)))).toEqual(['usage.read-before'])
    expect(codes(await road.importLines(season, lines.slice(2)))).toEqual(['usage.nothing-matched'])
  })

  it('tells an account that two homes share from an unknown one', async () => {
    const { season } = await road.season()
    const [one = '', two = ''] = await road.accepted(2)
    const account = await road.accountOf(one)
    await road.write((tx) =>
      tx
        .updateTable('home')
        .set({ account_number: account })
        .where('county', '=', 1)
        .where('id', '=', two)
        .execute(),
    )
    const file = await county.evidence('workbook', await usageBook([{ account }]))
    const uploader = { ...people.gridOfficer, id: county.self.id }
    expect(await county.ask(uploader, 'usage.dry-run', { season, file: file.digest })).toMatchObject({
      matched: 0,
      problems: [{ code: 'usage.shared-account', severity: 'warning', row: 2 }],
    })
  })
})

describe('statements', () => {
  it('are held back once a home has had its seasons', async () => {
    const [home = ''] = await road.accepted(1)
    for (let had = 0; had < 3; had++) {
      const { season } = await road.season()
      await road.drawnUp(season, [home])
      expect((await list(season)).rows).toMatchObject([{ state: 'drawn-up' }])
    }
    const { season } = await road.season()
    await road.drawnUp(season, [home])
    expect((await list(season)).rows).toMatchObject([
      { state: 'blocked', failedRules: [{ rule: 'seasons-left', clauses: ['§4.3'] }] },
    ])
  })

  it('carry the amount with its formula, and hold back with the reason who may not be paid', async () => {
    const { season } = await road.season()
    const [paid = '', capped = '', unused = ''] = await road.accepted(3)
    const [uncommitted = ''] = await road.accepted(1, { committed: false })
    const [bare = ''] = await road.accepted(1)
    const [unaccepted = ''] = await road.assigned(1)
    await road.commit(unaccepted)
    await road.write((tx) =>
      tx
        .updateTable('device')
        .set({ accepted: false })
        .where('county', '=', 1)
        .where('home', '=', bare)
        .execute(),
    )
    const lines = [
      ...(await road.linesOf([paid, uncommitted, bare, unaccepted])),
      ...(await road.linesOf([capped], { start: '0', end: '12345.67' })),
      ...(await road.linesOf([unused], { start: '7', end: '7' })),
    ]
    expect(codes(await road.importLines(season, lines))).toEqual(['done'])
    const receipt = await road.drawUp(season)
    expect(receipt.result).toEqual({ statements: 6, payable: 2, blocked: 4, totalFen: usualFen + 120_000 })
    const { rows } = await list(season)
    // The sum a town is told and the list it opens are of the same homes.
    const payable = await list(season, { payable: true })
    expect(payable).toMatchObject({ total: 2, payableFen: usualFen + 120_000, heldFen: 0 })
    const held = await list(season, { payable: false })
    expect(held).toMatchObject({ total: 4, payableFen: 0 })
    expect(await list(season)).toMatchObject({ payableFen: payable.payableFen, heldFen: held.heldFen })
    const of = (home: string) => rows.find((row) => row.home === home)
    expect(of(paid)).toMatchObject({
      state: 'drawn-up',
      amountFen: usualFen,
      failedRules: [],
      formula: {
        parts: [
          {
            centi: 200_050,
            countedCenti: 200_050,
            products: [{ centi: 200_050, rate: 20 }],
            mostCenti: 600_000,
          },
        ],
      },
    })
    expect(of(capped)).toMatchObject({
      amountFen: 120_000,
      formula: { parts: [{ centi: 1_234_567, countedCenti: 600_000 }] },
    })
    expect(of(unused)).toMatchObject({ state: 'blocked', amountFen: 0, failedRules: [] })
    expect(of(uncommitted)).toMatchObject({
      state: 'blocked',
      failedRules: [{ rule: 'commitment-signed', clauses: ['§3.3.2a'] }],
    })
    expect(of(bare)).toMatchObject({
      state: 'blocked',
      failedRules: [{ rule: 'terminal-equipment-present', clauses: ['§3.3.2c'] }],
    })
    expect(of(unaccepted)?.failedRules.map(({ rule }) => rule)).toEqual([
      'terminal-equipment-present',
      'accepted-in-home',
    ])

    await road.commit(uncommitted)
    await road.drawUp(season)
    expect(await road.statesOf(season, [uncommitted, bare])).toEqual(['drawn-up', 'blocked'])
    expect((await list(season, { state: 'blocked' })).total).toBe(3)
    const file = await county.program.file(people.bureauOfficer, 'statement.export', {
      season,
      state: 'blocked',
    })
    if (file.status !== 'ok') throw new Error(file.status)
    const book = await readWorkbook(file.value.body)
    if (isSheetProblem(book)) throw new Error(book.words.en)
    const exported = book.sheets[0]
    // Title, day and header stand above.
    expect(file.value.fileName).toBe('运行补贴发放明细.xlsx')
    const ofVillage = await county.program.file(people.bureauOfficer, 'statement.export', {
      season,
      village: area.village,
    })
    expect(ofVillage).toMatchObject({ value: { fileName: '甲村(模拟)运行补贴发放明细.xlsx' } })
    const reasons = [3, 4, 5].map((row) => exported?.text(row, 12))
    expect(reasons).toContain('未满足：末端设备齐备')
    expect(reasons).toContain('本季没有可补电量')
    expect(exported?.text(6, 0)).toBe('合计')
    // What is held back is reckoned, and not paid by this list.
    expect(Number(exported?.text(6, 9))).toBeGreaterThan(0)
    expect(exported?.text(6, 10)).toBe('0')
    expect(exported?.text(7, 0)).toBe('实补合计（大写）：人民币零元整')
    expect(exported?.text(9, 0)).toContain('镇街审核：')
  })

  it('pay for a season only homes accepted by its last day', async () => {
    const { season, endsOn } = await road.season()
    const [late = ''] = await road.accepted(1)
    await road.write((tx) =>
      tx
        .updateTable('home')
        .set({ accepted_on: `${endsOn.slice(0, 4)}-04-01` })
        .where('county', '=', 1)
        .where('id', '=', late)
        .execute(),
    )
    await road.drawnUp(season, [late])
    expect((await list(season)).rows).toMatchObject([
      { home: late, state: 'blocked', failedRules: [{ rule: 'accepted-in-home' }] },
    ])
  })

  it('are reviewed by their own town, then by the bureau, by people who did no earlier step', async () => {
    const { season } = await road.season()
    const homes = await road.accepted(2)
    await road.drawnUp(season, homes)
    const town = { season, town: area.town }
    const own = { season, town: area.otherTown }
    for (const [actor, input, code] of [
      [people.otherTownReviewer, town, 'subject.not-found'],
      [people.otherTownReviewer, own, 'statement.nothing-to-review'],
      [people.townOfficer, town, 'not-permitted'],
      [people.bureauOfficer, town, 'not-permitted'],
      [people.financeOfficer, town, 'not-permitted'],
    ] as const)
      expect(await county.refused(actor, 'statement.review-town', input)).toEqual([code])
    expect(await county.refused(people.bureauOfficer, 'statement.review-bureau', town)).toEqual([
      'statement.nothing-to-review',
    ])
    /** Whether the page knows that this person's own work stands in the way. */
    const ownWork = async (actor: Actor) =>
      (
        await county.ask<{ towns: { states: { state: string; own: boolean }[] }[] }>(actor, 'season.page', {
          season,
        })
      ).towns.map(({ states }) => states.map(({ state, own }) => [state, own]))
    const drewUp = { ...people.townReviewer, id: people.bureauOfficer.id }
    expect(await ownWork(drewUp)).toEqual([[['drawn-up', true]]])
    expect(await ownWork(people.townReviewer)).toEqual([[['drawn-up', false]]])
    expect(await county.refused(drewUp, 'statement.review-town', town)).toEqual(['statement.same-person'])
    const [first] = (await list(season)).rows
    expect(
      await county.refused(people.townReviewer, 'statement.review-town', {
        ...town,
        statements: [first?.id, newId()],
      }),
    ).toEqual(['statement.not-all-reviewable'])
    await county.done(people.townReviewer, 'statement.review-town', { ...town, statements: [first?.id] })
    expect(await road.statesOf(season, [first?.home ?? ''])).toEqual(['town-reviewed'])
    await road.reviewTown(season)
    expect(await road.statesOf(season, homes)).toEqual(['town-reviewed', 'town-reviewed'])

    for (const id of [people.bureauOfficer.id, people.townReviewer.id])
      expect(await ownWork({ ...people.bureauOfficer, id })).toEqual([[['town-reviewed', true]]])
    expect(await ownWork(road.secondOfficer)).toEqual([[['town-reviewed', false]]])
    for (const id of [people.bureauOfficer.id, people.townReviewer.id])
      expect(await county.refused({ ...people.bureauOfficer, id }, 'statement.review-bureau', town)).toEqual([
        'statement.same-person',
      ])
    await road.reviewBureau(season)
    expect(await road.statesOf(season, homes)).toEqual(['bureau-reviewed', 'bureau-reviewed'])
    const drawn = { season }
    expect(await county.refused(people.bureauOfficer, 'statement.draw-up', drawn)).toEqual([
      'statement.no-readings',
    ])
    const froze = { ...people.financeOfficer, id: road.secondOfficer.id }
    expect(await county.refused(froze, 'batch.freeze', { id: newId(), season })).toEqual([
      'statement.same-person',
    ])
  })

  it('can be sent back, read again and drawn up again', async () => {
    const { season } = await road.season()
    const homes = await road.accepted(2)
    await road.drawnUp(season, homes)
    const [doubted = ''] = homes
    const statement = (await list(season)).rows.find((row) => row.home === doubted)?.id
    const send = { statement, reason: '与表码照片不符' }
    expect(await county.refused(people.otherTownReviewer, 'statement.send-back', send)).toEqual([
      'subject.not-found',
    ])
    expect(await county.refused(people.townOfficer, 'statement.send-back', send)).toEqual(['not-permitted'])
    await county.done(people.townReviewer, 'statement.send-back', send)
    expect((await list(season, { state: 'blocked' })).rows).toMatchObject([
      { home: doubted, sentBackReason: '与表码照片不符' },
    ])
    await road.reviewTown(season)
    expect(await road.statesOf(season, homes)).toEqual(['blocked', 'town-reviewed'])
    // The bureau too sends back what it doubts, before its own review.
    const other = (await list(season, { state: 'town-reviewed' })).rows[0]?.id
    await county.done(people.bureauOfficer, 'statement.send-back', { statement: other, reason: '复核不符' })
    const waiting = async (actor: Actor) => {
      const { items } = await county.ask<{ items: { key: string; count: number }[] }>(actor, 'work.mine')
      return Object.fromEntries(items.map(({ key, count }) => [key, count]))
    }
    expect(await waiting(people.gridOfficer)).toMatchObject({ 'readings-sent-back': 2 })
    expect(await waiting(people.bureauOfficer)).toMatchObject({ 'statements-sent-back': 2 })
    // What waits can be found: by its season, and there home by home.
    const sentBackHere = async () => {
      const { rows } = await county.ask<{ rows: { id: string; sentBack: number }[] }>(
        people.bureauOfficer,
        'season.list',
      )
      const { total } = await list(season, { sentBack: true })
      return [rows.find(({ id }) => id === season)?.sentBack, total]
    }
    expect(await sentBackHere()).toEqual([2, 2])
    expect((await list(season, { sentBack: false })).total).toBe(0)

    const again = await road.importLines(season, await road.linesOf([doubted], { end: '2000' }))
    expect(again).toMatchObject({ receipt: { result: { matched: 1, replaced: 1 } } })
    expect(await waiting(people.gridOfficer)).toMatchObject({ 'readings-sent-back': 1 })
    await road.drawUp(season)
    expect(await waiting(people.bureauOfficer)).toMatchObject({ 'statements-sent-back': 0 })
    expect(await sentBackHere()).toEqual([0, 0])
    const { rows } = await list(season)
    expect(rows.find((row) => row.home === doubted)).toMatchObject({
      state: 'drawn-up',
      amountFen: 20_000,
      sentBackReason: null,
    })
    expect(codes(await road.importLines(season, await road.linesOf([doubted], { end: '2500' })))).toEqual([
      'usage.read-before',
    ])
    await road.reviewTown(season)
    await road.reviewBureau(season)
    expect(
      await county.refused(people.bureauOfficer, 'statement.send-back', { statement, reason: '太晚了' }),
    ).toEqual(['statement.beyond-review'])
  })

  it('sent back in the moment of the review are either sent back or reviewed', async () => {
    const { season } = await road.season()
    const homes = await road.accepted(3)
    await road.drawnUp(season, homes)
    for (const { id, home } of (await list(season)).rows) {
      const [sent, reviewed] = await Promise.all([
        county.do(people.townReviewer, 'statement.send-back', { statement: id, reason: '存疑' }),
        county.do(county.colleague(people.townReviewer), 'statement.review-town', {
          season,
          town: area.town,
          statements: [id],
        }),
      ])
      const [state] = await road.statesOf(season, [home])
      expect(sent.status).toBe('done')
      expect(state).toBe('blocked')
      expect(['done', 'refused']).toContain(reviewed.status)
    }
  })
})

describe('what is seen of a season', () => {
  it('ends at one’s own area', async () => {
    const { season } = await road.season()
    const homes = await road.accepted(2)
    await road.drawnUp(season, homes)
    const seen = await county.ask<{ readings: number; imports: unknown[]; towns: unknown[] }>(
      people.otherTownReviewer,
      'season.page',
      { season },
    )
    expect(seen).toMatchObject({ readings: 0, imports: [], towns: [] })
    expect(await county.ask<List>(people.otherTownReviewer, 'statement.list', { season })).toMatchObject({
      rows: [],
      total: 0,
      payableFen: 0,
    })
    expect(await county.ask(people.townReviewer, 'season.page', { season })).toMatchObject({
      readings: 2,
      towns: [{ town: area.town, states: [{ state: 'drawn-up', homes: 2, amountFen: 2 * usualFen }] }],
      parameters: [{ status: 'assumed' }, { status: 'assumed' }],
    })
    for (const actor of [people.contractor, people.cadre, people.supervisor])
      expect(await county.program.ask(actor, 'statement.list', { season })).toEqual({
        status: 'not-permitted',
      })
  })
})
