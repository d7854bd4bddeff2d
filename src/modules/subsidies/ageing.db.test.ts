import { afterAll, beforeAll, expect, it } from 'vitest'
import { inCapitals } from '../../kernel/money/in-capitals.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { aSeasonRoad, type SeasonRoad, usualFen } from '../../../tests/support/season-road.ts'

let county: TestCounty
let road: SeasonRoad
beforeAll(async () => {
  county = await aCounty()
  road = await aSeasonRoad(county)
})
afterAll(() => county.close())

interface Ageing {
  waiting: { kind: string; step: string; band: string; homes: number; amountFen: number; open: number }[]
  paid: { kind: string; payments: number; medianDays: number; mostDays: number }[]
}
const ageing = (asked: object = {}) => county.ask<Ageing>(county.actors.financeOfficer, 'money.ageing', asked)
const owedOf = (asked: object) =>
  county.ask<{ total: number; rows: { home: string; days: number; amountFen: number | null }[] }>(
    county.actors.auditor,
    'money.owed',
    asked,
  )
const steps = async () =>
  (await ageing()).waiting.map(({ kind, step, band, homes }) => [kind, step, band, homes])

it('tells what waits at which step for how long, from acceptance and the season’s end to the money', async () => {
  const homes = await road.accepted(2)
  const [first = '', second = ''] = homes
  road.on('2023-09-20')
  expect(await steps()).toEqual([['equipment', 'claim', 'to-90', 2]])
  expect((await ageing()).waiting[0]).toMatchObject({ amountFen: 0, open: 2 })
  expect(await ageing({ town: area.otherTown })).toEqual({ waiting: [], paid: [] })

  const fund = await road.fund('equipment', 1_000_000_000)
  const claim = await road.submit([first])
  expect(await steps()).toEqual(
    expect.arrayContaining([
      ['equipment', 'claim', 'to-90', 1],
      ['equipment', 'review', 'to-90', 1],
    ]),
  )
  const { rows } = await owedOf({ step: 'review' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ home: first, days: 36 })
  expect(rows[0]?.amountFen).toBeGreaterThan(0)
  const advances = async (actor = county.actors.contractor) =>
    (await county.ask<{ rows: object[] }>(actor, 'advance.accounts', {})).rows
  const amount = rows[0]?.amountFen
  expect(await advances()).toMatchObject([
    {
      ...{
        contractor: county.organisations.contractor,
        homes: 2,
        paid: 0,
        paidFen: 0,
        unclaimed: 1,
        mostDays: 36,
      },
      ...{ claimed: 1, claimedFen: amount, bands: { 'to-30': 0, 'to-90': 2, 'to-180': 0, 'over-180': 0 } },
    },
  ])
  // Nobody reads another firm's account.
  expect(await advances(county.actors.otherContractor)).toEqual([])
  await road.review(claim)
  await road.approve(claim, fund)
  await road.pay(claim)
  expect(await advances(county.actors.financeOfficer)).toMatchObject([
    { homes: 2, paid: 1, paidFen: amount, claimed: 0, claimedFen: 0, unclaimed: 1, bands: { 'to-90': 1 } },
  ])
  const sheet = await county.program.file(county.actors.contractor, 'claim.sheet', { claim })
  if (sheet.status !== 'ok') throw new Error(sheet.status)
  const book = await readWorkbook(sheet.value.body)
  if (isSheetProblem(book)) throw new Error(book.code)
  const [filed] = book.sheets
  // Title, two lines and the header above; one home, then the sum and who did which step.
  expect([5, 6].map((column) => filed?.text(5, column))).toEqual(['1', String((amount ?? 0) / 100)])
  expect(filed?.text(6, 0)).toBe(`补贴合计（大写）：${inCapitals(amount ?? 0)}`)
  expect([8, 9].map((row) => filed?.text(row, 0)).join('　　')).toMatch(
    /^申报：.* 2023-09-20　　复核：.* 2023-09-20　　批准：.*　　付款：.* 2023-09-20$/,
  )
  expect((await county.program.file(county.actors.otherContractor, 'claim.sheet', { claim })).status).toBe(
    'not-found',
  )
  const advanced = (asked: object) =>
    county.ask<{ total: number; rows: object[] }>(county.actors.contractor, 'advance.homes', asked)
  expect(await advanced({ step: 'paid' })).toMatchObject({
    total: 1,
    rows: [{ home: first, days: 36, amountFen: amount }],
  })
  expect(await advanced({ band: 'to-90' })).toMatchObject({
    total: 1,
    rows: [{ home: second, amountFen: null }],
  })
  expect((await ageing()).paid).toMatchObject([{ kind: 'equipment', payments: 1, medianDays: 36 }])
  expect((await owedOf({ kind: 'equipment' })).rows.map(({ home }) => home)).toEqual([second])

  const { season } = await road.season()
  expect((await owedOf({ kind: 'operating', step: 'draw-up' })).total).toBe(2)
  await road.drawnUp(season, homes)
  expect((await owedOf({ kind: 'operating', step: 'town-review', band: 'to-30' })).rows).toMatchObject([
    { amountFen: usualFen },
    { amountFen: usualFen },
  ])
  await road.reviewTown(season)
  await road.reviewBureau(season)
  expect((await owedOf({ step: 'freeze' })).total).toBe(2)
  await road.settled(season, [second])
  expect((await owedOf({ kind: 'operating' })).rows).toMatchObject([{ home: second }])
  expect((await owedOf({ step: 'retry' })).total).toBe(1)
  expect((await ageing()).paid.find(({ kind }) => kind === 'operating')).toMatchObject({
    payments: 1,
    mostDays: 3,
  })
  const file = await county.program.file(county.actors.auditor, 'owed.export', { kind: 'operating' })
  expect(file).toMatchObject({ value: { fileName: '应付未付名单_2024-04-03.xlsx' } })
})
