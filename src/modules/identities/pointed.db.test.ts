import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { anApplicationForm } from '../households/samples.ts'

let test: TestCounty
/** Enough strangers that chance can be told from sameness. */
beforeAll(async () => {
  test = await aCounty()
  for (let n = 600; n < 630; n++) await addHome(n, n % 2 ? area.village : area.otherVillage)
})
afterAll(() => test.close())

async function addHome(n: number, village = area.village) {
  const home = newId()
  const actor = village === area.farVillage ? test.actors.otherTownOfficer : test.actors.townOfficer
  const input = { programme: test.programme, home, village, fields: anApplicationForm(n) }
  await test.done(actor, 'home.add', input)
  return home
}

interface Pair {
  first: string
  second: string
  case: string
  state: string
  exact: number
}
const pairOf = async (home: string, more: object = {}, actor = test.actors.bureauOfficer) =>
  (await test.ask<{ rows: Pair[] }>(actor, 'pair.list', more)).rows.find(
    ({ first, second }) => first === home || second === home,
  )
const answerOf = async (home: string) =>
  (await test.ask<{ answer: string }>(test.actors.bureauOfficer, 'home.page', { home })).answer
const pointing = (home: string, other: string, suspected = 'several-families') => ({
  ...{ home, other, suspected },
  reason: '公示期间邻居反映两户是同一院落',
})
const pointOut = (home: string, other: string, suspected?: string, actor = test.actors.townOfficer) =>
  test.done(actor, 'pair.point-out', pointing(home, other, suspected))
const decide = async (home: string, answer: string) => {
  const { first, second } = (await pairOf(home)) ?? {}
  await test.done(test.actors.townOfficer, 'pair.decide', { first, second, answer, reason: '已入户核对' })
}
const compareAll = () =>
  test.done(test.actors.bureauOfficer, 'register.compare', { programme: test.programme })

describe('two homes an official points out', () => {
  it('stand side by side, as what they are taken for, and both wait until somebody decides', async () => {
    const [one, other] = [await addHome(800), await addHome(801, area.otherVillage)]
    expect(await pairOf(one)).toBeUndefined()
    await pointOut(other, one)
    const pair = await pairOf(one)
    expect(pair).toMatchObject({ case: 'several-families', state: 'open', exact: 64 })
    expect([pair?.first, pair?.second]).toEqual([one, other].sort())
    expect(await pairOf(one, { case: 'several-families' })).toBeDefined()
    expect(await pairOf(one, { case: 'unclear' })).toBeUndefined()
    expect(await pairOf(one, { certain: true })).toBeUndefined()
    expect([await answerOf(one), await answerOf(other)]).toEqual(['unknown', 'unknown'])
    const got = await test.ask<object>(test.actors.townOfficer, 'pair.get', {
      first: pair?.first,
      second: pair?.second,
    })
    expect(got).toMatchObject({
      pointed: { suspected: 'several-families', reason: '公示期间邻居反映两户是同一院落', on: '2023-08-15' },
    })
    await decide(one, 'different')
    expect([await answerOf(one), await answerOf(other)]).toEqual(['yes', 'yes'])
  })

  it.each([
    ['entered-twice', 96],
    ['several-homes', 32],
  ])('as %s are found again by whatever is compared', async (suspected, exact) => {
    const [one, other] = [await addHome(exact * 10), await addHome(exact * 10 + 1)]
    await pointOut(one, other, suspected)
    const expectStanding = async () => {
      expect(await pairOf(one)).toMatchObject({ case: suspected, exact })
      expect([await answerOf(one), await answerOf(other)]).toEqual(['unknown', 'unknown'])
    }
    await expectStanding()
    await compareAll()
    await expectStanding()
    await test.done(test.actors.townOfficer, 'home.correct', {
      home: one,
      changes: { residents: 5 },
      reason: '登记有误',
    })
    await expectStanding()
    await decide(one, suspected)
    await compareAll()
    expect(await pairOf(one, { state: 'decided' })).toMatchObject({ exact })
    expect([await answerOf(one), await answerOf(other)]).toEqual(['no', 'no'])
  })

  it('are found as long as both are there', async () => {
    const [one, other] = [await addHome(810), await addHome(811)]
    await pointOut(one, other)
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: other, reason: '选定一处' })
    expect(await pairOf(one)).toBeUndefined()
    expect(await answerOf(one)).toBe('yes')
    await compareAll()
    expect(await pairOf(one)).toBeUndefined()
  })

  it('are refused where they are one, are known, have left, or lie in a town one may not see', async () => {
    const [one, other] = [await addHome(820), await addHome(821)]
    const [gone, far] = [await addHome(822), await addHome(823, area.farVillage)]
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: gone, reason: '选定一处' })
    const codes = async (home: string, second: string) =>
      test.refused(test.actors.townOfficer, 'pair.point-out', pointing(home, second))
    expect(await codes(one, one)).toEqual(['pair.one-home'])
    expect(await codes(one, gone)).toEqual(['pair.ended'])
    await pointOut(one, other)
    expect(await codes(other, one)).toEqual(['pair.known'])
    await expect(pointOut(one, far)).rejects.toThrow()
    await pointOut(one, far, 'several-homes', test.actors.bureauOfficer)
    expect(await pairOf(far)).toMatchObject({ case: 'several-homes' })
  })
})
