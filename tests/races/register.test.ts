import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/identity/id.ts'
import { aRegister, anApplication } from '../../src/modules/households/samples.ts'
import { aCounty, area, county, type TestCounty } from '../support/county.ts'
import { asks, rounds, shuffled, tally, type TwoPrograms, twoPrograms } from './two-programs.ts'
import { anApplicant, aNoticePast, aVillageList, correction, crowdOf, homeNow } from './village-list.ts'

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

const count = async (text: string, ...values: unknown[]) =>
  (await test.program.database.pool.query(text, [county, ...values])).rowCount

describe('imports', () => {
  const importing = (fileName = '确户表.xlsx') => ({
    programme: test.programme,
    import: newId(),
    area: area.town,
    fileName,
    synthetic: true,
  })

  it('of one file at once enter it once; the others are told of the first', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => anApplication(n + 1, '甲村(模拟)'))
    const file = await test.evidence('workbook', await aRegister(rows))
    const officers = crowdOf(test, test.actors.townOfficer, 6)
    const outcomes = await both.atOnce(
      officers.map((actor) => asks(actor, 'register.import', importing(), [file])),
    )
    expect(tally(outcomes)).toEqual({ done: 1, 'import.same-file': 5 })
    expect(await count('select 1 from home where county = $1 and village = $2', area.village)).toBe(40)
    await both.expectSound()
  })

  it('of two files that share people both enter, and every shared key is marked on both sides', async () => {
    const file = async (village: string, changes: object) =>
      test.evidence(
        'workbook',
        await aRegister(Array.from({ length: 20 }, (_, n) => anApplication(500 + n, village, changes))),
      )
    const outcomes = await both.atOnce([
      asks(test.actors.townOfficer, 'register.import', importing('甲.xlsx'), [await file('甲村(模拟)', {})]),
      asks(test.actors.townOfficer, 'register.import', importing('乙.xlsx'), [
        await file('乙村(模拟)', { telephone: '13812345678' }),
      ]),
    ])
    expect(tally(outcomes)).toEqual({ done: 2 })
    expect(
      await count(
        `select 1 from home where county = $1 and duplicates > 0 and answer = 'no'
            and householder in (select householder from home where county = $1 and duplicates > 0)`,
      ),
    ).toBe(40)
    await both.expectSound()
  })

  it.each(rounds)(
    'undone while one of its homes is corrected: one of the two happens (%i)',
    async (round) => {
      const rows = Array.from({ length: 8 }, (_, n) => anApplication(1000 * round + n, '乙村(模拟)'))
      const input = importing(`${round}.xlsx`)
      await test.done(test.actors.townOfficer, 'register.import', input, [
        await test.evidence('workbook', await aRegister(rows)),
      ])
      const { rows: homes } = await test.program.database.pool.query<{ id: string }>(
        'select id from home where county = $1 and import = $2',
        [county, input.import],
      )
      const home = homes[0]?.id ?? ''
      const undo = asks(test.actors.townOfficer, 'register.undo-import', {
        programme: test.programme,
        import: input.import,
        reason: '导错了文件',
      })
      const correct = asks(test.actors.townOfficer, 'home.correct', correction(home, { residents: 9 }))
      const answers = tally(await both.atOnce(shuffled([undo, correct, undo], round)))
      const isUndone = (await homeNow(test, home)) === undefined
      expect(answers).toEqual(
        isUndone ? { done: 1, repeated: 1, 'subject.not-found': 1 } : { done: 1, 'import.built-upon': 2 },
      )
      expect(await count('select 1 from home where county = $1 and import = $2', input.import)).toBe(
        isUndone ? 0 : 8,
      )
      await both.expectSound()
    },
  )

  it.each(rounds)('undone while a notice of its homes opens: one of the two happens (%i)', async (round) => {
    const village = await aVillageList(test, 0)
    const rows = Array.from({ length: 30 }, (_, n) => anApplication(5000 + 100 * round + n, village.name))
    const input = importing(`公示${round}.xlsx`)
    await test.done(test.actors.townOfficer, 'register.import', input, [
      await test.evidence('workbook', await aRegister(rows)),
    ])
    const undo = asks(test.actors.townOfficer, 'register.undo-import', {
      programme: test.programme,
      import: input.import,
      reason: '导错了文件',
    })
    const open = asks(test.actors.townOfficer, 'notice.open', { notice: newId(), village: village.id })
    const answers = tally(await both.atOnce(shuffled([undo, open], round)))
    const left = await count('select 1 from home where county = $1 and import = $2', input.import)
    expect(answers).toEqual(
      left === 0 ? { done: 1, 'notice.none-ready': 1 } : { done: 1, 'import.built-upon': 1 },
    )
    await both.expectSound()
  })
})

describe('a village', () => {
  it('numbers applications that come at once one after the other', async () => {
    const village = await aVillageList(test, 1)
    const outcomes = await both.atOnce(
      crowdOf(test, test.actors.townOfficer, 20).map((actor) =>
        asks(actor, 'home.add', {
          programme: test.programme,
          home: newId(),
          village: village.code,
          fields: anApplicant(),
        }),
      ),
    )
    expect(tally(outcomes)).toEqual({ done: 20 })
    const { rows } = await test.program.database.pool.query<{ sequence: number }>(
      'select sequence from home where county = $1 and village = $2 order by sequence',
      [county, village.code],
    )
    expect(rows.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1))
  })

  it('opens one notice where several are opened at once', async () => {
    const village = await aVillageList(test, 6)
    const outcomes = await both.atOnce(
      crowdOf(test, test.actors.townOfficer, 6).map((actor) =>
        asks(actor, 'notice.open', { notice: newId(), village: village.id }),
      ),
    )
    expect(tally(outcomes)).toEqual({ done: 1, 'notice.none-ready': 5 })
    expect(await count('select 1 from notice where county = $1 and village = $2', village.code)).toBe(1)
    await both.expectSound()
  })

  it.each(rounds)(
    'puts a home corrected at that moment on the notice as it is, or not (%i)',
    async (round) => {
      const village = await aVillageList(test, 5)
      const [first = '', second = '', third = ''] = village.homes
      const notice = newId()
      const outcomes = await both.atOnce(
        shuffled(
          [
            asks(test.actors.townOfficer, 'notice.open', { notice, village: village.id }),
            asks(test.actors.townOfficer, 'home.correct', correction(first, { helpedBefore: true })),
            asks(test.actors.townOfficer, 'home.withdraw', { home: second, reason: '不要了' }),
            asks(test.actors.townOfficer, 'home.correct', correction(third, { residents: 9 })),
          ],
          round,
        ),
      )
      expect(tally(outcomes)).toEqual({ done: 4 })
      await both.expectSound()
    },
  )
})

describe('the confirmation of a notice', () => {
  it('asked for by several at once is done once', async () => {
    const village = await aVillageList(test, 6)
    const notice = await aNoticePast(test, village)
    const outcomes = await both.atOnce(
      crowdOf(test, test.actors.bureauOfficer, 5).map((actor) => asks(actor, 'notice.confirm', { notice })),
    )
    expect(tally(outcomes)).toEqual({ done: 1, 'notice.confirmed-already': 4 })
    expect(
      await count(
        'select 1 from home_letter l join home h on h.county = l.county and h.id = l.home where l.county = $1 and h.village = $2',
        village.code,
      ),
    ).toBe(6)
    await both.expectSound()
  })

  it.each(rounds)('meets corrections, withdrawals and a second application in order (%i)', async (round) => {
    const village = await aVillageList(test, 8)
    const notice = await aNoticePast(test, village)
    const [renamed = '', gone = '', shared = '', refusedOne = ''] = village.homes
    const twin = newId()
    const { rows } = await test.program.database.pool.query<{ account: string }>(
      'select account_number as account from home where county = $1 and id = $2',
      [county, shared],
    )
    const town = test.actors.townOfficer
    const asked = {
      confirm: asks(test.actors.bureauOfficer, 'notice.confirm', { notice }),
      rename: asks(
        town,
        'home.correct',
        correction(renamed, { householder: '改名人', titleOwner: '改名人', accountHolder: '改名人' }),
      ),
      withdraw: asks(town, 'home.withdraw', { home: gone, reason: '不要了' }),
      fail: asks(town, 'home.correct', correction(refusedOne, { dwellingKind: 'business' })),
      add: asks(town, 'home.add', {
        programme: test.programme,
        home: twin,
        village: area.otherVillage,
        fields: anApplicant({ accountNumber: rows[0]?.account }),
      }),
    }
    const order = shuffled(Object.entries(asked), round)
    const outcomes = await both.atOnce(order.map(([, one]) => one))
    const answer = Object.fromEntries(order.map(([name], i) => [name, outcomes[i]?.status]))
    expect(answer).toMatchObject({ confirm: 'done', add: 'done' })

    // Each either came before and shows in what was confirmed, or was refused as too late.
    expect(await homeNow(test, renamed)).toMatchObject(
      answer.rename === 'done' ? { stage: 'screened', householder: '改名人' } : { stage: 'confirmed' },
    )
    expect(await homeNow(test, refusedOne)).toMatchObject({
      stage: answer.fail === 'done' ? 'screened' : 'confirmed',
    })
    // A confirmed home leaves by an approved change only.
    expect(await homeNow(test, gone)).toMatchObject(
      answer.withdraw === 'done' ? { ended: 'withdrawn' } : { ended: null, stage: 'confirmed' },
    )
    expect(['confirmed', 'noticed']).toContain((await homeNow(test, shared))?.stage)
    for (const home of village.homes.slice(4))
      expect(await homeNow(test, home)).toMatchObject({ stage: 'confirmed' })
    await both.expectSound()
  })

  it.each(rounds)('and an objection raised at that moment exclude each other (%i)', async (round) => {
    const village = await aVillageList(test, 3)
    const notice = await aNoticePast(test, village)
    const asked = [
      asks(test.actors.bureauOfficer, 'notice.confirm', { notice }),
      asks(test.actors.townOfficer, 'objection.raise', {
        id: newId(),
        notice,
        homes: [village.homes[0]],
        said: '他家常年不在村里住。',
        receivedOn: await closing(notice),
      }),
    ]
    const outcomes = await both.atOnce(shuffled(asked, round))
    expect([
      { done: 1, 'notice.objections-open': 1 },
      { done: 1, 'notice.confirmed-already': 1 },
      { done: 1, 'notice.confirmed-already objection.home-confirmed': 1 },
    ]).toContainEqual(tally(outcomes))
    await both.expectSound()
  })

  async function closing(notice: string): Promise<string> {
    const { rows } = await test.program.database.pool.query<{ day: string }>(
      'select closes_on as day from notice where county = $1 and id = $2',
      [county, notice],
    )
    return rows[0]?.day ?? ''
  }
})
