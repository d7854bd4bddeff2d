import { createHash, randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, area, type TestCounty } from '../../../tests/support/county.ts'
import { pictureOf } from '../../demo/pictures.ts'
import type { MadeFile } from '../../kernel/act/define.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'

let c: TestCounty
let home = ''
/** Digests of the supervisor's photographs. */
let photos: string[] = []
beforeAll(async () => {
  c = await aCounty()
  const road = await aBuildRoad(c)
  home = (await road.assigned(1))[0] ?? ''
  await road.accept(home)
  const { rows } = await c.program.database.pool.query<{ digest: string }>(
    `select encode(e.digest, 'hex') as digest from act_evidence e join act a on a.county = e.county and a.id = e.act
      where a.kind = 'home.inspect' and e.kind = 'photo'`,
  )
  photos = rows.map(({ digest }) => digest)
  const bring = (paper: string, kind: string, content: Buffer) =>
    c
      .evidence(kind, content)
      .then((evidence) =>
        c.done(c.actors.cadre, 'dossier.add-paper', { home, id: newId(), paper }, [evidence]),
      )
  await bring('title', 'document', pictureOf(1, 'title'))
  await bring('id-card', 'personal', pictureOf(2, 'card'))
  await bring('household-book', 'personal', Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(200)]))
})
afterAll(() => c.close())

async function made(actor: Actor, name: string, input: object): Promise<MadeFile> {
  const answer = await c.program.file(actor, name, input)
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer))
  return answer.value
}

describe('one home as a document', () => {
  it('is a PDF of several pages that holds its font and what can be drawn, whatever the photographs are', async () => {
    const { body, fileName, mediaType } = await made(c.actors.bureauOfficer, 'dossier.pdf', { home })
    const text = Buffer.from(body).toString('latin1')
    expect(mediaType).toBe('application/pdf')
    expect(fileName).toMatch(/^一户一档_甲村/)
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/\/Count [3-9]/)
    expect(text).toContain('NotoSansSC')
    // The title's picture; the photographs of this test only begin like one, and the ID card is not drawn in.
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(1)
    expect(body.length).toBeLessThan(2_000_000)
  })

  it('leaves the server free while it is drawn', async () => {
    const order: string[] = []
    const drawing = made(c.actors.bureauOfficer, 'dossier.pdf', { home }).then(() => order.push('document'))
    await c.ask(c.actors.cadre, 'dossier.standing', { home })
    order.push('question')
    await drawing
    expect(order).toEqual(['question', 'document'])
  })

  it('is made for nobody who does not see the home', async () => {
    const answer = await c.program.file(c.actors.otherCadre, 'dossier.pdf', { home })
    expect(answer.status).toBe('not-found')
  })
})

describe('one village as an archive', () => {
  it('holds a document a home, every file by paper, an index, and the digest of each', async () => {
    const told: number[] = []
    const answer = await c.program.file(
      c.actors.bureauOfficer,
      'dossier.archive',
      { village: area.village },
      { progress: (done) => told.push(done) },
    )
    if (answer.status !== 'ok' || !answer.value.spooled) throw new Error('no archive')
    const files = unzip(await readFile(answer.value.spooled))
    await rm(path.dirname(answer.value.spooled), { recursive: true })
    const names = [...files.keys()]
    expect(told.length).toBeGreaterThan(0)
    expect(names).toContain('索引.xlsx')
    expect(names.filter((name) => name.endsWith('/一户一档.pdf'))).toHaveLength(1)
    expect(names.filter((name) => name.includes('/02_户主身份证/'))).toHaveLength(1)
    expect(photos.length).toBeGreaterThan(0)
    expect(names.filter((name) => name.includes('/13_单户验收单/'))).toHaveLength(photos.length)
    const sums = files.get('SHA256SUMS.txt')?.toString().trim().split('\n') ?? []
    expect(sums).toHaveLength(names.length - 1)
    for (const line of sums) {
      const [digest, name = ''] = line.split('  ')
      const content = files.get(name)
      expect(content && createHash('sha256').update(content).digest('hex')).toBe(digest)
    }
  })

  it('leaves personal papers out for whoever may not open them, and tells what is lost', async () => {
    const { contractor } = c.actors
    const photo = photos[0] ?? ''
    await rm(path.join(c.dataFolder, 'evidence', photo.slice(0, 2), photo.slice(2, 4), photo.slice(4)))
    const answer = await c.program.file(contractor, 'dossier.archive', { village: area.village })
    if (answer.status !== 'ok' || !answer.value.spooled) throw new Error('no archive')
    const names = [...unzip(await readFile(answer.value.spooled)).keys()]
    await rm(path.dirname(answer.value.spooled), { recursive: true })
    expect(names.filter((name) => name.includes('身份证') || name.includes('户口簿'))).toEqual([])
    expect(names.filter((name) => name.includes('房产证明'))).toHaveLength(1)
    expect(names).toContain('未能取出的原件.txt')
  })
})

/** The stored entries of an archive whose entries are not compressed (APPNOTE 4.3.12). */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of))
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    found.set(name, bytes.subarray(begin, begin + bytes.readUInt32LE(at + 24)))
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return found
}
