import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, county, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import type { HomeFields } from '../households/model/fields.ts'
import { anApplicationForm, anIdNumber } from '../households/samples.ts'
import { aSourceFile } from '../sources/samples.ts'

let test: TestCounty
/** Enough strangers that chance can be told from sameness. */
beforeAll(async () => {
  test = await aCounty()
  for (let n = 600; n < 630; n++) await addHome(n, {}, n % 2 ? area.village : area.otherVillage)
})
afterAll(() => test.close())

async function addHome(n: number, changes: Partial<HomeFields> = {}, village = area.village) {
  const home = newId()
  const actor = village === area.farVillage ? test.actors.otherTownOfficer : test.actors.townOfficer
  await test.done(actor, 'home.add', {
    programme: test.programme,
    home,
    village,
    fields: anApplicationForm(n, changes),
  })
  return home
}

const member = (n: number, relation: string, familyNumber = `F${n}`) => ({
  name: anApplicationForm(n).householder,
  idNumber: anIdNumber(n),
  familyNumber,
  relation,
})
async function deliver(rows: readonly Record<string, string>[], asOf = '2023-08-01') {
  const source = newId()
  const file = await test.evidence('workbook', aSourceFile('police', rows), test.actors.bureauOfficer)
  const input = {
    programme: test.programme,
    source,
    kind: 'police',
    area: area.county,
    asOf,
    deliveredBy: '公安局(模拟)',
    fileName: 'police.csv',
    isWhole: true,
    synthetic: true,
  }
  await test.done(test.actors.bureauOfficer, 'source.import', input, [file])
  return source
}
const takeBack = (source: string) =>
  test.done(test.actors.bureauOfficer, 'source.undo-import', {
    programme: test.programme,
    source,
    reason: '交错了',
  })

interface Pair {
  first: string
  second: string
  case: string
  exact: number
  foundOn: string
  answer: string | null
}
const pairOf = async (home: string, state = 'open', more: object = {}, actor = test.actors.bureauOfficer) =>
  (await test.ask<{ rows: Pair[] }>(actor, 'pair.list', { state, ...more })).rows.find(
    ({ first, second }) => first === home || second === home,
  )
const decide = async (home: string, answer: string, actor = test.actors.townOfficer) => {
  const pair = await pairOf(home)
  if (!pair) throw new Error('no open pair of the home')
  const { first, second } = pair
  await test.done(actor, 'pair.decide', { first, second, answer, reason: '已核对户口簿' })
}
const pageOf = (home: string) =>
  test.ask<{ answer: string; duplicates: string[] }>(test.actors.bureauOfficer, 'home.page', { home })
const answerOf = async (home: string) => (await pageOf(home)).answer
const factOf = async (home: string) =>
  (
    await test.ask<{ decision: { facts: Record<string, unknown> } }>(
      test.actors.bureauOfficer,
      'home.decision',
      { home },
    )
  ).decision.facts['duplicate.family']
const own = (home: string) =>
  test.ask<{ family: { villageName: string; couple: boolean }[] }>(test.household(home), 'home.own', {})

describe('a couple who each applied for a home', () => {
  it('stands in the workbench as one family with several homes, by the lines of the police list', async () => {
    const [husband, wife] = [await addHome(700), await addHome(701, {}, area.otherVillage)]
    expect(await pairOf(husband)).toBeUndefined()
    const police = await deliver([member(700, '户主', 'F700'), member(701, '配偶', 'F700')])
    const pair = await pairOf(wife)
    expect(pair).toMatchObject({ case: 'several-homes', exact: 24 })
    expect([pair?.first, pair?.second].sort()).toEqual([husband, wife].sort())
    for (const more of [{ case: 'several-homes' }, { certain: true }])
      expect(await pairOf(husband, 'open', more)).toBeDefined()
    expect(await pairOf(husband, 'open', { case: 'unclear' })).toBeUndefined()
    const got = await test.ask<{ family: object[] }>(test.actors.townOfficer, 'pair.get', {
      first: pair?.first,
      second: pair?.second,
    })
    const lines = [
      { home: husband, relation: '户主', row: 2 },
      { home: wife, relation: '配偶', row: 3 },
    ].map((line) => ({ ...line, source: { id: police, kind: 'police', asOf: '2023-08-01' } }))
    expect(got.family).toHaveLength(2)
    for (const line of lines)
      expect(got.family).toContainEqual(
        expect.objectContaining({ ...line, source: expect.objectContaining(line.source) as object }),
      )
    const [told] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home: husband })
    expect(told).toMatchObject({ id: wife, case: 'several-homes', hidden: false })
    // The household reads where, and nothing that names or numbers the other.
    const read = await own(husband)
    expect(read.family).toEqual([
      { villageName: expect.any(String) as string, townName: expect.any(String) as string, couple: true },
    ])
    expect(JSON.stringify(read)).not.toContain(wife)
    expect(JSON.stringify(read)).not.toContain(anApplicationForm(701).householder)
    await takeBack(police)
    expect(await pairOf(husband)).toBeUndefined()
    expect([await answerOf(husband), await answerOf(wife)]).toEqual(['yes', 'yes'])
    expect((await own(husband)).family).toEqual([])
  })

  it('is found as the second of them applies, and gone as it is withdrawn', async () => {
    const husband = await addHome(705)
    const police = await deliver([member(705, '户主', 'F705'), member(706, '妻', 'F705')])
    expect(await pairOf(husband)).toBeUndefined()
    const wife = await addHome(706)
    expect(await pairOf(husband)).toMatchObject({ case: 'several-homes' })
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: wife, reason: '选定一处' })
    expect(await pairOf(husband)).toBeUndefined()
    expect(await answerOf(husband)).toBe('yes')
    await takeBack(police)
  })

  it('is let through where an official finds two families, whatever is run', async () => {
    const [one, other] = [await addHome(710), await addHome(711)]
    const police = await deliver([member(710, '户主', 'F710'), member(711, '配偶', 'F710')])
    expect(await answerOf(one)).toBe('no')
    await decide(one, 'papers')
    expect(await answerOf(one)).toBe('no')
    const { first, second, foundOn } = (await pairOf(one, 'papers')) ?? {}
    await test.done(test.actors.townOfficer, 'pair.decide', {
      first,
      second,
      answer: 'different',
      reason: '已离婚分户',
    })
    const expectApart = async () => {
      for (const home of [one, other]) {
        expect(await pageOf(home)).toMatchObject({ answer: 'yes', duplicates: [] })
        expect(await factOf(home)).toEqual({ known: true, value: false })
        expect((await own(home)).family).toEqual([])
      }
      expect(await pairOf(one, 'decided')).toMatchObject({ answer: 'different', foundOn })
    }
    await expectApart()
    test.clock.set(new Date('2023-08-17T04:00:00Z'))
    await test.done(test.actors.bureauOfficer, 'register.compare', { programme: test.programme })
    await expectApart()
    // A newer list that says no more than the one before.
    const newer = await deliver([member(710, '户主', 'G710'), member(711, '配偶', 'G710')], '2023-08-10')
    await expectApart()
    await takeBack(newer)
    await takeBack(police)
    expect(await pairOf(one, 'decided')).toBeUndefined()
    expect(await answerOf(one)).toBe('yes')
  })

  it('stands before the officials again where a newer list says more of the two', async () => {
    const [one, other] = [await addHome(713), await addHome(714)]
    const police = await deliver([member(713, '户主', 'F713'), member(714, '长女', 'F713')])
    await decide(one, 'different')
    expect([await answerOf(one), await answerOf(other)]).toEqual(['yes', 'yes'])
    const newer = await deliver([member(713, '户主', 'F713'), member(714, '妻', 'F713')], '2023-08-10')
    expect(await pairOf(one)).toMatchObject({ exact: 24, answer: null })
    expect([await answerOf(one), await answerOf(other)]).toEqual(['no', 'no'])
    await takeBack(newer)
    expect(await pairOf(one, 'decided')).toMatchObject({ exact: 8, answer: 'different' })
    expect(await answerOf(one)).toBe('yes')
    await takeBack(police)
  })

  it('is refused where an official finds one family, and looked at again once the list is taken back', async () => {
    const [father, son] = [await addHome(715), await addHome(716)]
    const police = await deliver([member(715, '户主', 'F715'), member(716, '长子', 'F715')])
    expect(await answerOf(father)).toBe('unknown')
    expect(await pairOf(father, 'open', { certain: true })).toBeUndefined()
    await decide(father, 'several-homes')
    for (const home of [father, son]) {
      expect(await answerOf(home)).toBe('no')
      expect(await factOf(home)).toMatchObject({ value: true, source: { id: police } })
    }
    await takeBack(police)
    expect(await pairOf(son)).toMatchObject({ exact: 0 })
    expect([await answerOf(father), await answerOf(son)]).toEqual(['unknown', 'unknown'])
    await decide(father, 'different')
    expect([await answerOf(father), await answerOf(son)]).toEqual(['yes', 'yes'])
  })

  it('leaves the others of the family as they are where two of them live apart', async () => {
    const [head, wife, son] = [await addHome(720), await addHome(721), await addHome(722)]
    const list = [member(720, '户主', 'F720'), member(721, '配偶', 'F720'), member(722, '长子', 'F720')]
    const police = await deliver(list)
    const { rows } = await test.ask<{ rows: Pair[] }>(test.actors.bureauOfficer, 'pair.list', {})
    const couple = rows.find(
      ({ first, second }) => [first, second].sort().join() === [head, wife].sort().join(),
    )
    await test.done(test.actors.townOfficer, 'pair.decide', {
      first: couple?.first,
      second: couple?.second,
      answer: 'different',
      reason: '已离婚分户',
    })
    for (const home of [head, wife, son]) expect(await answerOf(home)).toBe('unknown')
    expect((await own(head)).family).toEqual([])
    await takeBack(police)
  })

  it('across two towns is the bureau’s, and a town learns of the other only which town', async () => {
    const [here, there] = [await addHome(725), await addHome(726, {}, area.farVillage)]
    const police = await deliver([member(725, '户主', 'F725'), member(726, '配偶', 'F725')])
    expect(await pairOf(here, 'open', {}, test.actors.townOfficer)).toBeUndefined()
    await expect(decide(here, 'different', test.actors.townOfficer)).rejects.toThrow()
    const [told] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home: here })
    expect(told).toMatchObject({ id: there, case: 'several-homes', hidden: true, townName: '文昌路街道' })
    await decide(here, 'different', test.actors.bureauOfficer)
    expect([await answerOf(here), await answerOf(there)]).toEqual(['yes', 'yes'])
    await takeBack(police)
  })
})

describe('whoever succeeds to a home', () => {
  it('is told to be of the family or of another, by the police list in force', async () => {
    const home = await addHome(727)
    const police = await deliver([
      member(727, '户主', 'F727'),
      member(728, '子', 'F727'),
      member(729, '户主', 'F729'),
    ])
    const successorOf = async (n: number, kind = 'succeed') => {
      const changes = { householder: '王承接', idNumber: anIdNumber(n) }
      const told = await test.ask<{ successor: string | null }>(test.actors.townOfficer, 'change.outlook', {
        ...{ home, kind, changes },
      })
      return told.successor
    }
    expect(await successorOf(728)).toBe('of-family')
    expect(await successorOf(729)).toBe('of-other-family')
    expect(await successorOf(799)).toBe('not-listed')
    expect(await successorOf(728, 'correct')).toBe(null)
    await takeBack(police)
  })
})

describe('one person at one house number with other numbers of meter and deed', () => {
  it('looks entered twice, with what speaks against it; at two house numbers like several homes', async () => {
    const { householder, address, idNumber } = anApplicationForm(730)
    const names = { householder, titleOwner: householder, accountHolder: householder, idNumber }
    const numbers = {
      accountNumber: '0606987654321',
      titleKind: 'homestead' as const,
      titleNumber: '乡宅证字第88123号',
    }
    const home = await addHome(730)
    const twice = await addHome(731, { ...names, ...numbers, address: `${address}北屋` })
    // By the weights of a whole county the differing numbers outweigh the house.
    await test.program.database.write(county, (tx) =>
      tx
        .updateTable('match_pair')
        .set({ dwelling_bits: -3 })
        .where('county', '=', county)
        .where((eb) => eb.or([eb('first', '=', home), eb('second', '=', home)]))
        .execute(),
    )
    const pair = await pairOf(home)
    expect(pair).toMatchObject({ case: 'entered-twice', exact: 1, sameHouse: true })
    expect(await pairOf(twice, 'open', { case: 'entered-twice' })).toBeDefined()
    expect(await pairOf(twice, 'open', { case: 'several-homes' })).toBeUndefined()
    const { against } = await test.ask<{ against: string[] }>(test.actors.townOfficer, 'pair.get', {
      first: pair?.first,
      second: pair?.second,
    })
    expect(against).toEqual(['account', 'title'])
    const second = anApplicationForm(741)
    await addHome(740)
    const { householder: name, idNumber: id } = anApplicationForm(740)
    const other = await addHome(741, { ...second, householder: name, idNumber: id })
    expect(await pairOf(other)).toMatchObject({ case: 'several-homes' })
  })
})
