import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, county, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import type { HomeFields } from '../households/model/fields.ts'
import { anApplicationForm } from '../households/samples.ts'
import { aSourceFile } from '../sources/samples.ts'

let test: TestCounty
/** Enough strangers on both sides that chance can be told from sameness. */
beforeAll(async () => {
  test = await aCounty()
  for (let n = 600; n < 640; n++) await addHome(n, {}, n % 2 ? area.village : area.otherVillage)
  await deliver(Array.from({ length: 40 }, (_, at) => lineOf(650 + at)))
})
afterAll(() => test.close())

async function addHome(n: number, changes: Partial<HomeFields> = {}, village = area.village) {
  const home = newId()
  await test.done(test.actors.townOfficer, 'home.add', {
    programme: test.programme,
    home,
    village,
    fields: anApplicationForm(n, changes),
  })
  return home
}

const lineOf = (n: number, more: Record<string, string> = {}): Record<string, string> => {
  const { householder, idNumber, address, accountNumber } = anApplicationForm(n)
  return {
    name: householder,
    idNumber: idNumber ?? '',
    village: '甲村(模拟)',
    address: address,
    accountNumber: accountNumber ?? '',
    year: '2021',
    ...more,
  }
}

async function deliver(lines: readonly Record<string, string>[]): Promise<string> {
  const source = newId()
  const file = await test.evidence('workbook', aSourceFile('earlier', lines), test.actors.bureauOfficer)
  const input = {
    programme: test.programme,
    source,
    kind: 'earlier',
    area: area.county,
    asOf: '2022-12-31',
    deliveredBy: '某单位(模拟)',
    fileName: '2021.csv',
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
  secondSide: { householder: string; list?: { source: string; year: number } }
}
const pairsOf = async (home: string, state = 'open', actor = test.actors.bureauOfficer) =>
  (await test.ask<{ rows: Pair[] }>(actor, 'pair.list', { state })).rows.filter(({ first }) => first === home)
async function onlyPairOf(home: string, state = 'open') {
  const [pair, ...more] = await pairsOf(home, state)
  if (!pair || more.length > 0) throw new Error(`${more.length + (pair ? 1 : 0)} pairs`)
  return pair
}
const answerOf = async (home: string) =>
  (await test.ask<{ answer: string }>(test.actors.bureauOfficer, 'home.page', { home })).answer
const decide = ({ first, second }: Pair, answer: string, actor = test.actors.townOfficer) =>
  test.done(actor, 'pair.decide', { first, second, answer, reason: '已核对往年档案' })

const newestModels = async () =>
  (
    await test.program.database.owner
      .selectFrom('match_model')
      .select('id')
      .where('county', '=', county)
      .where('between_lists', '=', true)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)

/** What was to be screened, by the acts so far. */
const screenings = async () =>
  (
    await test.program.database.owner
      .selectFrom('act')
      .select('text')
      .where('county', '=', county)
      .where('kind', '=', 'register.screen')
      .orderBy('id')
      .execute()
  ).map(({ text }) => (JSON.parse(text) as { input: { area?: string; homes?: string[] } }).input)

/** As a list that is published has the number: its middle hidden. */
const hidden = (n: number) =>
  (anApplicationForm(n).idNumber ?? '').replace(/(?<=^.{6}).*(?=.{4}$)/, '********')

describe('a line an official points to', () => {
  const pointing = (home: string, other: string) => ({
    ...{ home, other, suspected: 'helped-before' },
    reason: '邻居反映前年用儿子的名字装过',
  })
  const linesFound = async (search: string, actor = test.actors.townOfficer) =>
    (await test.ask<{ lines: { id: string; name: string }[] }>(actor, 'pair.earlier-lines', { search })).lines

  it('stands beside the home like any other, whatever is compared, until its list is taken back', async () => {
    const home = await addHome(940)
    const source = await deliver([
      lineOf(941, { name: '往年甲(模拟)', address: '无门牌', accountNumber: '', idNumber: '' }),
    ])
    const [found, ...more] = await linesFound('往年甲')
    expect([found?.name, more]).toEqual(['往年甲(模拟)', []])
    expect(await linesFound('往年甲', test.actors.otherTownOfficer)).toEqual([])
    expect(await pairsOf(home)).toEqual([])
    await test.done(test.actors.townOfficer, 'pair.point-out', pointing(home, found?.id ?? ''))
    expect(await onlyPairOf(home)).toMatchObject({ second: found?.id, case: 'helped-before', exact: 96 })
    expect(await answerOf(home)).toBe('unknown')
    const refused = await test.refused(
      test.actors.townOfficer,
      'pair.point-out',
      pointing(home, found?.id ?? ''),
    )
    expect(refused).toEqual(['pair.known'])
    await test.done(test.actors.bureauOfficer, 'register.compare', { programme: test.programme })
    expect(await onlyPairOf(home)).toMatchObject({ exact: 96 })
    await test.done(test.actors.townOfficer, 'home.correct', {
      home,
      changes: { residents: 5 },
      reason: '登记有误',
    })
    await decide(await onlyPairOf(home), 'helped-before')
    expect(await answerOf(home)).toBe('no')
    await takeBack(source)
    expect([await pairsOf(home), await pairsOf(home, 'decided'), await answerOf(home)]).toEqual([
      ...[[], []],
      'yes',
    ])
    await test.done(test.actors.bureauOfficer, 'register.compare', { programme: test.programme })
    expect(await pairsOf(home)).toEqual([])
  })
})

describe('lines of an earlier year’s list', () => {
  it('that hide the number are found to mean a home, whichever comes first, and nobody passes before somebody looked', async () => {
    const before = await addHome(700)
    expect(await answerOf(before)).toBe('yes')
    const source = await deliver([
      lineOf(700, { idNumber: hidden(700) }),
      lineOf(701, { idNumber: hidden(701) }),
    ])
    const pair = await onlyPairOf(before)
    expect(pair).toMatchObject({ case: 'helped-before', secondSide: { list: { source, year: 2021 } } })
    expect(await answerOf(before)).toBe('unknown')
    const after = await addHome(701)
    expect((await onlyPairOf(after)).case).toBe('helped-before')
    expect(await answerOf(after)).toBe('unknown')
  })

  it('are laid beside the home with the list and its line, numbers masked', async () => {
    const home = await addHome(710)
    const source = await deliver([lineOf(710, { idNumber: hidden(710) })])
    const { first, second } = await onlyPairOf(home)
    const { records } = await test.ask<{ records: object[] }>(test.actors.townOfficer, 'pair.get', {
      first,
      second,
    })
    expect(records).toMatchObject([
      { id: home, list: null },
      { id: second, list: { source, asOf: '2022-12-31', row: 2, year: 2021 }, idNumber: hidden(710) },
    ])
    expect(JSON.stringify(records)).not.toContain(anApplicationForm(710).idNumber)
    const [shown] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home })
    expect(shown).toMatchObject({
      earlier: true,
      hidden: false,
      case: 'helped-before',
      list: { source, asOf: '2022-12-31', year: 2021 },
    })
  })

  it('are marked by the whole number, also where one does not check and both look alike masked', async () => {
    const numberOf = (n: number) => anApplicationForm(n).idNumber ?? ''
    const slipped = numberOf(711).replace(/(?<=^.{12})../, (two) => (two === '11' ? '22' : '11'))
    const [same, other] = [await addHome(712), await addHome(711)]
    await deliver([lineOf(712), lineOf(711, { idNumber: slipped })])
    const marksOf = async (home: string) => {
      const { first, second } = await onlyPairOf(home)
      const { records } = await test.ask<{ records: { idMark: number | null }[] }>(
        test.actors.townOfficer,
        'pair.get',
        { first, second },
      )
      expect(JSON.stringify(records)).not.toContain(slipped)
      return records.map(({ idMark }) => idMark)
    }
    const [mine, theirs] = await marksOf(same)
    expect(theirs).toBe(mine)
    const [here, there] = await marksOf(other)
    expect(here).not.toBeNull()
    expect(there).not.toBeNull()
    expect(there).not.toBe(here)
  })

  it('decided to be the same refuse the home; decided to be somebody else’s they refuse nobody', async () => {
    const [one, two] = [await addHome(720), await addHome(721)]
    await deliver([720, 721].map((n) => lineOf(n, { idNumber: hidden(n) })))
    await decide(await onlyPairOf(one), 'helped-before')
    await decide(await onlyPairOf(two), 'different')
    expect([await answerOf(one), await answerOf(two)]).toEqual(['no', 'yes'])
  })

  it('with the very number of a home ask for a look; an official who finds somebody else is believed', async () => {
    const home = await addHome(730)
    await deliver([{ ...lineOf(735), idNumber: anApplicationForm(730).idNumber ?? '' }])
    const pair = await onlyPairOf(home)
    expect(pair.exact).toBe(1)
    expect(await answerOf(home)).toBe('unknown')
    await decide(pair, 'different')
    expect(await answerOf(home)).toBe('yes')
  })

  it('are forgotten once their list is taken back', async () => {
    const home = await addHome(740)
    const source = await deliver([lineOf(740, { idNumber: hidden(740) })])
    expect(await answerOf(home)).toBe('unknown')
    const resting = (actor = test.actors.bureauOfficer) =>
      test.ask<object>(actor, 'source.resting', { source })
    expect(await resting()).toEqual({ homes: 1, refused: 0, confirmed: 0, decided: 0 })
    await decide(await onlyPairOf(home), 'helped-before')
    expect(await resting()).toEqual({ homes: 1, refused: 1, confirmed: 0, decided: 1 })
    await takeBack(source)
    expect(await resting()).toEqual({ homes: 0, refused: 0, confirmed: 0, decided: 0 })
    expect(await pairsOf(home)).toEqual([])
    expect(await answerOf(home)).toBe('yes')
  })

  it('are compared alone, by the weights in force, until there are half as many again', async () => {
    const [named, other] = [await addHome(760), await addHome(761)]
    const before = await screenings()
    const known = await newestModels()
    await deliver([lineOf(760, { idNumber: hidden(760) })])
    expect((await onlyPairOf(named)).case).toBe('helped-before')
    expect(await newestModels()).toEqual(known)
    expect([await answerOf(named), await answerOf(other)]).toEqual(['unknown', 'yes'])
    const after = (await screenings()).slice(before.length)
    expect(after.map((input) => [input.area, input.homes])).toEqual([[undefined, [named]]])
    await deliver(Array.from({ length: 60 }, (_, at) => lineOf(800 + at)))
    expect(await newestModels()).not.toEqual(known)
    expect((await onlyPairOf(named)).case).toBe('helped-before')
  })

  it('of another town are the bureau’s to decide, and hidden from the home’s town', async () => {
    const home = await addHome(750)
    await deliver([lineOf(750, { idNumber: hidden(750), village: '丙村(模拟)', town: '文昌路街道' })])
    const pair = await onlyPairOf(home)
    expect(await pairsOf(home, 'open', test.actors.townOfficer)).toEqual([])
    const [seen] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home })
    expect(seen).toMatchObject({ hidden: true, earlier: true })
    await expect(decide(pair, 'different')).rejects.toThrow()
    await decide(pair, 'different', test.actors.bureauOfficer)
    expect(await answerOf(home)).toBe('yes')
  })

  it.each<[string, number, Record<string, string>, string]>([
    ['village and address', 770, { accountNumber: '' }, 'helped-before'],
    ['village and account', 771, { address: '' }, 'helped-before'],
    ['village, address and account', 772, {}, 'helped-before'],
    // Neighbours share names: one alone says no more than that somebody should look.
    ['village alone', 773, { address: '', accountNumber: '' }, 'unclear'],
  ])(
    'without an ID number are found by name, %s, and ask for a look: no refusal, no pass',
    async (_by, n, less, looksLike) => {
      const before = await addHome(n)
      expect(await answerOf(before)).toBe('yes')
      const source = await deliver([
        lineOf(n, { idNumber: '', ...less }),
        lineOf(n + 10, { idNumber: '', ...less }),
      ])
      const after = await addHome(n + 10)
      for (const home of [before, after]) {
        expect(await onlyPairOf(home)).toMatchObject({
          case: looksLike,
          secondSide: { list: { source, year: 2021 } },
        })
        expect(await answerOf(home)).toBe('unknown')
      }
      await decide(await onlyPairOf(before), 'different')
      await decide(await onlyPairOf(after), 'helped-before')
      expect([await answerOf(before), await answerOf(after)]).toEqual(['yes', 'no'])
    },
  )

  it('without an ID number, of the same name in another village, raise nothing', async () => {
    const home = await addHome(790)
    await deliver([
      lineOf(790, {
        idNumber: '',
        address: '',
        accountNumber: '',
        village: '丙村(模拟)',
        town: '文昌路街道',
      }),
    ])
    expect(await pairsOf(home)).toEqual([])
    expect(await answerOf(home)).toBe('yes')
  })
})
