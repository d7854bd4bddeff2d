import { randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { aCounty, area, county, type TestCounty } from '../../tests/support/county.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { newId } from '../kernel/identity/id.ts'
import { openSession } from '../kernel/identity/sessions.ts'
import { openHttp } from './http.ts'

let at: TestCounty
let http: FastifyInstance
let person: Actor
let handset: string
let headers: { cookie: string; 'x-csrf-token': string }

beforeAll(async () => {
  at = await aCounty()
  http = await openHttp({ program: at.program })
  const id = newId()
  const grants = [{ role: 'town-officer', area: area.town }]
  await at.done(at.actors.administrator, 'account.open', {
    id,
    signIn: 'xianchang',
    name: '现场经办（模拟）',
    password: 'a long pass phrase',
    roles: grants,
  })
  await at.program.database.owner
    .updateTable('account')
    .set({ must_change_password: false })
    .where('id', '=', id)
    .execute()
  person = { id, county, name: '现场经办（模拟）', grants }
})
afterAll(async () => {
  await http.close()
  await at.close()
})
beforeEach(async () => {
  handset = newId()
  await at.done(person, 'handset.enrol', { handset, name: '测试手机' })
  const session = await openSession(at.program.database, county, person.id)
  headers = { cookie: `qingnuan=${session.token}`, 'x-csrf-token': session.csrfToken }
})

const post = (url: string, payload: object, given: Record<string, string> = {}) =>
  http.inject({ method: 'POST', url, payload, headers: given })
const asSecret = async () => {
  const secret = randomBytes(32).toString('base64url')
  expect((await post('/api/field/contact', { handset }, headers)).statusCode).toBe(200)
  expect((await post('/api/field/resuming', { handset, secret }, headers)).statusCode).toBe(200)
  return secret
}
const resume = (secret: string, of = handset) => post('/api/session/handset', { county, handset: of, secret })
const cookieOf = (answer: LightMyRequestResponse) => {
  const [cookie] = answer.cookies
  return `${cookie?.name}=${cookie?.value}`
}
const isIn = async (cookie: string) =>
  (await http.inject({ method: 'GET', url: '/api/session', headers: { cookie } })).statusCode === 200

it('a telephone whose browser was killed takes its session up again, and the old token is worth nothing', async () => {
  const secret = await asSecret()
  const answer = await resume(secret)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ account: { id: person.id } })
  expect([await isIn(cookieOf(answer)), await isIn(headers.cookie)]).toEqual([true, false])
  // The answer may be lost on the way: it is asked again.
  const again = await resume(secret)
  expect(await isIn(cookieOf(again))).toBe(true)
})

it('no other telephone takes it up, nor a guessed secret, nor one of a session that runs on no telephone', async () => {
  const secret = await asSecret()
  const [other, guessed] = [await resume(secret, newId()), await resume('a'.repeat(43))]
  expect([other.statusCode, guessed.statusCode]).toEqual([401, 401])
  const desk = await openSession(at.program.database, county, person.id)
  const atDesk = { cookie: `qingnuan=${desk.token}`, 'x-csrf-token': desk.csrfToken }
  expect((await post('/api/field/resuming', { handset, secret }, atDesk)).statusCode).toBe(404)
})

it('the telephone’s one secret belongs to its newest session', async () => {
  const secret = await asSecret()
  const before = headers.cookie
  const session = await openSession(at.program.database, county, person.id)
  headers = { cookie: `qingnuan=${session.token}`, 'x-csrf-token': session.csrfToken }
  await post('/api/field/contact', { handset }, headers)
  // Told twice, as by a telephone that was killed before it could note the answer.
  for (let n = 0; n < 2; n++)
    expect((await post('/api/field/resuming', { handset, secret }, headers)).statusCode).toBe(200)
  const answer = await resume(secret)
  expect([await isIn(cookieOf(answer)), await isIn(headers.cookie), await isIn(before)]).toEqual([
    ...[true, false, true],
  ])
})

it('it lives no longer than the session: signed out, idle, expired or given up, the password is asked', async () => {
  const secret = await asSecret()
  const { owner } = at.program.database
  const mine = owner.updateTable('session').where('handset', '=', handset)
  await mine.set({ last_seen_at: new Date(Date.now() - 2 * 3_600_000 - 1000) }).execute()
  expect((await resume(secret)).statusCode).toBe(401)
  await mine.set({ last_seen_at: new Date(), expires_at: new Date(Date.now() - 1000) }).execute()
  expect((await resume(secret)).statusCode).toBe(401)
  await mine.set({ expires_at: new Date(Date.now() + 60_000) }).execute()
  expect((await resume(secret)).statusCode).toBe(200)
  await at.done(at.actors.administrator, 'handset.revoke', { handset, reason: '手机遗失' })
  expect((await resume(secret)).statusCode).toBe(401)
})
