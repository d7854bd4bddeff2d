import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { someKeys } from '../cipher/key-samples.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { handClock } from '../dates/clock.ts'
import { newId } from '../identity/id.ts'
import type { ProofExport } from './export-format.ts'
import { exportLog } from './export-log.ts'
import { someActs } from './log-samples.ts'
import { LogNotSound, proveSubject } from './prove.ts'
import { seal } from './seal.ts'
import { NotAnExport, verifyExport } from './verify-export.ts'

const county = 370683
const keys = someKeys()
const clock = handClock(new Date('2023-08-15T03:00:00.123Z'))
const home = { type: 'home', id: newId() }
const trusted = [keys.signing]
let database: Database
let drop: () => Promise<void>
let folder: string
let proof: ProofExport
let log: string[]

beforeAll(async () => {
  const made = await aDatabase()
  drop = made.drop
  database = openDatabase(made.url)
  folder = await mkdtemp(path.join(tmpdir(), 'qingnuan-export-'))
  await database.pool.query('insert into county (id, code, name) values ($1, $2, $3)', [
    county,
    '370683',
    '模拟县',
  ])
  const others = Array.from({ length: 2000 }, () => ({ type: 'home', id: newId() }))
  for (let i = 0; i < 5; i++) {
    const batch = { subjects: [...others, home, { type: 'notice', id: newId() }] }
    await someActs(database.pool, county, [...Array<object>(i * 7).fill({}), { subjects: [home] }, batch])
    await seal(database.pool, keys, { clock })
  }
  proof = await prove()
  log = await database.read(county, async (db) => {
    const lines = []
    for await (const line of exportLog(db, county)) lines.push(line)
    return lines
  })
})
afterAll(async () => {
  await database.close()
  await drop()
  await rm(folder, { recursive: true })
})

const prove = (of = home) => database.read(county, (db) => proveSubject(db, county, of.type, of.id))
let written = 0
async function verifyText(text: string, options: Parameters<typeof verifyExport>[1] = { trusted }) {
  const file = path.join(folder, `export-${++written}.json`)
  await writeFile(file, text)
  return verifyExport(file, options)
}

describe("one home's proof", () => {
  it('holds all its acts and verifies with nothing but the public key', async () => {
    expect(proof.acts).toHaveLength(10)
    expect(proof.unsealed).toEqual([])
    const seen = await verifyText(JSON.stringify(proof))
    expect(seen).toMatchObject({
      kind: 'proof',
      county,
      subject: home,
      acts: 10,
      sound: true,
      keySource: 'given',
    })
    expect(await verifyText(JSON.stringify(proof, null, 2), {})).toMatchObject({
      sound: true,
      keySource: 'file',
    })
  })
  it('says which acts are too fresh to be proven', async () => {
    const [fresh] = await someActs(database.pool, county, [{ subjects: [home] }])
    const early = await prove()
    expect(early.unsealed).toEqual([fresh])
    expect((await verifyText(JSON.stringify(early))).unsealed).toEqual([fresh])
    await seal(database.pool, keys, { clock })
    expect(await prove()).toMatchObject({ unsealed: [], acts: { length: 11 } })
  })
  it('is empty, and sound, for a home without acts', async () => {
    const none = await prove({ type: 'home', id: newId() })
    expect(await verifyText(JSON.stringify(none))).toMatchObject({ acts: 0, sound: true })
  })
  it('does not verify with another key, nor for another home', async () => {
    const stranger = await verifyText(JSON.stringify(proof), { trusted: [someKeys().signing] })
    expect(stranger.findings).toMatchObject([{ table: 'export', code: 'unknown-key' }])
    const stolen = await verifyText(JSON.stringify({ ...proof, subject: { type: 'home', id: newId() } }))
    expect(stolen.findings).toHaveLength(10)
  })
  it('does not verify once any character of it that matters is another', async () => {
    const text = JSON.stringify(proof)
    // The keys it carries itself do not count beside the key given from outside.
    const [from, to] = [text.indexOf('"keys":'), text.indexOf('"checkpoint":')]
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: text.length - 1 }), async (at) => {
        fc.pre(at < from || at >= to)
        const bent = text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1)
        const seen = await verifyText(bent).catch((error: unknown) => error)
        if (seen instanceof Error) expect(seen).toBeInstanceOf(NotAnExport)
        else expect(seen).toMatchObject({ sound: false })
      }),
      { numRuns: 60 },
    )
  })
  it('is refused where the log itself is not sound', async () => {
    const swap = (shift: number) =>
      database.pool.query(
        'update log_leaf set hash = set_byte(hash, 0, (get_byte(hash, 0) + $2) % 256) where county = $1 and position = 3',
        [county, shift],
      )
    await swap(1)
    await expect(prove()).rejects.toThrow(LogNotSound)
    await swap(255)
    expect((await prove()).acts).toHaveLength(11)
  })
})

describe("the whole log's export", () => {
  it('verifies with nothing but the public key', async () => {
    const seen = await verifyText(log.join(''))
    expect(seen).toMatchObject({ kind: 'log', county, acts: 80, sound: true, checkpoint: { size: 80 } })
    expect(await verifyText(log.join('').replaceAll('\n', '\r\n'), {})).toMatchObject({ sound: true })
  })
  it('does not verify with any line gone, twice, or out of order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: log.length - 1 }),
        fc.constantFrom('gone', 'twice', 'exchanged', 'cut'),
        async (at, how) => {
          const lines = [...log]
          if (how === 'gone') lines.splice(at, 1)
          if (how === 'twice') lines.splice(at, 0, lines[at] ?? '')
          if (how === 'exchanged') lines.splice(at - 1, 2, lines[at] ?? '', lines[at - 1] ?? '')
          if (how === 'cut') lines.splice(at)
          const seen = await verifyText(lines.join('')).catch((error: unknown) => error)
          if (seen instanceof Error) expect(seen).toBeInstanceOf(NotAnExport)
          else expect(seen).toMatchObject({ sound: false })
        },
      ),
      { numRuns: 80 },
    )
  })
  it('names the line where a character was changed', async () => {
    const at = log.findIndex((line) => line.includes('"position":40,'))
    const bent = log.map((line, i) => (i === at ? line.replace('\\"run\\":30', '\\"run\\":31') : line))
    const seen = await verifyText(bent.join(''))
    expect(seen.findings).toMatchObject([{ table: 'export', key: { line: at + 1 }, code: 'disagrees' }])
    const lists = log.map((line, i) =>
      i === at ? line.replace('"subjects":["home', '"subjects":["hame') : line,
    )
    expect((await verifyText(lists.join(''))).findings).toMatchObject([
      { table: 'export', key: { line: at + 1, position: 40 }, code: 'subjects' },
    ])
  })
})

describe('other files', () => {
  it.each(['', '{}', 'not JSON', '[1,2]\n', '{"format":"qingnuan-log-2"}\n', '\u0000'.repeat(1000)])(
    'are refused: %j',
    async (text) => {
      await expect(verifyText(text)).rejects.toThrow(NotAnExport)
    },
  )
  it('are an error where there is none to read', async () => {
    await expect(verifyExport(path.join(folder, 'absent.json'))).rejects.toThrow('ENOENT')
    await expect(verifyExport(folder)).rejects.toThrow('EISDIR')
  })
})
