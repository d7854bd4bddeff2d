import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import type { HomeFields } from '../households/model/fields.ts'
import { anApplicationForm } from '../households/samples.ts'
import type { PairCase } from './model.ts'

let test: TestCounty

beforeAll(async () => {
  test = await aCounty()
})
afterAll(() => test.close())

interface Pair {
  first: string
  second: string
  case: PairCase
  state: string
  person: number
  dwelling: number
  answer: string | null
}
interface Got {
  evidence: Record<
    'person' | 'dwelling',
    { bits: number; prior: number; rare: number; shared: number; fields: { bits: number }[] }
  >
  decisions: { answer: string; holds: boolean }[]
  mayDecide: boolean
}

async function addHome(n: number, changes: Partial<HomeFields> = {}, village = area.village) {
  const home = newId()
  const actor = village.startsWith('370683101') ? test.actors.townOfficer : test.actors.otherTownOfficer
  await test.done(actor, 'home.add', {
    programme: test.programme,
    home,
    village,
    fields: anApplicationForm(n, changes),
  })
  return home
}
const pairsOf = async (home: string, state = 'open') =>
  (await test.ask<{ rows: Pair[] }>(test.actors.bureauOfficer, 'pair.list', { state })).rows.filter(
    ({ first, second }) => first === home || second === home,
  )
const answerOf = async (home: string) =>
  (await test.ask<{ answer: string }>(test.actors.bureauOfficer, 'home.page', { home })).answer

describe('comparing applications as they are written', () => {
  it('finds a family entered twice under another spelling, and lets nobody through before somebody looked', async () => {
    for (let n = 600; n < 660; n++) await addHome(n)
    const before = anApplicationForm(700)
    const home = await addHome(700)
    expect(await answerOf(home)).toBe('yes')
    const again = await addHome(701, {
      householder: before.householder,
      titleOwner: before.householder,
      accountHolder: before.householder,
      telephone: before.telephone,
      address: before.address,
      idNumber: undefined,
    })
    const [pair] = await pairsOf(again)
    expect(pair).toMatchObject({ state: 'open' })
    expect([pair?.first, pair?.second].sort()).toEqual([home, again].sort())
    expect(await answerOf(home)).toBe('unknown')
  })
})
