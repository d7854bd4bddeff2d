import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, county, type TestCounty } from '../../../../tests/support/county.ts'
import { bytesOf, writeSheets } from '../../../kernel/sheets/write-sheets.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { replay } from '../../../kernel/pack/decide.ts'
import { anApplicationForm, anIdNumber } from '../../households/samples.ts'
import type { HomeFields } from '../../households/model/fields.ts'
import type { SourceKind } from '../model.ts'
import { familiesOf, hardshipOf, earlierBeneficiaries } from '../public.ts'
import { aSourceFile } from '../samples.ts'

let test: TestCounty
beforeAll(async () => {
  test = await aCounty()
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

const inputOf = (kind: SourceKind, more: object = {}) => ({
  programme: test.programme,
  source: newId(),
  kind,
  area: area.county,
  asOf: '2023-08-01',
  deliveredBy: '某单位(模拟)',
  fileName: `${kind}.csv`,
  isWhole: true,
  synthetic: true,
  ...more,
})
const fileOf = (kind: SourceKind, rows: readonly Record<string, string>[]) =>
  test.evidence('workbook', aSourceFile(kind, rows), test.actors.bureauOfficer)

async function deliver(kind: SourceKind, rows: readonly Record<string, string>[], more: object = {}) {
  const input = inputOf(kind, more)
  await test.done(test.actors.bureauOfficer, 'source.import', input, [await fileOf(kind, rows)])
  return input.source
}
const undo = (source: string) =>
  test.done(test.actors.bureauOfficer, 'source.undo-import', {
    programme: test.programme,
    source,
    reason: '交错了',
  })

interface Shown {
  answer: string
  facts: Record<
    string,
    { known: boolean; value?: unknown; conflicting?: true; source?: object; said?: object[] }
  >
}
async function decisionOf(home: string): Promise<Shown> {
  const { decision } = await test.ask<{ decision: Shown }>(test.actors.bureauOfficer, 'home.decision', {
    home,
  })
  return decision
}
const account = (n: number) => anApplicationForm(n).accountNumber ?? ''
const gridRow = (n: number, more: Record<string, string> = {}) => ({
  accountNumber: account(n),
  name: anApplicationForm(n).householder,
  tariff: '居民生活',
  ...more,
})

describe('a source', () => {
  it('is entered whole, sealed, dated, and screens the homes it speaks of; undone, they are as before', async () => {
    const [one, two] = [await addHome(1), await addHome(2)]
    const source = await deliver('earlier', [
      {
        name: anApplicationForm(1).householder,
        idNumber: anIdNumber(1),
        year: '2021',
        village: '甲村(模拟)',
      },
      { name: '王*', idNumber: '370683********1234', year: '2020', village: '甲村(模拟)' },
    ])
    expect(await decisionOf(one)).toMatchObject({
      answer: 'unknown',
      facts: {
        'household.helpedBefore': {
          known: false,
          conflicting: true,
          said: [
            { value: false },
            { value: true, source: { id: source, kind: 'earlier', asOf: '2023-08-01' } },
          ],
        },
      },
    })
    expect((await decisionOf(two)).answer).toBe('yes')
    const stored = await test.program.database.owner
      .selectFrom('source_row')
      .selectAll()
      .where('county', '=', county)
      .where('source', '=', source)
      .orderBy('row')
      .execute()
    expect(stored.map((row) => [row.year, row.village, row.id_number_index !== null])).toEqual([
      [2021, area.village, true],
      [2020, area.village, false],
    ])
    expect(JSON.stringify(stored.map((row) => row.id_number?.toString('latin1')))).not.toContain(
      anIdNumber(1),
    )
    const listed: (string | undefined)[] = []
    await test.program.database.read(county, async (db) => {
      for await (const lines of earlierBeneficiaries(db, county, test.program.keys))
        listed.push(...lines.map(({ idNumber }) => idNumber))
    })
    expect(listed).toEqual([anIdNumber(1), '370683********1234'])
    await undo(source)
    expect((await decisionOf(one)).answer).toBe('yes')
    expect(
      await test.refused(test.actors.bureauOfficer, 'source.undo-import', {
        programme: test.programme,
        source,
        reason: '再撤',
      }),
    ).toEqual(['source.undone-already'])
  })

  it('is undone by the side that brought it, or by the bureau', async () => {
    const brought = await deliver('grid', [gridRow(74)])
    const asked = { programme: test.programme, source: brought, reason: '交错了' }
    const grid = test.actors.gridOfficer
    expect(await test.refused(grid, 'source.undo-import', asked)).toEqual(['source.brought-by-others'])
    expect(await test.ask(grid, 'source.page', { source: brought })).toMatchObject({ mayUndo: false })
    expect(await test.ask(test.actors.bureauOfficer, 'source.page', { source: brought })).toMatchObject({
      mayUndo: true,
    })
    await undo(brought)
    const own = inputOf('grid')
    await test.done(grid, 'source.import', own, [
      await test.evidence('workbook', aSourceFile('grid', [gridRow(75)]), grid),
    ])
    expect(await test.ask(grid, 'source.page', { source: own.source })).toMatchObject({ mayUndo: true })
    await test.done(grid, 'source.undo-import', { ...asked, source: own.source })
  })

  it('with errors is refused by sheet and row, unless these rows are to be left out', async () => {
    const file = await fileOf('death', [
      { name: '甲', idNumber: anIdNumber(70), day: '2023-01-05' },
      { name: '乙', idNumber: '370683196001011234', day: '2023-01-05' },
      { name: '', idNumber: anIdNumber(71), day: '去年' },
    ])
    const input = inputOf('death')
    const outcome = await test.do(test.actors.bureauOfficer, 'source.import', input, [file])
    expect(outcome).toMatchObject({ refusals: [{ code: 'source.has-errors', facts: { errors: 2, row: 3 } }] })
    const receipt = await test.done(
      test.actors.bureauOfficer,
      'source.import',
      { ...input, leaveOutErrors: true },
      [file],
    )
    expect(receipt.result).toMatchObject({ rows: 1, leftOut: 2 })
    expect(
      await test.refused(
        test.actors.bureauOfficer,
        'source.import',
        inputOf('death', { leaveOutErrors: true }),
        [file],
      ),
    ).toEqual(['source.same-file'])
    await undo(input.source)
  })

  it('of the future, of nothing or of another form is refused in words', async () => {
    const rows = [{ name: '甲', idNumber: anIdNumber(72), day: '2023-01-05' }]
    const late = inputOf('death', { asOf: '2023-08-16' })
    expect(
      await test.refused(test.actors.bureauOfficer, 'source.import', late, [await fileOf('death', rows)]),
    ).toEqual(['source.of-the-future'])
    expect(
      await test.refused(test.actors.bureauOfficer, 'source.import', inputOf('grid'), [
        await fileOf('death', rows),
      ]),
    ).toEqual(['source.unreadable'])
  })
})

describe('the grid register', () => {
  it('settles holder, tariff and account, and the newest one counts', async () => {
    const [same, other, trade, absent, blank] = [
      await addHome(11),
      await addHome(12),
      await addHome(13),
      await addHome(14),
      await addHome(15, { accountHolder: undefined, dwellingKind: 'self-built' }),
    ]
    const before = await decisionOf(blank)
    expect(before.answer).toBe('unknown')
    const source = await deliver('grid', [
      gridRow(11),
      gridRow(12, { name: '别家' }),
      gridRow(13, { tariff: '一般工商业' }),
      gridRow(15),
      ...[1, 2].map((n) => gridRow(n)),
    ])
    const facts = async (home: string) => (await decisionOf(home)).facts
    expect(await decisionOf(same)).toMatchObject({ answer: 'yes' })
    expect((await facts(same))['agreement.accountHolder']).toMatchObject({
      known: true,
      value: true,
      source: { id: source, kind: 'grid', asOf: '2023-08-01' },
    })
    expect((await facts(other))['agreement.accountHolder']).toMatchObject({
      conflicting: true,
      said: [{ value: true }, { value: false, source: { id: source } }],
    })
    expect((await decisionOf(trade)).answer).toBe('unknown')
    expect((await decisionOf(absent)).answer).toBe('no')
    expect((await decisionOf(blank)).answer).toBe('yes')
    // A newer register without the account; an older one delivered later changes nothing.
    const newer = await deliver('grid', [gridRow(14)], { asOf: '2023-08-10' })
    expect((await decisionOf(absent)).answer).toBe('yes')
    expect((await decisionOf(same)).answer).toBe('no')
    const older = await deliver('grid', [gridRow(99)], { asOf: '2023-01-10' })
    expect((await decisionOf(absent)).answer).toBe('yes')
    for (const id of [older, newer, source]) await undo(id)
    expect((await decisionOf(same)).answer).toBe('yes')
    expect((await decisionOf(blank)).answer).toBe('unknown')
  })

  it('says that an old and a new number are one account, of which no two homes are', async () => {
    const old = '0606000001'
    const one = await addHome(21)
    const two = await addHome(22, { accountNumber: old })
    expect((await decisionOf(two)).answer).toBe('yes')
    const source = await deliver('grid', [
      gridRow(21, { oldAccountNumber: old }),
      ...[1, 2, 11, 12, 13, 14, 15].map((n) => gridRow(n)),
    ])
    const shared = await test.ask<{ exact: number; id: string }[]>(test.actors.townOfficer, 'home.pairs', {
      home: two,
    })
    expect(shared).toMatchObject([{ exact: 2, id: one }])
    expect((await decisionOf(two)).facts['duplicate.account']).toMatchObject({ value: true })
    expect((await decisionOf(two)).facts['account.inGridRegister']).toMatchObject({ value: true })
    // Entered later, it is found under the present number too.
    const three = await addHome(23, { accountNumber: old })
    expect((await decisionOf(three)).facts['duplicate.account']).toMatchObject({ value: true })
    await undo(source)
    expect((await decisionOf(one)).facts['duplicate.account']).toMatchObject({ value: false })
  })
})

describe('the list of villages to be demolished', () => {
  const mark = async () => {
    const { rows } = await test.ask<{ rows: { code: string; demolitionPlanned: boolean | null }[] }>(
      test.actors.bureauOfficer,
      'village.list',
    )
    return Object.fromEntries(rows.map(({ code, demolitionPlanned }) => [code, demolitionPlanned]))
  }
  it('marks every village of its area; a mark made by hand since stands; undone, what stood before is back', async () => {
    const home = await addHome(31, {}, area.otherVillage)
    const source = await deliver('demolition', [{ town: '沙河镇', village: '乙村(模拟)' }], {
      area: area.town,
    })
    expect(await mark()).toMatchObject({
      [area.village]: false,
      [area.otherVillage]: true,
      [area.farVillage]: null,
    })
    expect((await decisionOf(home)).facts['dwelling.inDemolitionPlan']).toMatchObject({
      value: true,
      source: { id: source, kind: 'demolition', asOf: '2023-08-01' },
    })
    const villages = await test.ask<{ rows: { id: string; code: string }[] }>(
      test.actors.bureauOfficer,
      'village.list',
    )
    const village = villages.rows.find(({ code }) => code === area.otherVillage)?.id
    await test.done(test.actors.bureauOfficer, 'village.mark-demolition', { village, planned: false }, [
      await test.evidence('document'),
    ])
    const again = await deliver(
      'demolition',
      [
        { town: '沙河镇', village: '乙村(模拟)' },
        { town: '沙河镇', village: '甲村(模拟)' },
      ],
      {
        area: area.town,
        asOf: '2023-08-05',
      },
    )
    expect(await mark()).toMatchObject({ [area.village]: true, [area.otherVillage]: false })
    await undo(again)
    expect(await mark()).toMatchObject({ [area.village]: false, [area.otherVillage]: false })
    await undo(source)
    expect(await mark()).toMatchObject({ [area.village]: null, [area.otherVillage]: false })
  })

  it('is refused where it names a village nobody knows', async () => {
    const file = await fileOf('demolition', [{ town: '沙河镇', village: '无此村' }])
    expect(
      await test.refused(test.actors.bureauOfficer, 'source.import', inputOf('demolition'), [file]),
    ).toEqual(['source.has-errors'])
  })
})

describe('licences and deaths', () => {
  it('turn a home unknown, never to no, and only at this address or of this householder', async () => {
    const [here, elsewhere, dead] = [await addHome(41), await addHome(42), await addHome(43)]
    const business = await deliver('business', [
      {
        title: '某超市',
        name: '甲',
        idNumber: anIdNumber(41),
        address: `莱州市沙河镇甲村${42}号`,
        status: '存续',
      },
      {
        title: '某饭店',
        name: '乙',
        idNumber: anIdNumber(42),
        address: '莱州市沙河镇甲村999号',
        status: '存续',
      },
      {
        title: '旧店',
        name: '丙',
        idNumber: anIdNumber(43),
        address: `莱州市沙河镇甲村${44}号`,
        status: '注销',
      },
    ])
    expect((await decisionOf(here)).facts['dwelling.isBusinessPremises']).toMatchObject({ conflicting: true })
    expect((await decisionOf(elsewhere)).answer).toBe('yes')
    expect((await decisionOf(dead)).answer).toBe('yes')
    const deaths = await deliver('death', [{ name: '丙', idNumber: anIdNumber(43), day: '2023-03-01' }])
    expect(await decisionOf(dead)).toMatchObject({
      answer: 'unknown',
      facts: { 'household.householderAlive': { conflicting: true } },
    })
    // Taken back, it is asked of the homes it spoke of and of no other.
    await undo(deaths)
    expect((await decisionOf(dead)).answer).toBe('yes')
    const screened = await test.program.database.owner
      .selectFrom('act')
      .select('text')
      .where('kind', '=', 'register.screen')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(screened.text).toContain(`"homes":["${dead}"]`)
    const again = await deliver('death', [{ name: '丙', idNumber: anIdNumber(43), day: '2023-03-01' }])
    await test.done(
      test.actors.townOfficer,
      'home.settle-fact',
      { home: dead, fact: 'household.householderAlive', value: true, reason: '上门见到本人' },
      [await test.evidence('document')],
    )
    expect((await decisionOf(dead)).answer).toBe('yes')
    await undo(again)
    await undo(business)
  })
})

describe('a registered family', () => {
  const member = (n: number, relation: string, familyNumber = 'F61') => ({
    name: anApplicationForm(n).householder,
    idNumber: anIdNumber(n),
    familyNumber,
    relation,
  })
  const duplicatesOf = async (home: string) =>
    (await test.ask<{ duplicates: string[] }>(test.actors.bureauOfficer, 'home.page', { home })).duplicates

  it('is found where husband and wife apply in two villages of two towns, by the line of the police list (§4.4)', async () => {
    const husband = await addHome(61)
    const before = await addHome(62, {}, area.farVillage)
    const other = await addHome(63)
    expect((await decisionOf(husband)).answer).toBe('yes')
    const police = await deliver('police', [
      member(61, '户主'),
      member(62, '配偶'),
      member(63, '户主', 'F63'),
    ])
    const { rows } = await test.ask<{ rows: { id: string; row: number }[] }>(
      test.actors.bureauOfficer,
      'source.rows',
      { source: police },
    )
    for (const [home, line] of [
      [husband, 2],
      [before, 3],
    ] as const) {
      const decision = await decisionOf(home)
      expect(decision.answer).toBe('no')
      expect(decision.facts['duplicate.family']).toEqual({
        known: true,
        value: true,
        source: {
          id: police,
          kind: 'police',
          asOf: '2023-08-01',
          row: rows.find(({ row }) => row === line)?.id,
        },
      })
      expect(await duplicatesOf(home)).toEqual(['family'])
    }
    expect((await decisionOf(other)).answer).toBe('yes')
    // The one that is withdrawn stands in the other's way no more.
    await test.done(test.actors.otherTownOfficer, 'home.withdraw', { home: before, reason: '选定一处' })
    expect((await decisionOf(husband)).answer).toBe('yes')
    // Who applies while the list is in force is found as it is entered, and so is the partner.
    const after = await addHome(62, {}, area.farVillage)
    expect((await decisionOf(after)).answer).toBe('no')
    expect((await decisionOf(husband)).answer).toBe('no')
    await undo(police)
    expect((await decisionOf(husband)).answer).toBe('yes')
    expect(await duplicatesOf(after)).toEqual([])
  })

  it('is asked about where others of the family apply, and settled by who looked', async () => {
    const father = await addHome(64)
    const son = await addHome(65, {}, area.farVillage)
    const police = await deliver('police', [member(64, '户主', 'F64'), member(65, '长子', 'F64')])
    expect((await decisionOf(father)).answer).toBe('unknown')
    expect((await decisionOf(son)).facts['duplicate.family']).toMatchObject({
      conflicting: true,
      said: [{ value: false }, { value: true, source: { id: police } }],
    })
    const paper = await test.evidence('document', undefined, test.actors.bureauOfficer)
    await test.done(
      test.actors.bureauOfficer,
      'home.settle-fact',
      { home: father, fact: 'duplicate.family', value: false, reason: '已分家另过' },
      [paper],
    )
    expect((await decisionOf(father)).answer).toBe('yes')
    // A newer list has the son in a family of his own.
    const newer = await deliver('police', [member(65, '户主', 'F65')], { asOf: '2023-08-10' })
    expect((await decisionOf(son)).answer).toBe('yes')
    await undo(newer)
    expect((await decisionOf(son)).answer).toBe('unknown')
    await undo(police)
  })
})

describe('an account that differs in one digit', () => {
  const slipped = (n: number) =>
    account(n).replace(/.(?=.{4}$)/u, (digit) => String((Number(digit) + 5) % 10))

  it('may be mistyped only where it is not in the register in force', async () => {
    const right = await addHome(66)
    const wrong = await addHome(67, { accountNumber: slipped(67) })
    const strange = await addHome(68, { accountNumber: slipped(68) })
    // No register, nothing to compare with.
    expect((await decisionOf(wrong)).answer).toBe('yes')
    const source = await deliver('grid', [
      gridRow(66),
      // Another account one digit off in the same name makes a number that is in the register no slip.
      gridRow(66, { accountNumber: slipped(66) }),
      gridRow(67),
      gridRow(68, { name: '别家' }),
    ])
    expect((await decisionOf(right)).answer).toBe('yes')
    const seen = await test.ask<{
      decision: { answer: string; facts: Shown['facts']; missing: { fact: string; remedy: { zh: string } }[] }
    }>(test.actors.bureauOfficer, 'home.decision', { home: wrong })
    expect(seen.decision.answer).toBe('unknown')
    expect(seen.decision.facts['account.inGridRegister']).toMatchObject({
      conflicting: true,
      said: [
        { value: false, source: { id: source } },
        { value: true, source: { id: source } },
      ],
    })
    expect(seen.decision.missing).toMatchObject([
      { fact: 'account.inGridRegister', remedy: { zh: expect.stringContaining('可能抄错') as string } },
    ])
    expect((await decisionOf(strange)).answer).toBe('no')
    await test.done(test.actors.townOfficer, 'home.correct', {
      home: wrong,
      changes: { accountNumber: account(67) },
      reason: '对照电费单',
    })
    expect((await decisionOf(wrong)).answer).toBe('yes')
    await undo(source)
  })
})

describe('families and hardship', () => {
  it('are told by ID number, by the list in force', async () => {
    const rows = [51, 52, 53].map((n) => ({
      name: `甲${n}`,
      idNumber: anIdNumber(n),
      familyNumber: n < 53 ? 'H1' : 'H2',
      relation: '户主',
    }))
    const police = await deliver('police', rows)
    const hardship = await deliver('hardship', [{ name: '甲', idNumber: anIdNumber(51), category: '低保' }])
    const { owner } = test.program.database
    const stored = await owner
      .selectFrom('source_row')
      .select(['id_number_index as key', 'family_number as family'])
      .where('source', '=', police)
      .orderBy('row')
      .execute()
    const keyed = stored.map(({ key }) => key ?? Buffer.alloc(0))
    const persons = keyed.map((key) => ({ town: area.town, idNumberIndex: key }))
    const [families, needy] = await test.program.database.read(county, async (db) => [
      await familiesOf(
        db,
        county,
        keyed.map((key) => `\\x${key.toString('hex')}`),
      ),
      await hardshipOf(db, county, persons),
    ])
    expect([...(families?.values() ?? [])].map(({ family }) => family)).toEqual(['H1', 'H1', 'H2'])
    expect([...(needy?.values() ?? [])]).toEqual(['低保'])
    await undo(police)
    await undo(hardship)
  })
})

describe('columns', () => {
  it('are corrected by the user, kept, and read so the next time', async () => {
    const text = (account: string) => Buffer.from(`编码A,户名,电价类别\n${account},${'甲'},居民生活\n`)
    const upload = (content: Buffer) => test.evidence('workbook', content, test.actors.bureauOfficer)
    const first = await upload(text(account(61)))
    interface Run {
      by: string
      blocking: number
      taken: number
      mapping: object | null
      sheets: { columns: { column: string; label: string; field: string | null }[]; missing: string[] }[]
    }
    const run = (digest: string, mapping?: object) =>
      test.ask<Run>(test.actors.bureauOfficer, 'source.dry-run', {
        digest,
        kind: 'grid',
        area: area.county,
        mapping,
      })
    expect(await run(first.digest)).toMatchObject({
      by: 'headers',
      taken: 0,
      blocking: 1,
      sheets: [{ columns: [{ label: '编码A', field: null }, {}, {}], missing: ['accountNumber'] }],
    })
    const mapping = { columns: { A: 'accountNumber' } }
    expect(await run(first.digest, mapping)).toMatchObject({ by: 'user', taken: 1, blocking: 0 })
    await test.done(test.actors.bureauOfficer, 'source.keep-mapping', {
      programme: test.programme,
      kind: 'grid',
      columns: { 编码A: 'accountNumber', 户名: 'name', 电价类别: 'tariff' },
    })
    const next = await run((await upload(text(account(62)))).digest)
    expect(next).toMatchObject({ by: 'kept', taken: 1, blocking: 0 })
    // Another layout with the same word in it.
    const other = `经办,编码A,户名,电价类别\r\n某某,${account(63)},张三,居民\r\n`
    expect(await run((await upload(Buffer.from(other))).digest)).toMatchObject({
      by: 'kept',
      taken: 1,
      blocking: 0,
    })
    // Where the usual headers read a sheet, a word from elsewhere about another takes nothing away from it.
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
      name,
      columns: [],
      rows: rows.map((cells) => ({ cells: cells.map((value) => ({ value, format: 'text' as const })) })),
    })
    const two = await bytesOf(
      writeSheets([
        sheet('说明', [
          ['编码A', '经办'],
          ['见下表', '某某'],
        ]),
        sheet('户号', [
          ['用电户号', '户名', '电价类别'],
          [account(64), '李四', '居民'],
        ]),
      ]),
    )
    expect(await run((await upload(Buffer.from(two))).digest)).toMatchObject({ by: 'headers', taken: 1 })
    const input = inputOf('grid', { mapping: next.mapping })
    await test.done(test.actors.bureauOfficer, 'source.import', input, [await upload(text(account(62)))])
    await undo(input.source)
  })
})

describe('reading', () => {
  it('shows a town the lines of its own area, numbers masked', async () => {
    const source = await deliver('hardship', [
      { name: '张三', idNumber: anIdNumber(81), category: '低保', village: '甲村(模拟)' },
      { name: '李四', idNumber: anIdNumber(82), category: '特困', village: '丙村(模拟)' },
      { name: '王五', idNumber: anIdNumber(83), category: '特困', village: '不知道' },
    ])
    const rows = (actor = test.actors.townOfficer, search?: string) =>
      test.ask<{ rows: { name: string; idNumber: string }[]; total: number }>(actor, 'source.rows', {
        source,
        search,
      })
    expect((await rows()).rows).toMatchObject([
      { name: '张三', idNumber: expect.stringMatching(/^370683\*{8}[\dX]{4}$/) as string },
    ])
    expect((await rows(test.actors.bureauOfficer)).total).toBe(3)
    expect((await rows(test.actors.bureauOfficer, anIdNumber(82))).rows).toMatchObject([{ name: '李四' }])
    expect((await rows(test.actors.bureauOfficer, '王')).rows).toMatchObject([{ name: '王五' }])
    const file = await test.program.file(test.actors.townOfficer, 'source.export', { source })
    expect(file.status).toBe('ok')
    const kinds = await test.ask<{ kinds: { kind: string; state: string }[] }>(
      test.actors.townOfficer,
      'source.kinds',
    )
    expect(Object.fromEntries(kinds.kinds.map(({ kind, state }) => [kind, state]))).toMatchObject({
      hardship: 'current',
      grid: 'missing',
    })
    await undo(source)
  })

  it('tells of which homes their own word alone stands, until a list of their town is there', async () => {
    const home = await addHome(84)
    const { townOfficer } = test.actors
    const ownWord = async () => {
      const { kinds } = await test.ask<{ kinds: { kind: string; ownWord: number }[] }>(
        townOfficer,
        'source.kinds',
      )
      const { rows } = await test.ask<{ rows: { id: string }[] }>(townOfficer, 'home.list', {
        ownWord: 'earlier',
      })
      return {
        counted: kinds.find(({ kind }) => kind === 'earlier')?.ownWord,
        listed: rows.length,
        isListed: rows.some(({ id }) => id === home),
      }
    }
    const before = await ownWord()
    expect(before.isListed).toBe(true)
    expect(before.counted).toBe(before.listed)
    const source = await deliver('earlier', [{ name: '丁', idNumber: anIdNumber(85), year: '2021' }])
    expect(await ownWord()).toEqual({ counted: 0, listed: 0, isListed: false })
    await undo(source)
    expect(await ownWord()).toEqual(before)
  })

  it('tells of a home what each list says', async () => {
    const home = await addHome(91)
    const source = await deliver('hardship', [{ name: '张三', idNumber: anIdNumber(91), category: '低保' }])
    const deaths = [
      await deliver('death', [{ name: '乙', idNumber: anIdNumber(92) }], { asOf: '2023-06-01' }),
      await deliver('death', [{ name: '丙', idNumber: anIdNumber(93) }], { asOf: '2023-07-01' }),
    ]
    const told = await test.ask<
      { kind: string; days: string[]; rows: { category: string; source: string }[] }[]
    >(test.actors.townOfficer, 'home.sources', { home })
    const of = (wanted: string) => told.find(({ kind }) => kind === wanted)
    expect(of('hardship')).toMatchObject({ rows: [{ source, category: '低保' }] })
    // Lists that remember count together, and nothing in them is said of all of them.
    expect(of('death')).toMatchObject({ days: ['2023-07-01', '2023-06-01'], rows: [] })
    expect(of('grid')).toMatchObject({ days: [], rows: [] })
    for (const list of deaths) await undo(list)
    await undo(source)
  })

  it('replays to the bit what was decided with a source that is gone', async () => {
    const home = await addHome(95)
    const source = await deliver('earlier', [{ name: '甲', idNumber: anIdNumber(95), year: '2021' }])
    const { screening } = await test.ask<{ screening: string }>(test.actors.bureauOfficer, 'home.decision', {
      home,
    })
    await undo(source)
    const again = await test.ask<{ decision: Parameters<typeof replay>[0] }>(
      test.actors.bureauOfficer,
      'home.decision',
      {
        home,
        screening,
      },
    )
    const pack = await test.program.packs.inForce(county)
    expect(again.decision.answer).toBe('unknown')
    expect(JSON.stringify(replay(again.decision, pack))).toBe(JSON.stringify(again.decision))
  })
})

describe('a withdrawn division code', () => {
  it('is read as the village it was merged into, and the reader is told', async () => {
    const villages = await test.ask<{ rows: { id: string; code: string }[] }>(
      test.actors.bureauOfficer,
      'village.list',
    )
    const idOf = (code: string) => villages.rows.find((row) => row.code === code)?.id
    const paper = async () => [await test.evidence('document')]
    const withdraw = { village: idOf(area.farOtherVillage), into: area.farVillage, withdrawnOn: '2023-08-15' }
    const self = { ...withdraw, into: area.farOtherVillage }
    const { bureauOfficer } = test.actors
    expect(await test.refused(bureauOfficer, 'village.withdraw-code', self, await paper())).toEqual([
      'area.into-unfit',
    ])
    const early = { ...withdraw, withdrawnOn: '2020-01-01' }
    expect(await test.refused(bureauOfficer, 'village.withdraw-code', early, await paper())).toEqual([
      'area.withdrawn-when',
    ])
    const lived = { ...withdraw, village: idOf(area.village) }
    expect(await test.refused(bureauOfficer, 'village.withdraw-code', lived, await paper())).toEqual([
      'area.homes-there',
    ])
    await test.done(bureauOfficer, 'village.withdraw-code', withdraw, await paper())
    expect(await test.refused(bureauOfficer, 'village.withdraw-code', withdraw, await paper())).toEqual([
      'area.withdrawn-already',
    ])
    const { digest } = await fileOf('hardship', [
      { name: '甲', idNumber: anIdNumber(201), category: '低保', village: area.farOtherVillage },
    ])
    const run = await test.ask<{
      problems: { code: string; words: { zh: string } }[]
      sample: { villageName: string }[]
    }>(bureauOfficer, 'source.dry-run', { digest, kind: 'hardship', area: area.county })
    expect(run.sample).toMatchObject([{ villageName: '丙村(模拟)' }])
    expect(run.problems).toMatchObject([{ code: 'source.withdrawn' }])
    expect(run.problems[0]?.words.zh).toContain('并入丙村(模拟)')
  })
})

describe('the grid company', () => {
  const grid = () => test.actors.gridOfficer
  const handIn = async (kind: SourceKind, rows: readonly Record<string, string>[]) => {
    const input = inputOf(kind)
    const file = await test.evidence('workbook', aSourceFile(kind, rows), grid())
    return { source: input.source, outcome: await test.do(grid(), 'source.import', input, [file]) }
  }

  it('hands in its own register, sees it, and takes it back', async () => {
    const home = await addHome(90)
    const { source, outcome } = await handIn('grid', [gridRow(90)])
    expect(outcome.status).toBe('done')
    expect((await decisionOf(home)).facts['comparison.gridRegisterDelivered']?.known).toBe(true)
    const { rows } = await test.ask<{ rows: object[] }>(grid(), 'source.rows', { source })
    expect(rows).toHaveLength(1)
    await test.done(grid(), 'source.undo-import', {
      programme: test.programme,
      source,
      reason: '交错了',
    })
  })

  it('is refused lists of other offices, and sees none of them', async () => {
    const { outcome } = await handIn('death', [{ name: '甲', idNumber: anIdNumber(91), day: '2023-01-02' }])
    expect(outcome).toMatchObject({ status: 'refused', refusals: [{ code: 'source.other-kind' }] })
    const mapping = { programme: test.programme, kind: 'death', columns: { 姓名: 'name' } }
    expect(await test.do(grid(), 'source.keep-mapping', mapping)).toMatchObject({
      status: 'refused',
      refusals: [{ code: 'source.other-kind' }],
    })
    const source = await deliver('earlier', [
      { name: '乙', idNumber: anIdNumber(92), year: '2021', village: '甲村(模拟)' },
    ])
    const { rows } = await test.ask<{ rows: { kind: string }[] }>(grid(), 'source.list', {})
    expect(rows.filter(({ kind }) => kind !== 'grid')).toEqual([])
    const { kinds } = await test.ask<{ kinds: { kind: string }[] }>(grid(), 'source.kinds', {})
    expect(kinds.map(({ kind }) => kind)).toEqual(['grid'])
    expect(await test.ask(grid(), 'source.rows', { source })).toMatchObject({ rows: [], total: 0 })
    await expect(test.ask(grid(), 'source.page', { source })).rejects.toThrow()
    await expect(test.ask(grid(), 'home.sources', { home: newId() })).rejects.toThrow()
    expect(
      await test.do(grid(), 'source.undo-import', {
        programme: test.programme,
        source,
        reason: '交错了',
      }),
    ).toMatchObject({ status: 'refused', refusals: [{ code: 'subject.not-found' }] })
  })
})
