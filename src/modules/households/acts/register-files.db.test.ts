import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { area, aCounty, type TestCounty } from '../../../../tests/support/county.ts'
import { contentOf, findMediaType } from '../../../kernel/evidence/media-type.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { gbk } from '../../../kernel/sheets/gbk-samples.ts'
import { aMalformedFile, malformedKinds } from '../../../kernel/sheets/malformed-samples.ts'
import { bytesOf, writeSheets } from '../../../kernel/sheets/write-sheets.ts'
import { someOldWorkbook } from '../../../kernel/sheets/old-workbook-samples.ts'
import { isSheetProblem, readWorkbook } from '../../../kernel/sheets/read-workbook.ts'
import { registerForm } from '../rules/register-form.ts'
import { anApplication } from '../samples.ts'

let test: TestCounty
beforeAll(async () => {
  test = await aCounty()
})
afterAll(() => test.close())

const { columns } = registerForm()

/** A register as texts: the header, then one row an application. */
function rowsOf(numbers: readonly number[]): string[][] {
  const applications = numbers.map((n) => anApplication(n, '甲村(模拟)'))
  return [
    columns.map(({ label }) => label),
    ...applications.map((row) => columns.map(({ field }) => row[field] ?? '')),
  ]
}

interface DryRun {
  homes: number
  errors: number
  problems: { code: string; severity: string; words: { zh: string; en: string } }[]
}

async function dryRun(bytes: Uint8Array, fileName: string) {
  const evidence = await test.evidence('workbook', bytes, test.actors.townOfficer)
  const input = { digest: evidence.digest, area: area.town, fileName }
  return { evidence, input, run: await test.ask<DryRun>(test.actors.townOfficer, 'register.dry-run', input) }
}

const imported = (evidence: { kind: string; digest: string }, id: string, fileName: string) =>
  test.do(
    test.actors.townOfficer,
    'register.import',
    { programme: test.programme, import: id, area: area.town, fileName, synthetic: true },
    [evidence],
  )

const homesOf = async (input: object) =>
  (await test.ask<{ total: number }>(test.actors.bureauOfficer, 'home.list', input)).total

describe('a register in another kind of file', () => {
  const csv = (rows: string[][]) => rows.map((row) => row.join(',')).join('\r\n')
  const html = (rows: string[][]) =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

  it.each<[string, number, (rows: string[][]) => Buffer]>([
    ['确户表.csv', 1, (rows) => gbk(csv(rows))],
    ['确户表.txt', 11, (rows) => Buffer.from(`\ufeff${csv(rows).replaceAll(',', '\t')}`, 'utf16le')],
    ['确户表.xls', 21, someOldWorkbook],
    ['导出.xls', 31, (rows) => Buffer.from(html(rows))],
  ])('%s is entered like any other, and comes back marked as .xlsx', async (fileName, first, make) => {
    const bytes = make(rowsOf([first, first + 1]))
    const { evidence, input, run } = await dryRun(bytes, fileName)
    expect(run).toMatchObject({ homes: 2, errors: 0 })
    const marked = await test.program.file(test.actors.townOfficer, 'register.marked', input)
    if (marked.status !== 'ok') throw new Error(marked.status)
    expect(marked.value.fileName).toMatch(/^[^.]*（已标注）\.xlsx$/)
    const back = await readWorkbook(marked.value.body)
    if (isSheetProblem(back)) throw new Error(back.code)
    const id = newId()
    expect(await imported(evidence, id, fileName)).toMatchObject({ status: 'done' })
    expect(await homesOf({ import: id })).toBe(2)
  })
})

it('of several sheets laid out alike says from which it was read, and how many rows of each', async () => {
  const sheet = (name: string, numbers: number[]) => ({
    name,
    rows: rowsOf(numbers).map((cells) => ({ cells })),
  })
  const bytes = await bytesOf(
    writeSheets([
      sheet('东片', [551, 552]),
      sheet('西片', [553]),
      { name: '说明', rows: [{ cells: ['说明'] }] },
    ]),
  )
  const { run } = await dryRun(bytes, '两片.xlsx')
  expect(run).toMatchObject({
    homes: 3,
    readFrom: [
      { sheet: '东片', rows: 2 },
      { sheet: '西片', rows: 1 },
    ],
  })
})

describe('a register with columns of its own', () => {
  const strange: Record<string, string> = { idNumber: '证件', accountNumber: '电表' }
  const csv = (n: number) => {
    const [header, ...rows] = rowsOf([n])
    const named = header?.map((label, at) => strange[columns[at]?.field ?? ''] ?? label) ?? []
    return Buffer.from([named, ...rows].map((row) => row.join(',')).join('\r\n'))
  }
  interface Read {
    by: string
    homes: number
    mapping: { sheets?: string[]; columns: Record<string, string | null> } | null
    sheets: { missing: string[]; columns: { column: string; label: string; field: string | null }[] }[]
  }
  const run = async (n: number, more: object = {}, actor = test.actors.townOfficer) => {
    const { digest } = await test.evidence('workbook', csv(n), actor)
    return test.ask<Read>(actor, 'register.dry-run', { digest, area: area.town, ...more })
  }
  const letterOf = (read: Read, label: string) =>
    read.sheets[0]?.columns.find((column) => column.label === label)?.column ?? ''

  it('is read as its user says, imported so, and the next one laid out alike as was kept', async () => {
    const first = await run(501)
    expect(first).toMatchObject({
      by: 'headers',
      homes: 0,
      sheets: [{ missing: ['idNumber', 'accountNumber'] }],
    })
    const said = {
      columns: { [letterOf(first, '证件')]: 'idNumber', [letterOf(first, '电表')]: 'accountNumber' },
    }
    const read = await run(501, { mapping: said })
    expect(read).toMatchObject({ by: 'user', homes: 1, sheets: [{ missing: [] }] })

    const evidence = await test.evidence('workbook', csv(501), test.actors.townOfficer)
    const id = newId()
    const input = {
      programme: test.programme,
      import: id,
      area: area.town,
      fileName: '表.csv',
      synthetic: true,
    }
    expect(await test.do(test.actors.townOfficer, 'register.import', input, [evidence])).toMatchObject({
      status: 'refused',
    })
    await test.done(
      test.actors.townOfficer,
      'register.import',
      { ...input, mapping: read.mapping ?? undefined },
      [evidence],
    )
    expect(await homesOf({ import: id })).toBe(1)

    const named = Object.fromEntries(
      (read.sheets[0]?.columns ?? []).map(({ label, field }) => [label, field] as const),
    )
    const keep = { programme: test.programme, area: area.town, columns: named }
    await test.done(test.actors.townOfficer, 'register.keep-mapping', keep)
    const next = await run(502)
    expect(next).toMatchObject({ by: 'kept', homes: 1 })
    expect(next.mapping).toHaveProperty('sheets.length', 1)
    // The town's word is its own.
    const elsewhere = await run(503, { area: area.otherTown }, test.actors.otherTownOfficer)
    expect(elsewhere).toMatchObject({ by: 'headers', sheets: [{ missing: ['idNumber', 'accountNumber'] }] })
    expect(
      await test.refused(test.actors.townOfficer, 'register.keep-mapping', { ...keep, area: area.otherTown }),
    ).not.toEqual([])
    await test.done(test.actors.townOfficer, 'register.keep-mapping', {
      ...keep,
      columns: { ...named, 证件: null },
    })
    expect(await run(504)).toMatchObject({ by: 'kept', homes: 0, sheets: [{ missing: ['idNumber'] }] })
  })

  it('is read so in every sheet laid out alike, whatever stands beside them', async () => {
    const [header = [], first = [], second = []] = rowsOf([521, 522])
    const own = header.map((label) => (label === '用电户号' ? '电表' : label))
    const read = async (...sheets: string[][][]) => {
      const tables = sheets.map(
        (rows) =>
          `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      )
      const { digest } = await test.evidence(
        'workbook',
        Buffer.from(tables.join('')),
        test.actors.townOfficer,
      )
      return test.ask<Read>(test.actors.townOfficer, 'register.dry-run', { digest, area: area.town })
    }
    const columns = Object.fromEntries(
      own.map((label, at) => [label, header[at] === label ? undefined : 'accountNumber']),
    )
    const known = await read([own, first])
    const said = Object.fromEntries(
      (known.sheets[0]?.columns ?? []).map(({ label, field }) => [label, columns[label] ?? field]),
    )
    await test.done(test.actors.townOfficer, 'register.keep-mapping', {
      programme: test.programme,
      area: area.town,
      columns: said,
    })
    expect(await read([own, first], [own, second])).toMatchObject({
      by: 'kept',
      homes: 2,
    })
    const mixed = await read(
      [own, first],
      [
        ['汇总', '户数'],
        ['甲村', '1'],
      ],
      [own, second],
    )
    expect(mixed).toMatchObject({ by: 'kept', homes: 2 })
    expect(mixed.mapping?.sheets).toHaveLength(2)
  })
})

it('a malformed file of each kind is entered whole or not at all, and the answer is in words', async () => {
  let homes = await homesOf({})
  for (let seed = malformedKinds; seed < malformedKinds * 2; seed++) {
    const { kind, bytes } = await aMalformedFile(seed, rowsOf([seed * 3, seed * 3 + 1, seed * 3 + 2]))
    if (bytes.length === 0) continue
    const { evidence, run } = await dryRun(bytes, '确户表')
    for (const { words } of run.problems) expect(words.zh, kind).toMatch(/[\u4e00-\u9fff].*[。）]$/s)
    const id = newId()
    const outcome = await imported(evidence, id, '确户表')
    // Uploading refuses what is no table by its first bytes; the act does so again.
    const isTable = (await findMediaType(contentOf(bytes))) !== undefined
    const isRefused = run.errors > 0 || run.homes === 0 || !isTable
    expect([kind, outcome.status]).toEqual([kind, isRefused ? 'refused' : 'done'])
    homes += isRefused ? 0 : run.homes
    expect([kind, await homesOf({ import: id })]).toEqual([kind, isRefused ? 0 : run.homes])
  }
  expect(await homesOf({})).toBe(homes)
})
