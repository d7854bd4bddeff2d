import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, county, type TestCounty } from '../support/county.ts'
import { asks, rounds, tally, type TwoPrograms, twoPrograms } from './two-programs.ts'
import { aVillageList, correction } from './village-list.ts'

let test: TestCounty
let both: TwoPrograms
beforeAll(async () => {
  test = await aCounty()
  both = await twoPrograms(test)
})
afterAll(async () => {
  await both.close()
  await test.close()
})

it('over the same homes in opposite order both finish, each act decided once', async () => {
  const village = await aVillageList(test, 12)
  const [first, second] = both.programs
  const town = test.actors.townOfficer
  for (const round of rounds) {
    const batch = (homes: readonly string[], residents: number) =>
      homes.map((home) => asks(town, 'home.correct', correction(home, { residents })).request)
    const answers = await Promise.all([
      first.door.performBatch(town, batch(village.homes, 10 + round)),
      second.door.performBatch(town, batch(village.homes.toReversed(), 20 + round)),
      first.door.performBatch(town, batch(village.homes.slice(3), 30 + round)),
    ])
    expect(tally(answers.flat())).toEqual({ done: 33 })
  }
  await both.expectSound()
})

it('that lock each other out come through, since the database’s victim is tried again', async () => {
  const village = await aVillageList(test, 2)
  const [first, second] = both.programs
  const before = await residentsOf(village.homes)
  let holding = 0
  let release: () => void = () => undefined
  const bothHoldOne = new Promise<void>((resolve) => (release = resolve))
  let tries = 0
  const inOrder = (program: typeof first, [one = '', other = '']: readonly string[]) =>
    program.database.write(county, async (tx) => {
      tries += 1
      const grow = (home: string) =>
        tx
          .updateTable('home')
          .set((eb) => ({ residents: eb('residents', '+', 1) }))
          .where('county', '=', county)
          .where('id', '=', home)
          .execute()
      await grow(one)
      if (++holding === 2) release()
      await bothHoldOne
      await grow(other)
    })
  await Promise.all([inOrder(first, village.homes), inOrder(second, village.homes.toReversed())])
  expect(tries).toBeGreaterThan(2)
  expect(await residentsOf(village.homes)).toEqual(before.map((residents) => residents + 2))
})

async function residentsOf(homes: readonly string[]): Promise<number[]> {
  const { rows } = await test.program.database.pool.query<{ residents: number }>(
    'select residents from home where county = $1 and id = any($2::uuid[]) order by id',
    [county, homes],
  )
  return rows.map(({ residents }) => residents)
}
