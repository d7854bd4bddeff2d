import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import type { ActRequest } from './define.ts'
import type { Outcome } from './outcome.ts'
import { newId } from '../identity/id.ts'

let at: TestCounty
const homes = [newId(), newId()] as const
beforeAll(async () => {
  at = await aCounty()
  for (const home of homes)
    await at.done(at.actors.townOfficer, 'home.add', {
      programme: at.programme,
      home,
      village: area.village,
      fields: { householder: '模拟户主', address: '甲村1号' },
      synthetic: true,
    })
})
afterAll(() => at.close())

const correct = async (residents: number, more: Partial<ActRequest>): Promise<Outcome> =>
  at.program.door.perform(at.actors.townOfficer, {
    id: newId(),
    kind: 'home.correct',
    input: { home: homes[0], changes: { residents }, reason: '少写了人' },
    ...more,
  })

it('nothing happens later than now, but for a clock a little ahead', async () => {
  expect(await correct(2, { happenedAt: new Date('2023-08-15T05:00:00Z') })).toMatchObject({
    refusals: [{ code: 'act.not-yet' }],
  })
  expect(await correct(2, { happenedAt: new Date('2023-08-15T04:05:00Z') })).toMatchObject({ status: 'done' })
})

it('an act puts right an act about the same subject, and no other', async () => {
  const earlier = await correct(3, {})
  if (earlier.status !== 'done') throw new Error(earlier.status)
  expect(await correct(4, { corrects: newId() })).toMatchObject({
    refusals: [{ code: 'act.nothing-to-correct' }],
  })
  const another = await at.done(at.actors.townOfficer, 'home.correct', {
    home: homes[1],
    changes: { residents: 5 },
    reason: '少写了人',
  })
  expect(await correct(4, { corrects: another.id })).toMatchObject({
    refusals: [{ code: 'act.nothing-to-correct' }],
  })
  expect(await correct(4, { corrects: earlier.receipt.id })).toMatchObject({ status: 'done' })
})
