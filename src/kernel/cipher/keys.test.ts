import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openField, sealField } from './fields.ts'
import { ed25519 } from './international.ts'
import { KeysUnavailable } from './key-file.ts'
import { openKeys, readVerifyingKey } from './keys.ts'

let above: string
let folder: string
beforeEach(async () => {
  above = await mkdtemp(path.join(tmpdir(), 'qingnuan-keys-'))
  folder = path.join(above, 'keys')
})
afterEach(() => rm(above, { recursive: true }))

describe('openKeys', () => {
  it('makes keys once, for their owner alone, and finds them again', async () => {
    const first = await openKeys(folder, { mayCreate: true })
    const again = await openKeys(folder, { mayCreate: false })
    const sealed = sealField(first, 1, 'household.card', '6217')
    expect(openField(again, 1, 'household.card', sealed)).toBe('6217')
    expect(again.signing.keyId).toBe(first.signing.keyId)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(path.join(folder, 'keys.json'))).mode & 0o777).toBe(0o600)
    const published = readVerifyingKey(await readFile(path.join(folder, 'log-public.pem'), 'utf8'))
    expect(published.keyId).toBe(first.signing.keyId)
    const bytes = Buffer.from('x')
    expect(ed25519.verify(published.publicKey, bytes, ed25519.sign(first.signing.privateKey, bytes))).toBe(
      true,
    )
  })
  it('never makes new keys beside old data', async () => {
    const refused = openKeys(folder, { mayCreate: false })
    await expect(refused).rejects.toThrow(KeysUnavailable)
    await expect(refused).rejects.toMatchObject({ reason: 'missing' })
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })
  it('lets one of several starting processes win, and all use its keys', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => openKeys(folder, { mayCreate: true })))
    expect(new Set(all.map((keys) => keys.signing.keyId)).size).toBe(1)
  })
  it('notices every damaged byte and replaces nothing', async () => {
    await openKeys(folder, { mayCreate: true })
    const file = path.join(folder, 'keys.json')
    const good = await readFile(file, 'utf8')
    const secretAt = good.indexOf('"blindIndex": "') + 20
    const flipped = good[secretAt] === 'a' ? 'b' : 'a'
    for (const bad of [
      '',
      '{',
      good.slice(0, 200),
      good.slice(0, secretAt) + flipped + good.slice(secretAt + 1),
    ]) {
      await writeFile(file, bad)
      await expect(openKeys(folder, { mayCreate: true })).rejects.toMatchObject({ reason: 'damaged' })
      expect(await readFile(file, 'utf8')).toBe(bad)
    }
  })
  it('closes a key file that a restore left open to everybody', async () => {
    await openKeys(folder, { mayCreate: true })
    const file = path.join(folder, 'keys.json')
    await chmod(file, 0o644)
    await openKeys(folder, { mayCreate: false })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })
  it('keeps the suite it was made with', async () => {
    await openKeys(folder, { mayCreate: true, suite: 'national' })
    expect((await openKeys(folder, { mayCreate: false })).suite.id).toBe('national')
  })
})

it('refuses a public key that does not sign logs', () => {
  expect(() => readVerifyingKey('-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n')).toThrow()
})
