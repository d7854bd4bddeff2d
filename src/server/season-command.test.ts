import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../kernel/dates/day.ts'
import { answerOf, momentOf } from '../modules/grid/rules/read-tables.ts'
import { runSeason } from './season-command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'season-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const temperatures = () => {
  const lines = ['day,celsius']
  for (let at = 0; at < 140; at++)
    lines.push(`${addDays('2023-11-05', at)},${(4 * Math.sin(at / 5)).toFixed(1)}`)
  return lines.join('\n')
}
const readings = () => {
  const lines = ['meter,at,kwh,kind']
  for (const meter of ['甲,1', '0042'])
    for (let at = 0; at <= 121; at++)
      lines.push(`"${meter}",${addDays('2023-11-15', at)},${(100 + 10.5 * at).toFixed(2)},actual`)
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

async function run(files: Record<string, string>, ...options: string[]) {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  const said: string[] = []
  const places = ['r.csv', 't.csv'].map((name) => path.join(folder, name))
  const out = path.join(folder, 'out.csv')
  await rm(out, { force: true })
  const code = await runSeason([...places, '--out', out, ...options], {
    print: (line) => said.push(line),
    progress: () => undefined,
  })
  const text = await readFile(out, 'utf8').catch(() => undefined)
  return { code, said: said.join('\n'), rows: text?.trim().split('\n') }
}

it('writes a line for each meter, whose parts add up to its score', async () => {
  const { code, said, rows = [] } = await run({ 'r.csv': readings(), 't.csv': temperatures() })
  expect(said).toContain('2023-11-15')
  expect(code).toBe(0)
  expect(rows).toHaveLength(3)
  const header = rows[0]?.split(',') ?? []
  expect(header.slice(0, 6)).toEqual(['meter', 'kwh', 'share_allocated', 'lower', 'upper', 'flags'])
  const row = rows[2]?.split(',') ?? []
  const at = (name: string) => row[header.indexOf(name)]
  expect(at('meter')).toBe('0042')
  // 2023-11-15 to 2024-03-15 is 121 days.
  expect(at('kwh')).toBe('1270.50')
  expect(Number(at('lower'))).toBeLessThanOrEqual(1270.5)
  const parts = header.filter((name) => name.startsWith('part_')).map((name) => Number(at(name)))
  expect(parts.length).toBeGreaterThan(8)
  expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Number(at('suspicion')), 6)
  expect(rows[1]?.startsWith('"甲,1",')).toBe(true)
})

it('takes the season it is told, villages, findings, and names visits', async () => {
  const { code, rows = [] } = await run(
    {
      'r.csv': readings(),
      't.csv': temperatures(),
      'h.csv': 'meter,village\n0042,东村\n',
      'f.csv': 'meter,found\n0042,yes\n',
    },
    ...['--from', '2023-12-01', '--to', '2023-12-31', '--lang', 'en', '--visits', '5'],
    ...['--homes', path.join(folder, 'h.csv'), '--findings', path.join(folder, 'f.csv')],
  )
  expect(code).toBe(0)
  expect(rows[2]).toContain('315.00')
  expect(rows[2]).toContain('Visited')
  expect(rows[0]).toContain(',visit,')
  expect(rows[1]).toContain(',score,')
  expect(rows[2]).not.toContain(',score,')
})

it('names every fault by row and column, and writes nothing', async () => {
  const bad =
    'meter,at,kwh,kind\na,2023-11-15,1,actual\n,2023-11-16,2,actual\na,2023-02-30,3,actual\na,2023-11-18,x,actual\na,2023-11-19,5,guess\n'
  const { code, said, rows } = await run({ 'r.csv': bad, 't.csv': 'day,celsius\n2023-11-15,warm\n' })
  expect(code).toBe(2)
  expect(rows).toBeUndefined()
  for (const place of [
    'row 3, column meter',
    'row 4, column at',
    'row 5, column kwh',
    'row 6, column kind',
    'row 2, column celsius',
  ])
    expect(said).toContain(place)
  expect(said).toContain('第 4 行')
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

it('asks for a missing column, for temperatures of the season, and refuses an unknown option', async () => {
  expect((await run({ 'r.csv': 'meter,at,kwh\na,2023-11-15,1\n', 't.csv': temperatures() })).said).toContain(
    'kind is missing',
  )
  expect((await run({ 'r.csv': readings(), 't.csv': 'day,celsius\n2023-11-15,3\n' })).said).toMatch(
    /no temperature for \d+ days/,
  )
  expect((await run({ 'r.csv': readings(), 't.csv': temperatures() }, '--form', '2023-11-15')).code).toBe(2)
  expect(
    (await run({ 'r.csv': readings(), 't.csv': temperatures() }, '--from', '15.11.2023')).said,
  ).toContain('--from')
  expect(
    (await run({ 'r.csv': 'meter,at,kwh,kind\n"a,2023-11-15,1,actual\n', 't.csv': temperatures() })).said,
  ).toContain('quotation')
})

it('knows moments as people write them, in Shanghai where no zone is named', () => {
  const day = Date.UTC(2023, 10, 15) / 86_400_000
  for (const text of [
    '2023-11-15',
    '2023/11/15',
    '20231115',
    '2023-11-15T00:00',
    '2023-11-14T24:00:00',
    '2023-11-14T16:00:00Z',
    '2023-11-15 00:00:00+08:00',
  ])
    expect(momentOf(text)).toBe(day)
  expect(momentOf('2023-11-15T12:00')).toBe(day + 0.5)
  for (const text of ['', '15.11.2023', '2023-11-31', '2023-11-15T25:00', 'yesterday'])
    expect(momentOf(text)).toBeNaN()
  expect([answerOf('Yes'), answerOf('否'), answerOf('maybe')]).toEqual([true, false, undefined])
})
