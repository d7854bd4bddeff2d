import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Outcome, Receipt } from '../../src/kernel/act/perform.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { anApplicationForm } from '../../src/modules/households/samples.ts'
import { aCounty, area, county, type TestCounty } from '../support/county.ts'
import { asks, tally, type TwoPrograms, twoPrograms } from './two-programs.ts'

let test: TestCounty
let both: TwoPrograms
beforeAll(async () => {
  test = await aCounty()
  both = await twoPrograms(test)
})
afterAll(async () => {
  await both.expectSound()
  await both.close()
  await test.close()
})

let people = 0
const newHome = (village = area.village) => ({
  programme: test.programme,
  home: newId(),
  village,
  fields: anApplicationForm(++people),
})
const receiptOf = (outcome: Outcome | undefined): Receipt => {
  if (outcome?.status !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.receipt
}
const timesInLog = async (id: string) => {
  const rows = await test.program.database.pool.query('select 1 from act where county = $1 and id = $2', [
    county,
    id,
  ])
  return rows.rowCount
}
const homes = async (id: string) => {
  const rows = await test.program.database.pool.query('select 1 from home where county = $1 and id = $2', [
    county,
    id,
  ])
  return rows.rowCount
}

it('one act sent twenty times at once is done once, and all get the one receipt', async () => {
  const asked = asks(test.actors.townOfficer, 'home.add', newHome())
  const outcomes = await both.atOnce(Array.from({ length: 20 }, () => asked))
  expect(tally(outcomes)).toEqual({ done: 1, repeated: 19 })
  const receipt = receiptOf(outcomes.find((outcome) => outcome.status === 'done' && !outcome.repeated))
  for (const outcome of outcomes) expect(receiptOf(outcome)).toEqual(receipt)
  expect(await timesInLog(asked.request.id)).toBe(1)
})

it('an act that locks no row yet is done once too', async () => {
  const asked = asks(test.actors.financeOfficer, 'fund.open', {
    id: newId(),
    name: '设备补贴',
    source: 'county',
    purpose: 'equipment',
    budgetFen: 1_000_000,
  })
  const outcomes = await both.atOnce(Array.from({ length: 20 }, () => asked))
  expect(tally(outcomes)).toEqual({ done: 1, repeated: 19 })
  for (const outcome of outcomes) expect(receiptOf(outcome)).toEqual(receiptOf(outcomes[0]))
})

it('an id is for one act: of other inputs and other people one is done, the rest are in conflict', async () => {
  const id = newId()
  const asked = Array.from({ length: 12 }, (_, i) => {
    const { actor, request } = asks(
      i % 3 ? test.actors.townOfficer : test.colleague(test.actors.townOfficer),
      'home.add',
      newHome(),
    )
    return { actor, request: { ...request, id } }
  })
  const outcomes = await both.atOnce(asked)
  expect(tally(outcomes)).toEqual({ done: 1, conflict: 11 })
  expect(await timesInLog(id)).toBe(1)
  const entered = await Promise.all(
    asked.map(({ request }) => homes((request.input as { home: string }).home)),
  )
  expect(entered.filter((count) => count === 1)).toHaveLength(1)
})

it('an id used at once for acts of different kinds on different subjects is one act', async () => {
  const id = newId()
  const fund = {
    id: newId(),
    name: '运行补贴',
    source: 'county',
    purpose: 'operating',
    budgetFen: 1_000_000,
  }
  const outcomes = await both.atOnce([
    { actor: test.actors.financeOfficer, request: { id, kind: 'fund.open', input: fund } },
    { actor: test.actors.townOfficer, request: { id, kind: 'home.add', input: newHome() } },
    {
      actor: test.actors.bureauOfficer,
      request: { id, kind: 'lot.open', input: { id: newId(), code: 'X', name: '某标段' } },
    },
  ])
  expect(tally(outcomes)).toEqual({ done: 1, conflict: 2 })
})

it('the same act by somebody else is in conflict, not repeated to them', async () => {
  const { request } = asks(test.actors.townOfficer, 'home.add', newHome())
  const outcomes = await both.atOnce([
    { actor: test.actors.townOfficer, request },
    { actor: test.colleague(test.actors.townOfficer), request },
  ])
  expect(tally(outcomes)).toEqual({ done: 1, conflict: 1 })
})

it('an act twice in one batch is done once and answered twice; another under its id is in conflict', async () => {
  const one = asks(test.actors.townOfficer, 'home.add', newHome()).request
  const other = { ...asks(test.actors.townOfficer, 'home.add', newHome()).request, id: one.id }
  const outcomes = await test.program.door.performBatch(test.actors.townOfficer, [one, other, one])
  expect(tally(outcomes)).toEqual({ done: 1, conflict: 1, repeated: 1 })
  expect(receiptOf(outcomes[2])).toEqual(receiptOf(outcomes[0]))
  expect(await timesInLog(one.id)).toBe(1)
})

it('a batch sent again beside single acts of it is done once, act by act', async () => {
  const requests = Array.from(
    { length: 12 },
    () => asks(test.actors.townOfficer, 'home.add', newHome()).request,
  )
  const [first, second] = both.programs
  const actor = test.actors.townOfficer
  const answers = await Promise.all([
    first.door.performBatch(actor, requests),
    second.door.performBatch(actor, [...requests].reverse()),
    ...requests.map(async (request, i) => [await (i % 2 ? first : second).door.perform(actor, request)]),
  ])
  expect(tally(answers.flat())).toEqual({ done: 12, repeated: 24 })
  const [forwards = [], backwards = []] = answers
  expect(backwards.toReversed().map(receiptOf)).toEqual(forwards.map(receiptOf))
})

it('of a batch of all or none either all is done or nothing, and every act is answered', async () => {
  const good = asks(test.actors.townOfficer, 'home.add', newHome()).request
  const malformed = { id: newId(), kind: 'home.add', input: { home: 'x' } }
  const unknown = { id: newId(), kind: 'home.sell', input: {} }
  const elsewhere = asks(test.actors.townOfficer, 'home.add', newHome(area.farVillage)).request
  const door = test.program.door
  for (const [bad, answer] of [
    [malformed, 'invalid'],
    [unknown, 'act.unknown'],
    [elsewhere, 'subject.not-found'],
  ] as const)
    for (const batch of [
      [good, bad],
      [bad, good],
    ]) {
      const outcomes = await door.performBatch(test.actors.townOfficer, batch, { allOrNone: true })
      expect(Array.from(outcomes, (outcome) => outcome === undefined)).toEqual([false, false])
      expect(tally(outcomes)).toEqual({ [answer]: 1, 'batch.held-back': 1 })
    }
  expect(await timesInLog(good.id)).toBe(0)
  expect(tally(await door.performBatch(test.actors.townOfficer, [good, good], { allOrNone: true }))).toEqual({
    done: 1,
    repeated: 1,
  })
})

it('acts on one subject in one batch see each other, in order', async () => {
  const input = newHome()
  const actor = test.actors.townOfficer
  const outcomes = await test.program.door.performBatch(actor, [
    asks(actor, 'home.add', input).request,
    asks(actor, 'home.correct', { home: input.home, changes: { residents: 9 }, reason: '写错了' }).request,
    asks(actor, 'home.correct', { home: input.home, changes: { residents: 9 }, reason: '写错了' }).request,
    asks(actor, 'home.withdraw', { home: input.home, reason: '不要了' }).request,
    asks(actor, 'home.correct', { home: input.home, changes: { residents: 8 }, reason: '写错了' }).request,
  ])
  expect(tally(outcomes)).toEqual({ done: 3, 'home.nothing-changed': 1, 'home.ended': 1 })
})

it('ids are the same in capitals and small letters', async () => {
  const input = newHome()
  const asked = asks(test.actors.townOfficer, 'home.add', input)
  const capitals = { ...asked, request: { ...asked.request, id: asked.request.id.toUpperCase() } }
  const outcomes = await both.atOnce([asked, capitals, asked, capitals])
  expect(tally(outcomes)).toEqual({ done: 1, repeated: 3 })
  for (const outcome of outcomes) expect(receiptOf(outcome)).toEqual(receiptOf(outcomes[0]))

  const town = test.actors.townOfficer
  const home = input.home.toUpperCase()
  await test.done(town, 'home.correct', { home, changes: { residents: 7 }, reason: '写错了' })
  expect(await test.ask(town, 'home.page', { home })).toMatchObject({ id: input.home })
  const twice = await test.program.door.performBatch(town, [
    asks(town, 'home.withdraw', { home, reason: '不要了' }).request,
    asks(town, 'home.withdraw', { home: input.home, reason: '不要了' }).request,
  ])
  expect(tally(twice)).toEqual({ done: 1, 'home.ended': 1 })
})
