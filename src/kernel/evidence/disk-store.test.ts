import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkEvidence } from './check-evidence.ts'
import { openDiskStore } from './disk-store.ts'
import { mediaTypes } from './media-type.ts'
import { EvidenceDamaged, EvidenceMissing, type EvidenceStore } from './store.ts'

let folder: string
let store: EvidenceStore
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'qingnuan-evidence-'))
  store = openDiskStore(folder)
})
afterEach(() => rm(folder, { recursive: true }))

const maxBytes = 10_000_000
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const fileOf = (digest: string) => path.join(folder, digest.slice(0, 2), digest.slice(2, 4), digest.slice(4))
const incoming = () => readdir(path.join(folder, 'incoming'))

/** A synthetic photograph: a JPEG's first bytes and noise. */
const aPhoto = (bytes = 100_000) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes)])

describe('disk store', () => {
  it('gives back what was put, as buffer and as stream', async () => {
    const photo = aPhoto()
    const pieces = [photo.subarray(0, 7), photo.subarray(7, 70_000), photo.subarray(70_000)]
    const stored = await store.put(Readable.from(pieces), { maxBytes, allow: mediaTypes })
    expect(stored).toEqual({ digest: digestOf(photo), size: photo.length, mediaType: 'image/jpeg' })
    expect(await store.read(stored.digest)).toEqual(photo)
    const stream = await store.open(stored.digest)
    expect(stream && Buffer.concat(await stream.toArray())).toEqual(photo)
    expect(await store.has(stored.digest)).toBe(true)
    expect(await incoming()).toEqual([])
  })
  it('keeps one file where many put the same content at once', async () => {
    const photo = aPhoto()
    const all = await Promise.all(Array.from({ length: 20 }, () => store.put(photo, { maxBytes })))
    expect(new Set(all.map((stored) => stored.digest)).size).toBe(1)
    expect(await readdir(path.dirname(fileOf(digestOf(photo))))).toHaveLength(1)
    expect(await store.read(digestOf(photo))).toEqual(photo)
  })
  it('stops reading an upload that is too large, and keeps nothing of it', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 65_536
        yield await Promise.resolve(Buffer.alloc(65_536, 1))
      }
    }
    const refused = store.put(Readable.from(endless()), { maxBytes: 1_000_000 })
    await expect(refused).rejects.toMatchObject({ reason: 'too-large' })
    expect(sent).toBeLessThan(3_000_000)
    expect(await incoming()).toEqual([])
    expect((await readdir(folder)).filter((name) => name !== 'incoming')).toEqual([])
  })
  it('keeps nothing of an upload that breaks off', async () => {
    async function* broken() {
      yield await Promise.resolve(aPhoto())
      throw new Error('connection lost')
    }
    await expect(store.put(Readable.from(broken()), { maxBytes })).rejects.toThrow('connection lost')
    expect(await incoming()).toEqual([])
  })
  it('goes by the bytes, not the name, in what it allows', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>')
    await expect(store.put(page, { maxBytes, allow: mediaTypes })).rejects.toMatchObject({
      reason: 'media-type',
    })
    await expect(store.put(aPhoto(), { maxBytes, allow: ['application/pdf'] })).rejects.toThrow('PDF')
    await expect(store.put(Buffer.alloc(0), { maxBytes })).rejects.toMatchObject({ reason: 'empty' })
    expect(await store.has(digestOf(page))).toBe(false)
  })
  it('says of a workbook it cannot take what is the matter with it', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])
    const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
    const cutOff = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(2000, 7)])
    const reasonOf = (content: Buffer) =>
      store.put(content, { maxBytes, allow: mediaTypes }).catch(({ reason }: { reason: string }) => reason)
    expect(await reasonOf(compound)).toBe('old-office')
    expect(await reasonOf(locked)).toBe('locked-workbook')
    expect(await reasonOf(cutOff)).toBe('cut-off')
  })
  it('notices a changed byte and a missing file on reading and on checking', async () => {
    const photos = [aPhoto(), aPhoto(), aPhoto()]
    const [sound, damaged, missing] = photos.map(digestOf)
    if (!sound || !damaged || !missing) throw new Error('three digests')
    for (const photo of photos) await store.put(photo, { maxBytes })
    const bytes = await readFile(fileOf(damaged))
    bytes[50_000] = (bytes[50_000] ?? 0) ^ 1
    await writeFile(fileOf(damaged), bytes)
    await rm(fileOf(missing))
    await expect(store.read(damaged)).rejects.toThrow(EvidenceDamaged)
    await expect(store.read(missing)).rejects.toThrow(EvidenceMissing)
    expect(await store.open(missing)).toBeUndefined()
    const problems = await Readable.from(checkEvidence(store, [sound, damaged, missing])).toArray()
    expect(problems).toEqual([
      { digest: damaged, problem: 'damaged' },
      { digest: missing, problem: 'missing' },
    ])
    // Putting the same content again mends both.
    for (const photo of photos) await store.put(photo, { maxBytes })
    expect(await Readable.from(checkEvidence(store, [sound, damaged, missing])).toArray()).toEqual([])
  })
  it('never makes a path of what is not a digest', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])
      await expect(store.open(name)).rejects.toThrow(TypeError)
  })
  it('clears away what a crash left over, once it is old', async () => {
    const old = path.join(folder, 'incoming', 'old')
    const fresh = path.join(folder, 'incoming', 'fresh')
    await mkdir(path.dirname(old))
    await writeFile(old, 'x')
    await writeFile(fresh, 'x')
    await utimes(old, new Date(0), new Date(0))
    await openDiskStore(folder).put(aPhoto(), { maxBytes })
    expect(await incoming()).toEqual(['fresh'])
  })
})
