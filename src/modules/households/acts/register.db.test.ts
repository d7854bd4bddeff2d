import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, county, type TestCounty } from '../../../../tests/support/county.ts'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import type { decide } from '../../../kernel/pack/decide.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { isSheetProblem, readWorkbook } from '../../../kernel/sheets/read-workbook.ts'
import type { HomeFields } from '../model/fields.ts'
import { aRegister, anApplication, anApplicationForm, type ApplicationRow } from '../samples.ts'

let test: TestCounty

beforeAll(async () => {
  test = await aCounty()
})
afterAll(() => test.close())

const workbook = async (rows: readonly ApplicationRow[]): Promise<EvidenceRef> =>
  test.evidence('workbook', await aRegister(rows), test.actors.townOfficer)

interface Listed {
  id: string
  householder: string
  answer: string
  stage: string
  failedRules: string[]
  unknownRules: string[]
  names: object[]
  duplicates: string[]
  sequence: number
  idNumber: string
}
const list = (input: object, actor = test.actors.bureauOfficer) =>
  test.ask<{ rows: Listed[]; total: number }>(actor, 'home.list', input)

async function importRows(
  rows: readonly ApplicationRow[],
  where = area.town,
  actor = test.actors.townOfficer,
) {
  const id = newId()
  const receipt = await test.done(
    actor,
    'register.import',
    { programme: test.programme, import: id, area: where, fileName: '确户表.xlsx', synthetic: true },
    [await workbook(rows)],
  )
  return { id, receipt }
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
const answerOf = async (home: string) => {
  const page = await test.ask<{ answer: string; stage: string; duplicates: string[] }>(
    test.actors.bureauOfficer,
    'home.page',
    { home },
  )
  return page
}

describe('an import', () => {
  it('enters every row of the workbook, numbered by village, sealed, and screens it', async () => {
    const { id, receipt } = await importRows([
      anApplication(1, '甲村(模拟)'),
      anApplication(2, '甲村(模拟)', { dwellingKind: '经营性用房' }),
      anApplication(3, '乙村(模拟)', { permanentlyResident: '' }),
    ])
    expect(receipt.result).toEqual({ import: id, homes: 3, villages: 2 })
    const { rows } = await list({ import: id })
    expect(
      rows.map((row) => [row.sequence, row.stage, row.answer, row.failedRules, row.unknownRules]),
    ).toEqual([
      [1, 'screened', 'yes', [], []],
      [2, 'screened', 'no', ['not-business-premises'], []],
      [1, 'screened', 'unknown', [], ['resident-household']],
    ])
    expect(rows[0]?.idNumber).toMatch(/^370683\*{8}[\dX]{4}$/)
    const stored = await test.program.database.owner
      .selectFrom('home')
      .select(['id_number', 'import_row', 'synthetic'])
      .where('county', '=', county)
      .where('import', '=', id)
      .execute()
    expect(stored.every((row) => row.id_number && !row.id_number.toString('latin1').includes('370683'))).toBe(
      true,
    )
    expect(stored.map((row) => row.import_row).sort()).toEqual([2, 3, 4])
    expect(stored.every((row) => row.synthetic)).toBe(true)
  })

  it('is refused the second time, with the first one named, and again after it is undone it is not', async () => {
    const rows = [anApplication(10, '甲村(模拟)')]
    const file = await workbook(rows)
    const input = () => ({ programme: test.programme, import: newId(), area: area.town, fileName: 'a.xlsx' })
    const first = input()
    await test.done(test.actors.townOfficer, 'register.import', first, [file])
    const again = await test.do(test.actors.townOfficer, 'register.import', input(), [file])
    expect(again).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'import.same-file', facts: { on: '2023-08-15', homes: 1, fileName: 'a.xlsx' } }],
    })
    await test.done(test.actors.townOfficer, 'register.undo-import', {
      programme: test.programme,
      import: first.import,
      reason: '导错了文件',
    })
    expect((await list({ import: first.import })).total).toBe(0)
    const third = await test.do(test.actors.townOfficer, 'register.import', input(), [file])
    expect(third.status).toBe('done')
  })

  it('is refused whole where one row has an error, and nothing is entered', async () => {
    const before = (await list({})).total
    const file = await workbook([
      anApplication(20, '甲村(模拟)'),
      anApplication(21, '甲村(模拟)', { idNumber: '370683196001011234' }),
    ])
    const outcome = await test.do(
      test.actors.townOfficer,
      'register.import',
      { programme: test.programme, import: newId(), area: area.town, fileName: 'b.xlsx' },
      [file],
    )
    expect(outcome).toMatchObject({ refusals: [{ code: 'import.has-errors', facts: { errors: 1, row: 3 } }] })
    expect((await list({})).total).toBe(before)
  })

  it('cannot reach beyond the area it is for, nor be done for somebody else’s', async () => {
    const file = await workbook([anApplication(30, '甲村(模拟)'), anApplication(31, '丙村(模拟)')])
    const input = { programme: test.programme, import: newId(), area: area.town, fileName: 'c.xlsx' }
    expect(await test.refused(test.actors.townOfficer, 'register.import', input, [file])).toEqual([
      'import.has-errors',
    ])
    const elsewhere = { ...input, area: area.otherTown }
    expect(await test.refused(test.actors.townOfficer, 'register.import', elsewhere, [file])).toEqual([
      'subject.not-found',
    ])
    const nowhere = { ...input, area: '370683999000' }
    expect(await test.refused(test.actors.townOfficer, 'register.import', nowhere, [file])).toEqual([
      'subject.not-found',
    ])
    expect(await test.refused(test.actors.cadre, 'register.import', input, [file])).toEqual(['not-permitted'])
  })

  it('cannot be undone once somebody built on it', async () => {
    const { id } = await importRows([anApplication(40, '乙村(模拟)'), anApplication(41, '乙村(模拟)')])
    const [home] = (await list({ import: id })).rows
    const told = async () => {
      const { rows } = await test.ask<{ rows: { id: string; builtUpon: boolean }[] }>(
        test.actors.townOfficer,
        'import.list',
      )
      return rows.find((row) => row.id === id)?.builtUpon
    }
    expect(await told()).toBe(false)
    await test.done(test.actors.townOfficer, 'home.correct', {
      home: home?.id,
      changes: { telephone: '13512345678' },
      reason: '换号',
    })
    expect(await told()).toBe(true)
    const outcome = await test.do(test.actors.townOfficer, 'register.undo-import', {
      programme: test.programme,
      import: id,
      reason: '重来',
    })
    expect(outcome).toMatchObject({
      refusals: [{ code: 'import.built-upon', facts: { kind: 'home.correct', homes: 1 } }],
    })
    expect((await list({ import: id })).total).toBe(2)
  })
})

describe('a dry run', () => {
  it('tells errors and warnings by row and column, and enters nothing', async () => {
    await addHome(50)
    const before = (await list({})).total
    const { digest } = await workbook([
      anApplication(51, '甲村(模拟)'),
      anApplication(52, '甲村(模拟)', { idNumber: anApplication(51, '').idNumber }),
      anApplication(53, '无此村', { telephone: '12345' }),
      anApplication(54, '甲村(模拟)', { householder: '', accountNumber: '0606' }),
      anApplication(55, '甲村(模拟)', {
        accountNumber: anApplication(50, '').accountNumber,
        helpedBefore: '也许',
      }),
      anApplication(56, '甲村(模拟)', { titleNumber: anApplication(50, '').titleNumber }),
    ])
    const input = { digest, area: area.town, fileName: 'd.xlsx' }
    const run = await test.ask<{
      rows: number
      homes: number
      problems: { code: string; row: number; severity: string; column?: number }[]
    }>(test.actors.townOfficer, 'register.dry-run', input)
    expect(run.rows).toBe(6)
    expect(run.homes).toBe(3)
    const told = run.problems.map(({ code, row, severity }) => `${row} ${severity} ${code}`)
    expect(told.toSorted()).toEqual([
      '3 warning repeated-in-file',
      '4 error telephone.wrong-length',
      '4 error unknown-village',
      '5 error account.wrong-length',
      '5 error blank-householder',
      '6 error not-yes-no',
      '7 warning in-register',
    ])
    expect(run.problems.every(({ column }) => column !== undefined)).toBe(true)
    expect((await list({})).total).toBe(before)
    const marked = await test.program.file(test.actors.townOfficer, 'register.marked', input)
    if (marked.status !== 'ok') throw new Error(marked.status)
    const back = await readWorkbook(marked.value.body)
    expect(isSheetProblem(back)).toBe(false)
  })

  it('says whether the file can come back marked, which only a table can', async () => {
    const jpeg = Buffer.from('ffd8ffe000104a46494600010101', 'hex')
    const photograph = await test.evidence('workbook', jpeg, test.actors.townOfficer)
    const sheet = await workbook([anApplication(61, '无此村')])
    const asked = async ({ digest }: EvidenceRef) => {
      const input = { digest, area: area.town, fileName: 'd' }
      const run = await test.ask<{ isWorkbook: boolean; errors: number }>(
        test.actors.townOfficer,
        'register.dry-run',
        input,
      )
      const marked = await test.program.file(test.actors.townOfficer, 'register.marked', input)
      return [run.errors > 0, run.isWorkbook, marked.status]
    }
    expect(await asked(sheet)).toEqual([true, true, 'ok'])
    expect(await asked(photograph)).toEqual([true, false, 'not-found'])
  })

  it('is not found outside one’s area', async () => {
    const { digest } = await workbook([anApplication(60, '丙村(模拟)')])
    const answer = await test.program.ask(test.actors.townOfficer, 'register.dry-run', {
      digest,
      area: area.otherTown,
    })
    expect(answer.status).toBe('not-found')
  })

  it('reads the template it gave out as an empty one', async () => {
    const made = await test.program.file(test.actors.townOfficer, 'register.template', { area: area.town })
    if (made.status !== 'ok') throw new Error(made.status)
    const { digest } = await test.evidence('workbook', made.value.body, test.actors.townOfficer)
    const run = await test.ask<{ homes: number; problems: { code: string }[] }>(
      test.actors.townOfficer,
      'register.dry-run',
      {
        digest,
        area: area.town,
      },
    )
    expect(run).toMatchObject({ homes: 0, problems: [{ code: 'sheet.no-rows' }] })
  })
})

describe('duplicates', () => {
  it('turn both homes to no, across towns, and let go when one is corrected or withdrawn', async () => {
    const one = await addHome(100)
    expect((await answerOf(one)).answer).toBe('yes')
    const two = await addHome(101, { accountNumber: anApplicationForm(100).accountNumber }, area.farVillage)
    expect(await answerOf(one)).toMatchObject({ answer: 'no', duplicates: ['account'] })
    expect(await answerOf(two)).toMatchObject({ answer: 'no', duplicates: ['account'] })
    await test.done(test.actors.otherTownOfficer, 'home.correct', {
      home: two,
      changes: { accountNumber: anApplicationForm(101).accountNumber },
      reason: '抄错一位',
    })
    expect((await answerOf(one)).answer).toBe('yes')
    expect((await answerOf(two)).answer).toBe('yes')
    const three = await addHome(102, { idNumber: anApplicationForm(100).idNumber })
    expect((await answerOf(one)).duplicates).toEqual(['id'])
    await test.done(test.actors.townOfficer, 'home.withdraw', { home: three, reason: '同一户选定另一处' })
    expect((await answerOf(one)).answer).toBe('yes')
  })

  it('tell of a home outside one’s area only the town', async () => {
    const one = await addHome(110)
    await addHome(111, { titleNumber: anApplicationForm(110).titleNumber }, area.farVillage)
    const [seen] = await test.ask<object[]>(test.actors.townOfficer, 'home.pairs', { home: one })
    expect(seen).toMatchObject({ town: area.otherTown, townName: '文昌路街道', hidden: true })
    expect(JSON.stringify(seen)).not.toContain(anApplicationForm(111).householder)
    const whole = await test.ask<{ householder: string }[]>(test.actors.bureauOfficer, 'home.pairs', {
      home: one,
    })
    expect(whole[0]?.householder).toBe(anApplicationForm(111).householder)
  })

  it('let go when the other import is undone', async () => {
    const one = await addHome(120)
    const { id } = await importRows([
      anApplication(121, '甲村(模拟)', { idNumber: anApplicationForm(120).idNumber ?? '' }),
    ])
    expect((await answerOf(one)).answer).toBe('no')
    await test.done(test.actors.townOfficer, 'register.undo-import', {
      programme: test.programme,
      import: id,
      reason: '重复上报',
    })
    expect((await answerOf(one)).answer).toBe('yes')
  })
})

describe('a correction', () => {
  it('of the same field from a second window is told of the first', async () => {
    const home = await addHome(199)
    const correct = (residents: number, seen: string | null) =>
      test.do(test.actors.townOfficer, 'home.correct', { home, changes: { residents }, reason: '核实', seen })
    const first = await correct(11, null)
    expect(first.status).toBe('done')
    expect(await correct(12, null)).toMatchObject({
      refusals: [{ code: 'home.corrected-meanwhile', facts: { field: 'residents' } }],
    })
    const seen = first.status === 'done' ? first.receipt.id : null
    expect((await correct(12, seen)).status).toBe('done')
  })

  it('of a sex that is not the ID number’s, or to a card that fails its check, is taken and doubted at the home', async () => {
    const home = await addHome(205)
    const fields = { idNumber: '11010519491231002X', sex: 'male', bankCard: '6222021234567890123' }
    await test.done(test.actors.townOfficer, 'home.correct', { home, changes: fields, reason: '核实' })
    const { doubts } = await test.ask<{ doubts: { field: string; why: { zh: string } }[] }>(
      test.actors.townOfficer,
      'home.page',
      { home },
    )
    expect(doubts.map(({ field }) => field)).toEqual(['sex', 'bankCard'])
    expect(doubts[1]?.why.zh).toContain('逐位核对')
    const idNumber = '370683209901010017'
    expect(
      await test.refused(test.actors.townOfficer, 'home.correct', {
        home,
        changes: { idNumber },
        reason: '核实',
      }),
    ).toEqual(['home.field-wrong'])
  })

  it('is kept with what stood before, sealed, and screens again', async () => {
    const home = await addHome(200, { dwellingKind: 'business' })
    expect((await answerOf(home)).answer).toBe('no')
    await test.done(test.actors.townOfficer, 'home.correct', {
      home,
      changes: { dwellingKind: 'self-built', telephone: null },
      reason: '核实为自住',
    })
    const page = await test.ask<{
      answer: string
      fields: Partial<HomeFields>
      corrections: { field: string; before: unknown; after: unknown; reason: string }[]
    }>(test.actors.townOfficer, 'home.page', { home })
    expect(page.answer).toBe('yes')
    expect(page.fields.telephone).toBeUndefined()
    expect(
      page.corrections.map(({ field, before, after, reason }) => ({ field, before, after, reason })),
    ).toEqual(
      expect.arrayContaining([
        { field: 'dwellingKind', before: 'business', after: 'self-built', reason: '核实为自住' },
        { field: 'telephone', before: '135****0200', after: null, reason: '核实为自住' },
      ]),
    )
  })

  it('is refused for wrong numbers, for nothing, for the gone, and outside one’s area', async () => {
    const home = await addHome(210)
    const correct = (changes: object, actor = test.actors.townOfficer) =>
      test.refused(actor, 'home.correct', { home, changes, reason: '更正' })
    expect(await correct({ idNumber: '123' })).toEqual(['home.field-wrong'])
    expect(await correct({})).toEqual(['home.nothing-changed'])
    expect(await correct({ remark: '好' }, test.actors.otherTownOfficer)).toEqual(['subject.not-found'])
    await test.done(test.actors.townOfficer, 'home.withdraw', { home, reason: '不装了' })
    expect(await correct({ remark: '好' })).toEqual(['home.ended'])
  })

  it('of the confirmed register touches only what nobody was screened by', async () => {
    const home = await addHome(220)
    await test.program.database.owner
      .updateTable('home')
      .set({ stage: 'confirmed', confirmed_on: '2023-08-01' })
      .where('id', '=', home)
      .execute()
    const correct = (changes: object) =>
      test.do(test.actors.townOfficer, 'home.correct', { home, changes, reason: '更正' })
    expect(await correct({ householder: '王五' })).toMatchObject({
      refusals: [{ code: 'home.field-locked' }],
    })
    expect((await correct({ telephone: '13599998888' })).status).toBe('done')
    // A later application with the same number has to give way; the confirmed one stands.
    const later = await addHome(221, { idNumber: anApplicationForm(220).idNumber })
    expect((await answerOf(home)).answer).toBe('yes')
    expect((await answerOf(later)).answer).toBe('no')
  })
})

describe('names of one application', () => {
  interface Checked {
    answer: string
    names: { field: string; grade: string; answer: string; where: object }[]
  }
  const pageOf = (home: string) => test.ask<Checked>(test.actors.townOfficer, 'home.page', { home })
  const found = async (names: 'look' | 'differ', home: string) =>
    (await list({ names, pageSize: 200 })).rows.some(({ id }) => id === home)

  it('that are near wait for somebody to look, who settles it with a document', async () => {
    const home = await addHome(340, { householder: '王建国', titleOwner: '王健国', accountHolder: '王建国' })
    expect(await pageOf(home)).toMatchObject({
      answer: 'unknown',
      names: [{ field: 'titleOwner', grade: 'sound', answer: 'look', where: { a: [1], b: [1] } }],
    })
    const { decision } = await test.ask<{ decision: ReturnType<typeof decide> }>(
      test.actors.townOfficer,
      'home.decision',
      { home },
    )
    expect(decision.missing).toMatchObject([
      {
        fact: 'agreement.titleOwner',
        why: 'conflicting',
        remedy: { zh: expect.stringContaining('“建”与“健”同音') as string },
      },
    ])
    expect([await found('look', home), await found('differ', home)]).toEqual([true, false])
    const looked = (await list({ names: 'look', pageSize: 200 })).rows.find(({ id }) => id === home)
    expect(looked?.names).toEqual([
      { field: 'titleOwner', fact: 'agreement.titleOwner', other: '王健国', answer: 'look' },
    ])
    await test.done(
      test.actors.townOfficer,
      'home.settle-fact',
      { home, fact: 'agreement.titleOwner', value: true, reason: '对照身份证，为同一人' },
      [await test.evidence('document')],
    )
    expect((await answerOf(home)).answer).toBe('yes')
    expect([await found('look', home), await found('differ', home)]).toEqual([false, true])
  })

  it('that are written otherwise pass, and are to be corrected', async () => {
    const home = await addHome(341, { householder: '刘国庆', titleOwner: '刘国庆', accountHolder: '劉國慶' })
    expect(await pageOf(home)).toMatchObject({
      answer: 'yes',
      names: [{ field: 'accountHolder', grade: 'variant', answer: 'correct-record' }],
    })
    expect(await found('differ', home)).toBe(true)
    const changes = { accountHolder: '刘国庆' }
    await test.done(test.actors.townOfficer, 'home.correct', { home, changes, reason: '更正户名写法' })
    expect((await pageOf(home)).names).toEqual([])
    expect(await found('differ', home)).toBe(false)
  })
})

describe('settling a fact', () => {
  it('answers what is unknown, with evidence; never what is known', async () => {
    const home = await addHome(300, { permanentlyResident: undefined, dwellingKind: 'business' })
    const settle = async (fact: string, value: boolean) =>
      test.do(test.actors.townOfficer, 'home.settle-fact', { home, fact, value, reason: '入户核实' }, [
        await test.evidence('document'),
      ])
    expect(
      await test.refused(test.actors.townOfficer, 'home.settle-fact', {
        home,
        fact: 'household.permanentlyResident',
        value: true,
        reason: '入户核实',
      }),
    ).toEqual(['evidence.required'])
    expect(await settle('dwelling.isBusinessPremises', false)).toMatchObject({
      refusals: [{ code: 'fact.known-already' }],
    })
    expect(await settle('exception.severalHomes', true)).toMatchObject({
      refusals: [{ code: 'fact.not-asked' }],
    })
    expect((await settle('household.permanentlyResident', true)).status).toBe('done')
    const { rows } = await list({ search: anApplicationForm(300).idNumber ?? '' })
    expect(rows[0]).toMatchObject({ failedRules: ['not-business-premises'], unknownRules: [] })
    // What was settled is settled anew where other evidence comes: the application says nothing else to be corrected.
    expect((await settle('household.permanentlyResident', false)).status).toBe('done')
    expect((await settle('household.permanentlyResident', true)).status).toBe('done')
    expect((await list({ search: anApplicationForm(300).idNumber ?? '' })).rows[0]).toMatchObject({
      failedRules: ['not-business-premises'],
    })
    const shown = await test.ask<{ settledFacts: { fact: string }[]; openFacts: object[] }>(
      test.actors.townOfficer,
      'home.page',
      { home },
    )
    expect(shown).toMatchObject({ openFacts: [], settledFacts: [{ fact: 'household.permanentlyResident' }] })
    // A correction of the application speaks later and is heard.
    await test.done(test.actors.townOfficer, 'home.correct', {
      home,
      changes: { permanentlyResident: false },
      reason: '已搬走',
    })
    const after = await list({ search: anApplicationForm(300).idNumber ?? '' })
    expect(after.rows[0]?.failedRules).toEqual(['resident-household', 'not-business-premises'])
  })

  const paper = async () => [await test.evidence('document')]
  it('grants an exception only by another person than the one who asked, for the clause that allows it', async () => {
    const one = await addHome(310)
    const two = await addHome(311, { idNumber: anApplicationForm(310).idNumber })
    const request = newId()
    await test.done(
      test.actors.townOfficer,
      'home.ask-exception',
      { home: one, request, fact: 'exception.severalHomes', reason: '兄弟分户，证件待补' },
      await paper(),
    )
    const grant = { home: one, request, reason: '同意' }
    const self = { ...test.actors.bureauDirector, id: test.actors.townOfficer.id }
    expect(await test.refused(self, 'home.grant-exception', grant, await paper())).toEqual([
      'exception.same-person',
    ])
    await test.done(test.actors.bureauDirector, 'home.grant-exception', grant, await paper())
    expect((await answerOf(one)).answer).toBe('yes')
    expect((await answerOf(two)).answer).toBe('no')
    expect(
      await test.refused(test.actors.bureauDirector, 'home.grant-exception', grant, await paper()),
    ).toContain('exception.none-asked')
  })

  it('takes an exception back while it waits, and revokes one that was granted, until it is confirmed', async () => {
    const one = await addHome(312)
    const two = await addHome(313, { idNumber: anApplicationForm(312).idNumber })
    const { townOfficer, bureauDirector } = test.actors
    const ask = async () => {
      const request = newId()
      const reason = '兄弟分户，证件待补'
      await test.done(
        townOfficer,
        'home.ask-exception',
        { home: one, request, fact: 'exception.severalHomes', reason },
        await paper(),
      )
      return { home: one, request, reason: '报错了户' }
    }
    const first = await ask()
    await test.done(townOfficer, 'home.take-back-exception', first)
    expect(await test.refused(bureauDirector, 'home.grant-exception', first, await paper())).toContain(
      'exception.none-asked',
    )
    const second = await ask()
    expect(await test.refused(bureauDirector, 'home.revoke-exception', second)).toContain(
      'exception.none-granted',
    )
    await test.done(bureauDirector, 'home.grant-exception', second, await paper())
    expect((await answerOf(one)).answer).toBe('yes')
    expect(await test.refused(townOfficer, 'home.take-back-exception', second)).toContain(
      'exception.none-asked',
    )
    await test.done(bureauDirector, 'home.revoke-exception', second)
    for (const home of [one, two]) expect((await answerOf(home)).answer).toBe('no')
    const { exceptions } = await test.ask<{ exceptions: object[] }>(bureauDirector, 'home.page', {
      home: one,
    })
    expect(exceptions).toMatchObject([
      { state: 'revoked', answer: '报错了户', endReason: '报错了户', endedOn: expect.any(String) as string },
      { state: 'taken-back', answer: null, endReason: '报错了户' },
    ])
    // The family reads what became of it, and nothing of what was never meant.
    const own = await test.ask<{ exceptions: object[] }>(test.household(one), 'home.own', {})
    expect(own.exceptions).toMatchObject([
      { fact: 'exception.severalHomes', state: 'revoked', why: '报错了户' },
    ])
    const printed = await test.ask<{ exceptions: object[] }>(bureauDirector, 'home.told', { home: one })
    expect(printed.exceptions).toEqual(own.exceptions)
    await test.done(bureauDirector, 'home.grant-exception', await ask(), await paper())
    expect((await answerOf(one)).answer).toBe('yes')
  })
})

describe('a decision', () => {
  it('is found again to the bit from its stored facts and pack', async () => {
    const home = await addHome(400, {
      wishes: undefined,
      coalTonnes: undefined,
      permanentlyResident: undefined,
    })
    interface Told {
      screening: string
      decision: ReturnType<typeof decide>
    }
    const first = await test.ask<Told>(test.actors.townOfficer, 'home.decision', { home })
    expect(first.decision.answer).toBe('unknown')
    expect(first.decision.missing.map(({ fact }) => fact)).toEqual(['household.permanentlyResident'])
    await test.done(test.actors.townOfficer, 'home.correct', {
      home,
      changes: { permanentlyResident: false },
      reason: '核实',
    })
    const earlier = await test.ask<Told>(test.actors.townOfficer, 'home.decision', {
      home,
      screening: first.screening,
    })
    expect(JSON.stringify(earlier.decision)).toBe(JSON.stringify(first.decision))
    const now = await test.ask<Told>(test.actors.townOfficer, 'home.decision', { home })
    expect(now.screening).not.toBe(first.screening)
    expect(now.decision.answer).toBe('no')
    expect(now.decision.wouldChange).toContainEqual({
      changes: [{ fact: 'household.permanentlyResident', from: false, to: true }],
      answer: 'yes',
    })
  })

  it('that waits for a title which is entered but too short says so, with the number', async () => {
    const home = await addHome(481, { titleNumber: '12号' })
    const seen = await test.ask<{ decision: ReturnType<typeof decide> }>(
      test.actors.townOfficer,
      'home.decision',
      { home },
    )
    const open = seen.decision.missing.find(({ fact }) => fact === 'duplicate.title')
    expect(open?.remedy.zh).toContain('“12号”过短')
    expect(open?.remedy.en).toContain('“12号”, is too short')
  })

  it('of the whole register writes only what changed', async () => {
    const screen = async () =>
      (
        await test.done(test.actors.bureauOfficer, 'register.screen', {
          programme: test.programme,
          area: area.county,
        })
      ).result as { screened: number; changed: number }
    const count = async () =>
      Number(
        (
          await test.program.database.owner
            .selectFrom('screening')
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    const before = await count()
    const result = await screen()
    expect(result.screened).toBeGreaterThan(10)
    expect(result.changed).toBe(0)
    expect(await count()).toBe(before)
    expect(
      await test.refused(test.actors.townOfficer, 'register.screen', {
        programme: test.programme,
        area: area.otherTown,
      }),
    ).toEqual(['subject.not-found'])
  })

  it('changes for a village put on the demolition list', async () => {
    const home = await addHome(410, { inDemolitionPlan: undefined }, area.farOtherVillage)
    expect((await answerOf(home)).answer).toBe('unknown')
    const village = await test.program.database.owner
      .selectFrom('village')
      .select('id')
      .where('code', '=', area.farOtherVillage)
      .executeTakeFirstOrThrow()
    await test.done(
      test.actors.bureauOfficer,
      'village.mark-demolition',
      { village: village.id, planned: true },
      [await test.evidence('document')],
    )
    expect((await answerOf(home)).answer).toBe('no')
  })
})

describe('looking up', () => {
  it('finds a home by name, pinyin, initials, last four, account and title, within one’s area only', async () => {
    const home = await addHome(500, {
      householder: '尉迟敬德',
      titleOwner: '尉迟敬德',
      accountHolder: '尉迟敬德',
    })
    const form = anApplicationForm(500)
    for (const search of [
      '尉迟',
      'yuchijingde',
      'ycjd',
      form.idNumber?.slice(-4),
      form.idNumber,
      form.accountNumber,
      '鲁(2019)莱州市不动产权第0000500号',
    ]) {
      const { rows } = await list({ search }, test.actors.townOfficer)
      expect(
        rows.map((row) => row.id),
        search,
      ).toContain(home)
      expect(
        (await list({ search }, test.actors.otherTownOfficer)).rows.map((row) => row.id),
        search,
      ).not.toContain(home)
    }
    expect((await list({ search: '尉迟恭' })).total).toBe(0)
    expect((await list({ search: '甲村' }, test.actors.townOfficer)).total).toBeGreaterThan(3)
  })

  it('counts exactly what it lists', async () => {
    const { rows } = await test.ask<{
      rows: { homes: number; stage: string; answer: string; ended: string | null }[]
    }>(test.actors.bureauOfficer, 'register.counts')
    const counted = (keep: (row: (typeof rows)[number]) => boolean) =>
      rows.filter(keep).reduce((sum, { homes }) => sum + homes, 0)
    expect(counted(({ ended }) => ended === null)).toBe((await list({})).total)
    expect(counted(({ ended, answer }) => ended === null && answer === 'no')).toBe(
      (await list({ answer: ['no'] })).total,
    )
    expect(counted(({ ended }) => ended === 'withdrawn')).toBe((await list({ ended: 'withdrawn' })).total)
  })

  it('exports what is shown, masked', async () => {
    const made = await test.program.file(test.actors.townOfficer, 'home.export', { answer: ['no'] })
    if (made.status !== 'ok') throw new Error(made.status)
    const book = await readWorkbook(made.value.body)
    if (isSheetProblem(book)) throw new Error(book.code)
    const { total } = await list({ answer: ['no'] }, test.actors.townOfficer)
    expect(book.sheets[0]?.rowCount).toBe(total + 1)
    expect(book.sheets[0]?.text(1, 5)).toMatch(/^370683\*{8}/)
  })

  it('shows a number in full only to the person who said why, for ten minutes', async () => {
    const home = await addHome(510)
    const receipt = await test.done(test.actors.townOfficer, 'home.reveal', {
      home,
      field: 'idNumber',
      reason: '核对证件',
    })
    expect(JSON.stringify(receipt)).not.toContain(anApplicationForm(510).idNumber)
    expect(await test.ask(test.actors.townOfficer, 'home.revealed', { act: receipt.id })).toEqual({
      field: 'idNumber',
      value: anApplicationForm(510).idNumber,
    })
    expect(
      (await test.program.ask(test.colleague(test.actors.townOfficer), 'home.revealed', { act: receipt.id }))
        .status,
    ).toBe('not-found')
    const before = test.clock.now()
    test.clock.set(new Date(before.getTime() + 11 * 60_000))
    expect(
      (await test.program.ask(test.actors.townOfficer, 'home.revealed', { act: receipt.id })).status,
    ).toBe('not-found')
    test.clock.set(before)
  })

  it('tells a home’s history, act by act', async () => {
    const { id } = await importRows([anApplication(520, '甲村(模拟)')])
    const [home] = (await list({ import: id })).rows
    const { rows } = await test.ask<{
      rows: { kind: string; clauses: string[]; evidence: { kind: string; digest: string | null }[] }[]
    }>(test.actors.townOfficer, 'home.acts', { home: home?.id })
    expect(rows.map((row) => row.kind)).toEqual(['register.import'])
    expect(rows[0]).toMatchObject({
      clauses: ['§3.1.3d', '§A.2'],
      evidence: [{ kind: 'workbook', digest: null }],
    })
  })

  it('shows a home outside one’s area to nobody', async () => {
    const home = await addHome(530)
    for (const query of ['home.page', 'home.decision', 'home.acts', 'home.pairs'])
      expect((await test.program.ask(test.actors.otherTownOfficer, query, { home })).status, query).toBe(
        'not-found',
      )
  })
})
