import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aBuildRoad, type BuildRoad } from '../../../tests/support/build-road.ts'
import { aCounty, type TestCounty } from '../../../tests/support/county.ts'
import { pictureOf } from '../../demo/pictures.ts'
import type { MadeFile } from '../../kernel/act/define.ts'
import type { Actor } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'

let c: TestCounty
let road: BuildRoad
let home = ''
beforeAll(async () => {
  c = await aCounty()
  road = await aBuildRoad(c)
  home = (await road.assigned(1))[0] ?? ''
  await road.accept(home)
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
