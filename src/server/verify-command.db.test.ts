import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDatabase } from '../../tests/support/database.ts'
import { someKeys } from '../kernel/cipher/key-samples.ts'
import { type Keys, openKeys } from '../kernel/cipher/keys.ts'
import { type Database, openDatabase } from '../kernel/database/database.ts'
import { handClock } from '../kernel/dates/clock.ts'
import { openDiskStore } from '../kernel/evidence/disk-store.ts'
import { newId } from '../kernel/identity/id.ts'
import { exportLog } from '../kernel/log/export-log.ts'
import { someActs } from '../kernel/log/log-samples.ts'
import { proveSubject } from '../kernel/log/prove.ts'
import { seal } from '../kernel/log/seal.ts'
import { runVerify } from './verify-command.ts'

const [county, other] = [370683, 370684]
const home = { type: 'home', id: newId() }
let database: Database
let url: string
let drop: () => Promise<void>
let dataFolder: string
let keys: Keys
let photo: string
let printed: string

beforeAll(async () => {
  const made = await aDatabase()
  url = made.url
  drop = made.drop
  database = openDatabase(url)
  dataFolder = await mkdtemp(path.join(tmpdir(), 'qingnuan-verify-'))
})
afterAll(async () => {
  await database.close()
  await drop()
  await rm(dataFolder, { recursive: true })
})
beforeEach(() => void (printed = ''))

async function run(...args: string[]) {
  return runVerify(args, {
    env: { DATABASE_URL: url, QINGNUAN_DATA: dataFolder },
    print: (line) => void (printed += `${line}\n`),
    progress: () => undefined,
  })
}
async function aFile(name: string, text: string) {
  const file = path.join(dataFolder, name)
  await writeFile(file, text)
  return file
}

describe('npm run verify', () => {
  it('says so where there is nothing to verify yet', async () => {
    expect(await run()).toBe(0)
    expect(printed).toContain('no acts')
  })
  it('verifies every county and names the key it trusts', async () => {
    keys = await openKeys(path.join(dataFolder, 'keys'), { mayCreate: true })
    const stored = await openDiskStore(path.join(dataFolder, 'evidence')).put(Buffer.from('模拟照片'), {
      maxBytes: 1e6,
    })
    photo = stored.digest
    for (const id of [county, other]) {
      await database.pool.query('insert into county (id, code, name) values ($1, $2, $3)', [
        id,
        `${id}`,
        '模拟县',
      ])
      const evidence = [{ kind: 'photo', digest: photo }]
      await someActs(database.pool, id, [{ subjects: [home], evidence }, { evidence }, { evidence: [] }])
    }
    await seal(database.pool, keys, { clock: handClock(new Date('2023-08-15T03:00:00Z')) })
    expect(await run('--evidence')).toBe(0)
    expect(printed).toContain(keys.signing.keyId)
    expect(printed).toContain('370683: 3 acts')
    expect(printed).toContain('370684: 3 acts')
    expect(printed).toContain('1 pieces of evidence')
    printed = ''
    expect(await run('--county', '370684')).toBe(0)
    expect(printed).not.toContain('370683')
  })
  it('names a changed row and ends with 1', async () => {
    await database.pool.query(
      "update act set kind = 'home.reject' where county = $1 and text like '%photo%'",
      [other],
    )
    expect(await run()).toBe(1)
    expect(printed).toMatch(/act\(county=370684, id=[0-9a-f-]{36}\)/)
    expect(printed).toContain('kind was changed: should be home.accept, is home.reject')
    await database.pool.query("update act set kind = 'home.accept' where county = $1", [other])
    expect(await run()).toBe(0)
  })
  it('names a county that exists only because a row was moved there', async () => {
    await database.pool.query('update log_head set county = 1 where county = $1', [other])
    expect(await run()).toBe(1)
    expect(printed).toContain('log_head(county=370684)')
    await database.pool.query('update log_head set county = $1 where county = 1', [other])
  })
  it('reads the evidence through where asked', async () => {
    await rm(path.join(dataFolder, 'evidence', photo.slice(0, 2)), { recursive: true })
    expect(await run()).toBe(0)
    expect(printed).toContain('were not read')
    printed = ''
    expect(await run('--evidence')).toBe(1)
    expect(printed).toContain(photo)
    expect(printed).toMatch(/✗ 1 difference$/m)
    expect(printed).not.toContain('everything fits')
  })
  it('verifies exports offline, with the key given or the installation’s own', async () => {
    const proof = await database.read(county, (db) => proveSubject(db, county, home.type, home.id))
    const proofFile = await aFile('proof.json', JSON.stringify(proof))
    const lines = await database.read(county, async (db) => {
      let text = ''
      for await (const line of exportLog(db, county)) text += line
      return text
    })
    const logFile = await aFile('log.ndjson', lines)
    expect(await run('--export', proofFile)).toBe(0)
    expect(printed).toContain(`home:${home.id}`)
    const key = await aFile('public.pem', keys.signing.pem)
    expect(await run('--export', logFile, '--key', key)).toBe(0)
    // The photograph went above: with the evidence asked for, it is named as missing, by its hash.
    expect(printed).toContain('1 pieces of evidence are named')
    printed = ''
    expect(await run('--export', logFile, '--evidence', '--key', key)).toBe(1)
    expect(printed).toContain(`digest=${photo}`)
    expect(printed).toContain('the file is missing')
    await openDiskStore(path.join(dataFolder, 'evidence')).put(Buffer.from('模拟照片'), { maxBytes: 1e6 })
    expect(await run('--export', logFile, '--evidence', '--key', key)).toBe(0)
    expect(await run('--export', proofFile, '--evidence')).toBe(0)
    const stranger = await aFile('stranger.pem', someKeys().signing.pem)
    expect(await run('--export', logFile, '--key', stranger)).toBe(1)
    expect(await run('--export', await aFile('bent.json', JSON.stringify(proof).replace('run', 'ran')))).toBe(
      1,
    )
  })
  it('ends with 2 and says why where it cannot verify', async () => {
    expect(await run('--export', path.join(dataFolder, 'absent.json'))).toBe(2)
    expect(await run('--export', await aFile('other.json', '{}'))).toBe(2)
    expect(await run('--key', await aFile('no-key.pem', 'x'))).toBe(2)
    expect(await run('--county', '1')).toBe(2)
    expect(await run('--wrong')).toBe(2)
    expect(printed).toContain('Usage')
    const nowhere = { env: { QINGNUAN_DATA: path.join(dataFolder, 'nothing') }, progress: () => undefined }
    expect(await runVerify([], { ...nowhere, print: (line) => void (printed += line) })).toBe(2)
    expect(printed).toContain('There is no database in')
    const unreachable = { env: { DATABASE_URL: 'postgres://127.0.0.1:1/none', QINGNUAN_DATA: dataFolder } }
    expect(await runVerify([], { ...unreachable, print: () => undefined, progress: () => undefined })).toBe(2)
  })
})
