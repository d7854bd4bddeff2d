import { createHash, randomBytes } from 'node:crypto'
import { readdir, utimes } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aCounty, area, county, type TestCounty } from '../../tests/support/county.ts'
import { openDiskStore } from '../kernel/evidence/disk-store.ts'
import type { EvidenceStore } from '../kernel/evidence/store.ts'
import { newId } from '../kernel/identity/id.ts'
import { openSession } from '../kernel/identity/sessions.ts'
import { openHttp } from './http.ts'
import type { Program } from './program.ts'

let at: TestCounty
let program: Program
let server: FastifyInstance | undefined
let address: string
const people: Record<'one' | 'other', { id: string; headers: Record<string, string> }> = {
  one: { id: newId(), headers: {} },
  other: { id: newId(), headers: {} },
}

/** The server as after a restart: the same database and folder, nothing remembered. */
const restart = async (changed: Partial<EvidenceStore> = {}) => {
  await server?.close()
  const store = openDiskStore(path.join(at.dataFolder, 'evidence'))
  program = { ...at.program, store: { ...store, ...changed } }
  server = await openHttp({ program })
  address = await server.listen({ port: 0, host: '127.0.0.1' })
}

beforeAll(async () => {
  at = await aCounty()
  for (const [name, person] of Object.entries(people)) {
    await at.done(at.actors.administrator, 'account.open', {
      id: person.id,
      signIn: `xianchang-${name}`,
      name: '现场经办（模拟）',
      password: 'a long pass phrase',
      roles: [{ role: 'town-officer', area: area.town }],
    })
    await at.program.database.owner
      .updateTable('account')
      .set({ must_change_password: false })
      .where('id', '=', person.id)
      .execute()
    const session = await openSession(at.program.database, county, person.id)
    person.headers = { cookie: `qingnuan=${session.token}`, 'x-csrf-token': session.csrfToken }
  }
  await restart()
})
afterAll(async () => {
  await server?.close()
  await at.close()
})

const aPhoto = (bytes = 300_000) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes)])
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const where = (digest: string) => `${address}/api/field/files/${digest}`
const begun = async (digest: string, who = people.one) =>
  (await fetch(where(digest), { headers: who.headers })).json()
const send = async (
  whole: Buffer,
  offset: number,
  bytes: Buffer,
  who = people.one,
  digest = digestOf(whole),
) => {
  const answer = await fetch(`${where(digest)}?size=${whole.length}&offset=${offset}`, {
    method: 'POST',
    headers: { ...who.headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  return { status: answer.status, body: (await answer.json()) as unknown }
}
/** Promises more than it sends, and breaks the connection once it has come. */
const breakOff = async (whole: Buffer, bytes: Buffer) => {
  const request = http.request(`${where(digestOf(whole))}?size=${whole.length}&offset=0`, {
    method: 'POST',
    headers: {
      ...people.one.headers,
      'content-type': 'application/octet-stream',
      'content-length': whole.length,
    },
  })
  const broken = new Promise((resolve) => request.on('error', resolve))
  request.write(bytes)
  const come = { done: false, offset: bytes.length }
  await expect.poll(() => begun(digestOf(whole)), { timeout: 20_000 }).toEqual(come)
  request.destroy(new Error('no signal'))
  await broken
}

it('a file goes on where it broke off, also after the server was started anew, and counts once it is whole', async () => {
  const photo = aPhoto()
  const digest = digestOf(photo)
  expect(await begun(digest)).toEqual({ done: false, offset: 0 })
  await breakOff(photo, photo.subarray(0, 70_000))
  await restart()
  expect(await begun(digest)).toEqual({ done: false, offset: 70_000 })
  expect(await send(photo, 0, photo)).toEqual({ status: 409, body: { done: false, offset: 70_000 } })
  expect(await send(photo, 70_000, photo.subarray(70_000, 100_000))).toMatchObject({
    body: { done: false, offset: 100_000 },
  })
  expect(await program.store.has(digest)).toBe(false)
  expect(await send(photo, 100_000, photo.subarray(100_000))).toEqual({ status: 200, body: { done: true } })
  expect(await program.store.read(digest)).toEqual(photo)
  expect(await begun(digest)).toEqual({ done: true })
  expect(await send(photo, 0, photo)).toEqual({ status: 200, body: { done: true } })
})

it('what is not the content it was said to be does not count and begins anew', async () => {
  const [photo, another] = [aPhoto(1000), aPhoto(1000)]
  expect(await send(photo, 0, another)).toMatchObject({
    status: 422,
    body: { error: { code: 'evidence.changed' } },
  })
  expect(await begun(digestOf(photo))).toEqual({ done: false, offset: 0 })
  expect(await send(photo, 0, photo)).toMatchObject({ body: { done: true } })
  const page = Buffer.from('<html>nothing we take</html>')
  expect(await send(page, 0, page)).toMatchObject({ status: 415 })
})

it('a part is its bringer’s alone, and one of a stored file has to be brought all the same', async () => {
  const photo = aPhoto(5000)
  await send(photo, 0, photo.subarray(0, 1000))
  expect(await begun(digestOf(photo), people.other)).toEqual({ done: false, offset: 0 })
  await send(photo, 1000, photo.subarray(1000))
  expect(await begun(digestOf(photo), people.other)).toEqual({ done: false, offset: 0 })
  expect(await send(photo, 0, photo, people.other)).toMatchObject({ body: { done: true } })
})

it('parts that nobody went on with are cleared away', async () => {
  const [old, photo] = [aPhoto(2000), aPhoto(2000)]
  await send(old, 0, old.subarray(0, 1000))
  const folder = path.join(at.dataFolder, 'evidence', 'parts', people.one.id)
  const long = new Date(Date.now() - 8 * 24 * 3_600_000)
  await utimes(path.join(folder, digestOf(old)), long, long)
  await restart()
  expect(await send(photo, 0, photo.subarray(0, 1000))).toMatchObject({ status: 200 })
  expect(await readdir(folder)).toEqual([digestOf(photo)])
})

it('a full disk is told in words', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  await restart({ resume: () => Promise.reject(full) })
  const photo = aPhoto(1000)
  const told = { status: 507, body: { error: { code: 'error.storage-full' } } }
  expect(await send(photo, 0, photo)).toMatchObject(told)
  await restart()
  expect(await send(photo, 0, photo)).toMatchObject({ body: { done: true } })
})

it('what is brought as one kind of evidence is refused as another, with the types that would do', async () => {
  const bring = async (bytes: Buffer, kind: string) => {
    const answer = await fetch(`${address}/api/evidence${kind}`, {
      method: 'POST',
      headers: { ...people.one.headers, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    })
    return { status: answer.status, said: JSON.stringify(await answer.json()) }
  }
  const table = Buffer.from('姓名,户数\n甲,1\n乙,2\n')
  expect(await bring(table, '?kind=workbook')).toMatchObject({ status: 200 })
  const refused = await bring(aPhoto(100), '?kind=workbook')
  expect(refused).toMatchObject({ status: 415 })
  expect(refused.said).toContain('XLSX · XLS · CSV')
  expect(refused.said).not.toContain('PDF')
  expect((await bring(table, '?kind=document')).said).toContain('JPEG · PNG · WebP · PDF')
  expect(await bring(table, '')).toMatchObject({ status: 200 })
  expect(await bring(table, '?kind=nothing')).toMatchObject({ status: 400 })
})
