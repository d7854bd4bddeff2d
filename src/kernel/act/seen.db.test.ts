import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../identity/id.ts'
import type { ActRequest } from './define.ts'
import type { Outcome } from './outcome.ts'
import { newestActs } from './seen.ts'

let at: TestCounty
let home: string
let added: string
let minute = 0
beforeAll(async () => {
  at = await aCounty()
})
afterAll(() => at.close())

const later = () => at.clock.set(new Date(Date.parse('2023-08-15T04:00:00Z') + ++minute * 60_000))

beforeEach(async () => {
  later()
  home = newId()
  const receipt = await at.done(at.actors.townOfficer, 'home.add', {
    programme: at.programme,
    home,
    village: area.village,
    fields: { householder: '模拟户主', address: '甲村1号' },
    synthetic: true,
  })
  added = receipt.id
  later()
})

const request = (residents: number, more: Partial<ActRequest>): ActRequest => ({
  id: newId(),
  kind: 'home.correct',
  input: { home, changes: { residents }, reason: '少写了人' },
  ...more,
})
const correct = (residents: number, more: Partial<ActRequest> = {}, by = at.actors.townOfficer) =>
  at.program.door.perform(by, request(residents, more))
const codes = (outcome: Outcome) =>
  outcome.status === 'refused' ? outcome.refusals.map(({ code }) => code) : outcome.status

it('an act goes on what its maker has seen, and tells whom it was overtaken by', async () => {
  expect(codes(await correct(2, { seen: added }))).toBe('done')
  later()
  const late = await correct(3, { seen: added })
  expect(late).toMatchObject({
    refusals: [{ code: 'act.overtaken', facts: { kind: 'home.correct', count: 1 } }],
  })
  expect(codes(await correct(3))).toBe('done')
})

it('one who had seen nothing is overtaken by the first act', async () => {
  expect(codes(await correct(2, { seen: null }))).toEqual(['act.overtaken'])
})

it('acts of one person made one upon the other go on together, and fall together', async () => {
  const first = request(2, { seen: added })
  const second = request(3, { seen: first.id })
  const both = await at.program.door.performBatch(at.actors.townOfficer, [first, second])
  expect(both.map(codes)).toEqual(['done', 'done'])
  later()
  const third = request(4, { seen: added })
  const fourth = request(5, { seen: third.id })
  const fallen = await at.program.door.performBatch(at.actors.townOfficer, [third, fourth])
  expect(fallen.map(codes)).toEqual([['act.overtaken'], ['act.seen-missing']])
})

it('looking at a number overtakes nobody', async () => {
  await at.done(at.actors.bureauOfficer, 'home.reveal', { home, field: 'telephone', reason: '联系户主核实' })
  expect(codes(await correct(2, { seen: added }))).toBe('done')
})

it('the newest act is the one nobody has overtaken', async () => {
  const done = await correct(2)
  if (done.status !== 'done') throw new Error(done.status)
  later()
  await at.done(at.actors.bureauOfficer, 'home.reveal', { home, field: 'telephone', reason: '联系户主核实' })
  const newest = await at.program.database.read(1, (db) =>
    newestActs(db, at.program.registry, 1, 'home', [home, newId()]),
  )
  expect([...newest]).toEqual([[home, done.receipt.id]])
})

it('of acts of one instant by two people the newest has seen both, and the older one has been overtaken', async () => {
  const first = await correct(2, {}, { ...at.actors.townOfficer, id: newId() })
  const second = await correct(3)
  if (first.status !== 'done' || second.status !== 'done') throw new Error('not done')
  const newest = await at.program.database.read(1, (db) =>
    newestActs(db, at.program.registry, 1, 'home', [home]),
  )
  expect(newest.get(home)).toBe(second.receipt.id)
  later()
  expect(codes(await correct(4, { seen: first.receipt.id }))).toEqual(['act.overtaken'])
  expect(codes(await correct(4, { seen: second.receipt.id }))).toBe('done')
})
