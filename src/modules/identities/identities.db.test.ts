import { addDays } from '../../kernel/dates/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, county, type TestCounty } from '../../../tests/support/county.ts'
import { newId } from '../../kernel/identity/id.ts'
import { isSheetProblem, readWorkbook } from '../../kernel/sheets/read-workbook.ts'
import type { HomeFields } from '../households/model/fields.ts'
import { anApplicationForm } from '../households/samples.ts'
import type { PairCase } from './model.ts'

let test: TestCounty
/** Enough strangers that chance can be told from sameness. */
beforeAll(async () => {
  test = await aCounty()
  for (let n = 600; n < 640; n++) await addHome(n, {}, n % 2 ? area.village : area.otherVillage)
})
afterAll(() => test.close())

interface Pair {
  first: string
  second: string
  case: PairCase
  state: string
  person: number
  dwelling: number
  exact: number
  answer: string | null
  foundOn: string
  newPapers: number | null
}
interface Evidence {
  bits: number
  prior: number
  rare: number
  shared: number
  fields: { field: string; level: string; bits: number }[]
}
interface Got {
  inForce: string | null
  evidence: Record<'person' | 'dwelling', Evidence>
  decisions: { answer: string; holds: boolean }[]
  thirds: { home: string; person?: boolean; dwelling?: boolean }[]
  records: {
    id: string
    townName: string
    idNumber: string | null
    accountNumber: string | null
    titleNumber: string | null
    papers: object[]
    beside: Record<'address' | 'accountNumber' | 'titleNumber', unknown>
  }[]
  mayDecide: boolean
  decidedByTown: string | null
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
/** The application of `n` again, as another clerk writes it: no ID number, another account and title. */
const again = (n: number): Partial<HomeFields> => {
  const { householder, telephone, address } = anApplicationForm(n)
  return {
    householder,
    titleOwner: householder,
    accountHolder: householder,
    telephone,
    address,
    idNumber: undefined,
  }
}
const pairs = async (state = 'open', actor = test.actors.bureauOfficer) =>
  (await test.ask<{ rows: Pair[] }>(actor, 'pair.list', { state })).rows
const pairOf = async (home: string, state = 'open') => {
  const found = (await pairs(state)).find(({ first, second }) => first === home || second === home)
  if (!found) throw new Error(`no ${state} pair of the home`)
  return found
}
const get = (pair: Pair, actor = test.actors.bureauOfficer) =>
  test.ask<Got>(actor, 'pair.get', { first: pair.first, second: pair.second })
const answerOf = async (home: string) =>
  (await test.ask<{ answer: string }>(test.actors.bureauOfficer, 'home.page', { home })).answer
const decide = (pair: Pair, answer: string, actor = test.actors.townOfficer, reason = '已核对户口簿') =>
  test.done(actor, 'pair.decide', { first: pair.first, second: pair.second, answer, reason })

describe('comparing applications as they are written', () => {
  it('finds a family entered twice, and lets nobody through before somebody looked', async () => {
    const home = await addHome(700)
    expect(await answerOf(home)).toBe('yes')
    const twice = await addHome(701, again(700))
    const pair = await pairOf(twice)
    expect([pair.first, pair.second].sort()).toEqual([home, twice].sort())
    expect(await answerOf(home)).toBe('unknown')
  })

  it('lets strangers be', async () => {
    const home = await addHome(710)
    expect((await pairs()).filter(({ first, second }) => first === home || second === home)).toEqual([])
    expect(await answerOf(home)).toBe('yes')
  })

  it('takes a number both have exactly for what it is, whatever the scores say', async () => {
    const home = await addHome(720)
    const other = await addHome(721, { idNumber: anApplicationForm(720).idNumber }, area.otherVillage)
    expect(await pairOf(other)).toMatchObject({ exact: 1, case: 'several-homes' })
    expect(await answerOf(home)).toBe('no')
  })

  it('lets both go once the one that was wrong is corrected or withdrawn', async () => {
    const home = await addHome(730)
    const twice = await addHome(731, again(730))
    expect(await answerOf(home)).toBe('unknown')
    const pair = await pairOf(twice)
    await decide(pair, 'papers')
    expect(
      (await test.ask<{ key: string }[]>(test.actors.townOfficer, 'home.answers', { home })).map(
        ({ key }) => key,
      ),
    ).toContain('choice.answer.papers')
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: twice, reason: '重复申报' })
    expect(await answerOf(home)).toBe('yes')
    const { first, second } = pair
    expect((await test.program.ask(test.actors.townOfficer, 'pair.get', { first, second })).status).toBe(
      'not-found',
    )
    const former = (actor: typeof test.actors.townOfficer) =>
      test.program.ask(actor, 'pair.former', { first, second })
    expect(await former(test.actors.townOfficer)).toMatchObject({
      status: 'ok',
      value: {
        homes: [{ id: first }, { id: second }],
        hasLeft: true,
        decisions: [{ answer: 'papers', holds: false }],
      },
    })
    expect((await former(test.actors.otherTownOfficer)).status).toBe('not-found')
  })
})

describe('the evidence of a pair', () => {
  it('adds up to its score, line by line, with the version of its weights', async () => {
    const twice = await addHome(741, again(await addHome(740).then(() => 740)))
    const pair = await pairOf(twice)
    const { evidence } = await get(pair)
    for (const question of ['person', 'dwelling'] as const) {
      const { bits, prior, rare, shared, fields } = evidence[question]
      const sum = prior + rare + shared + fields.reduce((total, field) => total + field.bits, 0)
      expect(sum).toBeCloseTo(bits, 6)
      // What the database reckoned, in its own precision.
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(pair[question], 2)
    }
    expect(evidence.person.fields).toContainEqual(
      expect.objectContaining({ field: 'householder', level: 'same' }),
    )
  })

  it('has the documents of both at hand, each once, and no workbook', async () => {
    const home = await addHome(755)
    const twice = await addHome(756, again(755))
    const paper = await test.evidence('document', Buffer.from('%PDF-1.4 村委会证明'), test.actors.townOfficer)
    const input = { home, changes: { address: '甲村(模拟)755号院' }, reason: '按房产证明更正' }
    await test.done(test.actors.townOfficer, 'home.correct', input, [paper])
    const { records } = await get(await pairOf(twice))
    expect(Object.fromEntries(records.map(({ id, papers }) => [id, papers]))).toEqual({
      [home]: [{ kind: 'document', digest: paper.digest, mediaType: 'application/pdf' }],
      [twice]: [],
    })
  })

  it('shows numbers of persons masked', async () => {
    const pair = await pairOf(await addHome(751, again(await addHome(750).then(() => 750))))
    const { records } = await get(pair)
    const whole = anApplicationForm(750).idNumber ?? ''
    expect(JSON.stringify(records)).not.toContain(whole)
    expect(records.some(({ idNumber }) => idNumber?.endsWith(whole.slice(-4)))).toBe(true)
  })
})

describe('two records side by side', () => {
  it('say of an address what the evidence says of it, and who decides', async () => {
    const home = await addHome(757, { address: '甲村(模拟)757号' })
    const twice = await addHome(758, { ...again(757), address: '虎头崖镇甲村(模拟)757号' })
    const written = await addHome(759, { ...again(757), address: '甲村(模拟)南757号' })
    const beside = async (other: string) => {
      const pair = (await pairs()).find(
        ({ first, second }) => [first, second].includes(other) && [first, second].includes(home),
      )
      if (!pair) throw new Error('no pair')
      const { records, evidence, decidedByTown } = await get(pair)
      expect(evidence.person.fields).toContainEqual(
        expect.objectContaining({ field: 'address', level: records[1]?.beside.address }),
      )
      expect(decidedByTown).toBe(records[0]?.townName)
      return records[1]?.beside.address
    }
    expect([await beside(twice), await beside(written)]).toEqual(['slip', 'slip'])
  })

  it('have account and deed masked as on the home’s page, with the places marked in which they differ', async () => {
    const { accountNumber = '', titleNumber = '' } = anApplicationForm(752)
    const other = accountNumber.replace(/(?<=^.{5})./, (digit) => (digit === '1' ? '2' : '1'))
    await addHome(752)
    const twice = await addHome(753, { ...again(752), accountNumber: other, titleNumber })
    const { records } = await get(await pairOf(twice))
    const shown = JSON.stringify(records)
    for (const whole of [accountNumber, other, titleNumber]) expect(shown).not.toContain(whole)
    expect(records[1]?.beside).toMatchObject({
      accountNumber: { agrees: 'differs', differsAt: [5] },
      titleNumber: { agrees: 'same', differsAt: [] },
    })
  })
})

describe('a decision about a pair', () => {
  it('“entered twice” fails both until one is withdrawn', async () => {
    const home = await addHome(760)
    const twice = await addHome(761, again(760))
    await decide(await pairOf(twice), 'entered-twice')
    expect([await answerOf(home), await answerOf(twice)]).toEqual(['no', 'no'])
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: twice, reason: '重复申报' })
    expect(await answerOf(home)).toBe('yes')
  })

  it('“different” lets both through, outlives a run over the whole register, and ends where a record changes', async () => {
    const home = await addHome(770)
    const other = await addHome(771, again(770))
    await test.done(test.actors.townOfficer, 'home.correct', {
      home: other,
      changes: { idNumber: anApplicationForm(771).idNumber },
      reason: '补填号码',
    })
    await decide(await pairOf(other), 'different')
    expect(await answerOf(home)).toBe('yes')
    const found = (await pairOf(other, 'decided')).foundOn
    test.clock.set(new Date('2023-08-17T04:00:00Z'))
    await test.done(test.actors.bureauOfficer, 'register.compare', { programme: test.programme })
    const kept = await pairOf(other, 'decided')
    expect(kept).toMatchObject({ answer: 'different', foundOn: found })
    expect(await answerOf(home)).toBe('yes')
    await test.done(test.actors.townOfficer, 'home.correct', {
      home: other,
      changes: { accountNumber: anApplicationForm(770).accountNumber },
      reason: '按电费单更正',
    })
    const reopened = await pairOf(other)
    expect((await get(reopened)).decisions).toMatchObject([{ answer: 'different', holds: false }])
  })

  it('that two are one is not undone by a correction: the pair is open again, however little they share now', async () => {
    const home = await addHome(775)
    const { householder, telephone, address } = anApplicationForm(776)
    const twice = await addHome(777, again(775))
    await decide(await pairOf(twice), 'entered-twice')
    for (const changes of [
      { householder, titleOwner: householder, accountHolder: householder },
      { telephone, address },
    ])
      await test.done(test.actors.townOfficer, 'home.correct', {
        home: twice,
        changes,
        reason: '按房产证明更正',
      })
    expect((await get(await pairOf(twice))).decisions).toMatchObject([{ holds: false }])
    expect(await answerOf(home)).toBe('unknown')
  })

  it('waits for papers without letting anybody through', async () => {
    const home = await addHome(780)
    await decide(await pairOf(await addHome(781, again(780))), 'papers')
    expect((await pairOf(home, 'papers')).answer).toBe('papers')
    expect(await answerOf(home)).toBe('unknown')
  })

  it('about third homes says what follows for the pair', async () => {
    const [one, two, three] = [
      await addHome(783),
      await addHome(784, again(783)),
      await addHome(785, again(783)),
    ]
    const between = async (a: string, b: string) => {
      const found = (await pairs()).find(
        ({ first, second }) => [a, b].includes(first) && [a, b].includes(second),
      )
      if (!found) throw new Error('no such pair')
      return found
    }
    const asked = await between(one, two)
    const [left, right] = [await between(one, three), await between(two, three)]
    await decide(left, 'several-families')
    expect((await get(asked)).thirds).toEqual([])
    await decide(right, 'several-families')
    expect((await get(asked)).thirds).toMatchObject([{ home: three, dwelling: true }])
    await decide(right, 'different')
    expect((await get(asked)).thirds).toMatchObject([{ home: three, dwelling: false }])
    const said = { first: asked.first, second: asked.second, answer: 'several-families', reason: '同一院落' }
    const say = (more: object) => test.refused(test.actors.townOfficer, 'pair.decide', { ...said, ...more })
    expect(await say({})).toEqual(['pair.against-thirds'])
    await test.done(test.actors.townOfficer, 'pair.decide', { ...said, againstThirds: true })
  })

  it('holds answers of one moment against each other', async () => {
    const [one, two, three] = [
      await addHome(786),
      await addHome(787, again(786)),
      await addHome(788, again(786)),
    ]
    const among = (await pairs()).filter(({ first, second }) =>
      [first, second].every((home) => [one, two, three].includes(home)),
    )
    const [apart, left, right] = among
    if (!apart || !left || !right) throw new Error('not each beside each')
    await decide(apart, 'different')
    const together = [left, right].map(({ first, second }) => ({
      id: newId(),
      kind: 'pair.decide',
      input: { first, second, answer: 'entered-twice', reason: '同一张户口簿' },
    }))
    const outcomes = await test.program.door.performBatch(test.actors.townOfficer, together)
    expect(
      outcomes.map((outcome) => outcome.status === 'refused' && outcome.refusals.map(({ code }) => code)),
    ).toEqual([['pair.against-thirds'], ['pair.against-thirds']])
  })

  it('across two towns is the bureau’s: neither town sees the other’s family', async () => {
    const home = await addHome(790, { helpedBefore: undefined })
    const { idNumber } = anApplicationForm(790)
    const other = await addHome(791, { ...again(790), idNumber }, area.farVillage)
    const pair = await pairOf(other)
    for (const actor of [test.actors.townOfficer, test.actors.otherTownOfficer]) {
      expect((await pairs('open', actor)).some(({ first }) => first === pair.first)).toBe(false)
      const asked = await test.program.ask(actor, 'pair.get', { first: pair.first, second: pair.second })
      expect(asked.status).toBe('not-found')
      await expect(decide(pair, 'different', actor)).rejects.toThrow()
    }
    const [seen] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home })
    expect(seen).toMatchObject({ hidden: true, townName: '文昌路街道' })
    const papersOf = async (actor: typeof test.actors.townOfficer, brought?: 'no' | 'yes') =>
      (
        await test.ask<{ rows: { home: string; otherTown: string; reason: string }[] }>(
          actor,
          'pair.papers',
          { brought },
        )
      ).rows
    expect(await papersOf(test.actors.townOfficer)).toEqual([])
    const papersBy = addDays(test.program.clock.today(), 14)
    const asking = (more: object) => ({
      ...{ first: pair.first, second: pair.second, answer: 'papers', reason: `请补户口簿，${idNumber}` },
      ...{ papersBy, ...more },
    })
    const refused = (more: object) => test.refused(test.actors.bureauOfficer, 'pair.decide', asking(more))
    expect(await refused({ papersBy: '2023-01-01' })).toEqual(['pair.papers-by-past'])
    expect(await refused({ answer: 'different' })).toEqual(['pair.papers-by-unfit'])
    expect(await refused({ answer: 'different', papersBy: undefined, papers: ['title-deed'] })).toEqual([
      'pair.papers-by-unfit',
    ])
    for (const unfit of ['earlier-lists', 'contribution-receipt'])
      expect(await refused({ papers: ['title-deed', unfit] })).toEqual(['pair.papers-unknown'])
    const papers = ['household-book', 'title-deed']
    await test.done(test.actors.bureauOfficer, 'pair.decide', asking({ papers }))
    const named = [{ zh: '户口簿' }, { zh: '房产证' }]
    expect((await get(pair)).decisions).toMatchObject([{ answer: 'papers', papers: named }])
    const hidden = { reason: expect.stringMatching(/^请补户口簿，\d{6}\*+\d{4}$/) as string }
    expect(await papersOf(test.actors.townOfficer)).toMatchObject([
      { home, otherTown: '文昌路街道', by: papersBy, papers: named, ...hidden },
    ])
    expect((await papersOf(test.actors.otherTownOfficer)).map((row) => row.home)).toEqual([other])
    const [told] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home })
    expect(told).toMatchObject({ hidden: true, papers: hidden.reason, papersBy, needed: named })
    const newPapers = async () =>
      (await pairs('papers', test.actors.bureauOfficer)).find(({ first }) => first === pair.first)?.newPapers
    expect(await newPapers()).toBe(0)
    const ownPapers = () => test.ask<object | null>(test.household(home), 'pair.own-papers', {})
    expect(await ownPapers()).toMatchObject({
      by: papersBy,
      askedOn: test.program.clock.today(),
      papers: named,
    })
    const book = await test.evidence('document')
    await test.done(
      test.actors.townOfficer,
      'home.settle-fact',
      { home, fact: 'household.helpedBefore', value: false, reason: '户口簿' },
      [book],
    )
    expect(await newPapers()).toBe(1)
    expect(await papersOf(test.actors.townOfficer)).toMatchObject([{ home, brought: 1 }])
    expect(await papersOf(test.actors.otherTownOfficer)).toMatchObject([{ home: other, brought: 0 }])
    expect(await papersOf(test.actors.townOfficer, 'no')).toEqual([])
    expect(await papersOf(test.actors.townOfficer, 'yes')).toHaveLength(1)
    await decide(pair, 'several-homes', test.actors.bureauOfficer)
    expect(await ownPapers()).toBeNull()
    expect(await papersOf(test.actors.townOfficer)).toEqual([])
    expect(await answerOf(home)).toBe('no')
  })

  it('of several homes offers the exception, which counts for nothing until another person grants it (§4.4)', async () => {
    const home = await addHome(795)
    const { idNumber } = anApplicationForm(795)
    const other = await addHome(796, { ...again(795), idNumber, address: '村北新院9号' })
    const pair = await pairOf(other)
    await decide(pair, 'several-homes')
    expect(await answerOf(home)).toBe('no')
    const exceptions = async (actor = test.actors.townOfficer) => {
      const { exceptions: told } = await test.ask<{
        exceptions: {
          home: string
          mayAsk: boolean
          open: { fact: string; label: object }[]
          requests: {
            id: string
            state: string
            mayDecide: boolean
            papers: { of: string; digest: string }[]
          }[]
        }[]
      }>(actor, 'pair.get', { first: pair.first, second: pair.second })
      return told.find((one) => one.home === home)
    }
    const fact = 'exception.severalHomes'
    expect(await exceptions()).toMatchObject({
      mayAsk: true,
      requests: [],
      // What is only asked for is not called approved.
      open: [{ fact, label: { zh: '一户多宅特殊情况' } }],
    })
    expect(await exceptions(test.actors.bureauOfficer)).toMatchObject({ mayAsk: false })
    const request = newId()
    const form = await test.evidence('document')
    const approval = await test.evidence('document')
    await test.done(
      test.actors.townOfficer,
      'home.ask-exception',
      { home, request, fact, reason: '老宅与新院相距十里，两处均有老人常住' },
      [form],
    )
    expect(await exceptions()).toMatchObject({
      open: [],
      // Who asked does not decide, though the papers are there for both.
      requests: [
        { id: request, state: 'asked', mayDecide: false, papers: [{ of: 'asked', digest: form.digest }] },
      ],
    })
    expect(await exceptions(test.actors.bureauOfficer)).toMatchObject({ requests: [{ mayDecide: false }] })
    expect(await exceptions(test.actors.bureauDirector)).toMatchObject({
      requests: [
        {
          ...{ state: 'asked', mayDecide: true, answer: null, decidedOn: null },
          papers: [{ of: 'asked', digest: form.digest }],
        },
      ],
    })
    expect(await answerOf(home)).toBe('no')
    await test.done(
      test.actors.bureauDirector,
      'home.grant-exception',
      { home, request, reason: '情况属实，同意' },
      [approval],
    )
    expect(await exceptions(test.actors.bureauDirector)).toMatchObject({
      open: [],
      requests: [
        {
          ...{ state: 'granted', mayDecide: false, answer: '情况属实，同意' },
          decidedOn: expect.any(String) as string,
          papers: [
            { of: 'asked', digest: form.digest },
            { of: 'granted', digest: approval.digest },
          ],
        },
      ],
    })
    expect(await answerOf(home)).toBe('yes')
    expect(await answerOf(other)).toBe('no')
  })

  it('of neither one family nor one dwelling offers no exception from being one', async () => {
    await addHome(831)
    const other = await addHome(832, { idNumber: anApplicationForm(831).idNumber })
    const pair = await pairOf(other)
    const open = async () =>
      (
        await test.ask<{ exceptions: { open: object[] }[] }>(test.actors.townOfficer, 'pair.get', pair)
      ).exceptions
        .map((home) => home.open.length)
        .reduce((sum, count) => sum + count, 0)
    expect(await open()).toBeGreaterThan(0)
    const { first, second } = pair
    const reason = '号码抄错，两人并不相识'
    await test.done(test.actors.townOfficer, 'pair.decide', { first, second, answer: 'different', reason })
    expect(await open()).toBe(0)
  })

  it('is not overwritten by somebody who had not seen it, and only the newest decision is in force', async () => {
    await addHome(805)
    const twice = await addHome(806, again(805))
    const pair = await pairOf(twice)
    const seen = async () => (await get(pair)).inForce
    const input = { first: pair.first, second: pair.second, reason: '已核对户口簿' }
    const before = await seen()
    expect(before).toBeNull()
    await test.done(test.actors.townOfficer, 'pair.decide', { ...input, answer: 'different', seen: before })
    const late = await test.do(test.actors.bureauOfficer, 'pair.decide', {
      ...input,
      answer: 'entered-twice',
      seen: before,
    })
    expect(late).toMatchObject({
      refusals: [
        {
          code: 'pair.decided-meanwhile',
          facts: { answer: 'different', by: expect.any(String), on: expect.any(String) },
        },
      ],
    })
    await test.done(test.actors.bureauOfficer, 'pair.decide', {
      ...input,
      answer: 'entered-twice',
      seen: await seen(),
    })
    expect((await get(pair)).decisions).toMatchObject([
      { answer: 'entered-twice', holds: true },
      { answer: 'different', holds: false },
    ])
  })

  it('refuses an answer that does not fit, and a pair of which one has left', async () => {
    await addHome(800)
    const twice = await addHome(801, again(800))
    const pair = await pairOf(twice)
    const input = { first: pair.first, second: pair.second, reason: '已核对户口簿' }
    expect(
      await test.refused(test.actors.townOfficer, 'pair.decide', { ...input, answer: 'helped-before' }),
    ).toEqual(['pair.answer-unfit'])
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: twice, reason: '重复申报' })
    const { rows } = await test.ask<{ rows: Pair[] }>(test.actors.bureauOfficer, 'pair.list', {})
    expect(rows.some(({ second, first }) => second === twice || first === twice)).toBe(false)
  })

  it('is exported as the list shows it, without a number that names a person', async () => {
    const file = await test.program.file(test.actors.bureauOfficer, 'pair.export', {})
    if (file.status !== 'ok') throw new Error(file.status)
    const workbook = await readWorkbook(file.value.body)
    if (isSheetProblem(workbook)) throw new Error('unreadable')
    const [sheet] = workbook.sheets
    const text = Array.from({ length: (sheet?.rowCount ?? 0) * 13 }, (_, at) =>
      sheet?.text(Math.floor(at / 13), at % 13),
    ).join(' ')
    expect(text).toContain('疑似情形')
    expect(text).toContain(anApplicationForm(700).householder)
    expect(text).not.toContain(anApplicationForm(700).telephone)
  })
})

it('forgets what a home said once it has left', async () => {
  const home = await addHome(820)
  const said = async () =>
    test.program.database.read(county, (db) =>
      db.selectFrom('identity').select('name').where('county', '=', county).where('id', '=', home).execute(),
    )
  expect(await said()).toHaveLength(1)
  await test.done(test.actors.townOfficer, 'home.withdraw', { home, reason: '农户改变主意' })
  expect(await said()).toHaveLength(0)
})

it('keeps digests of numbers only', async () => {
  await addHome(810)
  const { idNumber, telephone } = anApplicationForm(810)
  const { rows } = await test.program.database.read(county, (db) =>
    sql<{
      row: string
    }>`select to_json(identity)::text as row from identity where county = ${county}`.execute(db),
  )
  const text = JSON.stringify(rows)
  expect(text).not.toContain(idNumber)
  expect(text).not.toContain(telephone)
})
