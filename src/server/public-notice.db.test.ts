import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aCounty, area, county, type TestCounty } from '../../tests/support/county.ts'
import { newId } from '../kernel/identity/id.ts'
import { spacedCode } from '../modules/households/plain-code.ts'
import { openHttp } from './http.ts'

let at: TestCounty
let http: FastifyInstance
let village: string
let home: string
let notice: string
let path: string
const idNumber = '370683195001010010'
const telephone = '13812345678'
const accountNumber = '3706830000001'
const bankCard = '6222020200112233445'

const stand = (day: string) => at.clock.set(new Date(`${day}T04:00:00Z`))

beforeAll(async () => {
  at = await aCounty()
  http = await openHttp({ program: at.program })
  village = await at.program.database.read(
    county,
    async (db) =>
      (
        await db
          .selectFrom('village')
          .select('id')
          .where('county', '=', county)
          .where('code', '=', area.village)
          .executeTakeFirstOrThrow()
      ).id,
  )
  home = newId()
  const fields = {
    householder: '模拟户主',
    idNumber: checked(idNumber),
    telephone,
    bankCard,
    address: `模拟路1号 ${telephone}`,
    actualResident: true,
    permanentlyResident: true,
    helpedBefore: false,
    wishes: true,
    inDemolitionPlan: false,
    dwellingKind: 'self-built',
    titleKind: 'homestead',
    titleNumber: '模拟宅证1001',
    titleOwner: '模拟户主',
    accountHolder: '模拟户主',
    accountNumber,
    wantedEquipment: `热风机 ${telephone}`,
    wantedUnits: 2,
    remark: `身份证${idNumber}`,
  }
  const neighbour = {
    ...fields,
    householder: '模拟近邻',
    idNumber: checked('370683195202020020'),
    titleNumber: '模拟宅证1002',
    titleOwner: '模拟近邻',
    accountHolder: '模拟近邻',
    accountNumber: '3706830000002',
    telephone: undefined,
    bankCard: undefined,
    remark: undefined,
  }
  for (const [id, application] of [
    [home, fields],
    [newId(), neighbour],
  ] as const)
    await at.done(at.actors.townOfficer, 'home.add', {
      programme: at.programme,
      home: id,
      village: area.village,
      synthetic: true,
      fields: application,
    })
  notice = newId()
  await at.done(at.actors.townOfficer, 'notice.open', { notice, village })
  await at.done(at.actors.townOfficer, 'notice.post', { notice, postedOn: '2023-08-15' }, [
    await at.evidence('photo'),
  ])
  path = (await at.ask<{ webPath: string }>(at.actors.townOfficer, 'notice.get', { notice })).webPath
})
afterAll(async () => {
  await http.close()
  await at.close()
})

/** The given digits with the right check character in place of the last. */
function checked(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return (
    digits.slice(0, 17) +
    '10X98765432'.charAt(weights.reduce((sum, w, i) => sum + w * Number(digits[i]), 0) % 11)
  )
}

const get = (url: string) => http.inject({ method: 'GET', url })
/** Sends the form as a browser does, which follows to the page that has the receipt. */
const form = async (fields: Record<string, string>, remoteAddress = '10.0.0.1') => {
  const sent = await http.inject({
    method: 'POST',
    url: path,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
  if (sent.statusCode >= 400) return sent
  expect(sent.statusCode).toBe(303)
  return get(String(sent.headers.location))
}
const objections = () =>
  at.program.database.read(county, (db) =>
    db.selectFrom('objection').selectAll().where('county', '=', county).orderBy('id').execute(),
  )

describe('the public page of a notice', () => {
  it('shows the board without any number of a person, and may not be kept or found', async () => {
    const page = await get(path)
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.body).toContain('模**主')
    expect(page.body).toContain('5,000')
    const data = await get(`/api/public/notices${path.slice(2)}`)
    expect(data.json()).toMatchObject({
      number: 1,
      opensOn: '2023-08-15',
      closesOn: '2023-08-22',
      hotline: '12345',
    })
    for (const text of [page.body, data.body]) {
      expect(text).not.toContain('模拟户主')
      for (const number of [idNumber.slice(0, 17), telephone, accountNumber, bankCard])
        expect(text).not.toContain(number)
    }
  })

  it('speaks English, escapes what is typed, and is not there under another key', async () => {
    expect((await get(`${path}?lang=en`)).body).toContain('Homes proposed')
    const faulty = await form({ said: '<b>x', positions: '"><script>' })
    expect(faulty.statusCode).toBe(422)
    expect(faulty.body).toContain('&lt;b&gt;x')
    expect(faulty.body).not.toContain('<script>')
    expect((await get(`${path.slice(0, -1)}_`)).statusCode).toBe(404)
    expect((await get(path.replace('/1/', '/2/'))).statusCode).toBe(404)
    expect((await get('/n/x/y')).statusCode).toBe(404)
    expect((await get('/n/99999999999/answer?receipt=AAAAA-AAAAA')).statusCode).toBe(404)
    expect(await objections()).toEqual([])
  })

  it('takes an objection without a name, answers it by its receipt, and slows a flood', async () => {
    const sent = await form({ said: '这户的房子是门市', positions: '第1号', contact: '13900001111' })
    expect(sent.statusCode).toBe(200)
    const receipt = /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(sent.body)?.[0] ?? ''
    const [stored] = await objections()
    expect(stored).toMatchObject({ home, way: 'web', state: 'open' })
    expect(spacedCode(stored?.receipt ?? '')).toBe(receipt)
    expect(stored?.contact?.toString('utf8')).not.toContain('13900001111')

    expect((await get(`/n/1/answer?receipt=${receipt.toLowerCase()}`)).body).toContain('正在核实')
    await at.done(at.actors.townOfficer, 'objection.decide', {
      objection: stored?.id,
      decision: 'rejected',
      answer: `已入户核实，是住宅。联系人 ${telephone}`,
    })
    const answered = await get(`/n/1/answer?receipt=${receipt}`)
    expect(answered.body).toContain('已入户核实')
    expect(answered.body).not.toContain(telephone)
    expect((await get('/n/1/answer?receipt=AAAAA-AAAAA')).statusCode).toBe(404)
  })

  it('hears a village behind one connection, and slows a flood with the way to be heard all the same', async () => {
    const before = (await objections()).length
    const send = (nth: number) => form({ said: `第${nth}户说的话` }, '10.0.0.2')
    for (let nth = 0; nth < 60; nth++) expect((await send(nth)).statusCode).toBe(200)
    const held = await send(60)
    expect(held.statusCode).toBe(429)
    expect(Number(held.headers['retry-after'])).toBeLessThanOrEqual(10)
    expect(held.body).toMatch(/请在 1 分钟后（\d\d:\d\d 起）再提交；也可以写在纸上交到沙河镇/)
    expect(held.body).toContain('第60户说的话')
    const data = await http.inject({
      method: 'POST',
      url: `/api/public/notices${path.slice(2)}/objections`,
      remoteAddress: '10.0.0.2',
      payload: { said: '从接口再说一遍' },
    })
    expect(data.statusCode).toBe(429)
    expect(data.json()).toMatchObject({
      error: { code: 'page.wait', said: { en: expect.any(String) as string } },
    })
    expect((await form({ said: '另一处的人说的话' }, '10.0.0.3')).statusCode).toBe(200)
    expect((await objections()).length).toBe(before + 61)
  })

  it('asks again for numbers it cannot read, and takes each of several homes under one receipt', async () => {
    const unread = await form({ said: '这两户是一家人', positions: '一、二' }, '10.0.0.6')
    expect(unread.statusCode).toBe(422)
    expect(unread.body).toContain('看不清是第几号')
    expect(unread.body).toContain('value="一、二"')
    const many = await form({ said: '这些户都不住', positions: '1-30' }, '10.0.0.6')
    expect(many.statusCode).toBe(422)
    expect(many.body).toContain('一次最多指明 20 户')
    const post = (payload: object) =>
      http.inject({
        method: 'POST',
        url: `/api/public/notices${path.slice(2)}/objections`,
        remoteAddress: '10.0.0.7',
        payload,
      })
    expect((await post({ said: '这些户都不住', positions: [0] })).statusCode).toBe(400)
    const sent = await post({ said: '这两户是一家人', positions: [1, 2] })
    expect(sent.statusCode).toBe(201)
    const { receipt } = sent.json<{ receipt: string }>()
    const told = await get(`/api/public/objections/1/${receipt}`)
    expect(told.json()).toMatchObject([
      { position: 1, householder: '模**主', state: 'open', town: '沙河镇' },
      { position: 2, householder: '模**邻', state: 'open' },
    ])
    const answered = await get(`/n/1/answer?receipt=${receipt}`)
    for (const text of [told.body, answered.body]) {
      expect(text).not.toContain('模拟户主')
      for (const number of [idNumber.slice(0, 17), telephone, accountNumber, bankCard])
        expect(text).not.toContain(number)
    }
    expect(answered.body).toContain('第 1 号 模**主')
    expect(answered.body).toContain('第 2 号 模**邻')
    expect((await get('/api/public/objections/1/AAAAA-AAAAA')).statusCode).toBe(404)
  })

  it('takes a form sent twice at once as one objection, and with other words as a second', async () => {
    const page = await get(path)
    const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const before = (await objections()).length
    const sent = await Promise.all([1, 2].map(() => form({ id, said: '按了两下的同一句话' }, '10.0.0.5')))
    const receipts = sent.map((answer) => /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(answer.body)?.[0])
    expect(receipts[0]).toBeDefined()
    expect(receipts[1]).toBe(receipts[0])
    expect((await objections()).length).toBe(before + 1)
    expect((await form({ id, said: '退回去改过的另一句话' }, '10.0.0.5')).statusCode).toBe(200)
    expect((await objections()).length).toBe(before + 2)
  })

  it('is refused what the rules refuse, with the reason', async () => {
    const elsewhere = await form({ said: '不在名单上的一户', positions: '1、77' }, '10.0.0.4')
    expect(elsewhere.statusCode).toBe(422)
    expect(elsewhere.body).toContain('没有第 77 号')
  })

  it('is gone by itself after the last day', async () => {
    stand('2023-08-22')
    expect((await get(path)).statusCode).toBe(200)
    stand('2023-08-23')
    const page = await get(path)
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('公示已结束')
    expect(page.body).not.toContain('模**主')
    expect((await get(`/api/public/notices${path.slice(2)}`)).statusCode).toBe(410)
    expect((await form({ said: '过期以后的意见' }, '10.0.0.5')).statusCode).toBe(410)
  })
})

describe('a household', () => {
  const enter = (letter: string, idLastFour: string, remoteAddress: string) =>
    http.inject({ method: 'POST', url: '/api/session/home', payload: { letter, idLastFour }, remoteAddress })
  let code: string

  it('gets its letter when its home is confirmed, printed only by whoever said so', async () => {
    stand('2023-08-23')
    for (const { id, state } of await objections())
      if (state === 'open')
        await at.done(at.actors.townOfficer, 'objection.decide', {
          objection: id,
          decision: 'rejected',
          answer: '核实无误，谢谢关心',
        })
    await at.done(at.actors.townOfficer, 'notice.confirm', { notice })
    const print = newId()
    await at.done(at.actors.cadre, 'letter.print', { id: print, village })
    const input = { print, origin: 'https://heating.example' }
    const sheet = await at.program.file(at.actors.cadre, 'letter.sheet', input)
    if (sheet.status !== 'ok') throw new Error(sheet.status)
    const html = new TextDecoder().decode(sheet.value.body)
    code = /class="code">([A-Z2-9]{5}-[A-Z2-9]{5})</.exec(html)?.[1] ?? ''
    expect(code).not.toBe('')
    expect(html).toContain('heating.example/home')
    expect(html).not.toContain(idNumber.slice(0, 17))
    expect((await at.program.file(at.actors.townOfficer, 'letter.sheet', input)).status).toBe('not-found')
    at.clock.set(new Date(at.clock.now().getTime() + 3_700_000))
    expect((await at.program.file(at.actors.cadre, 'letter.sheet', input)).status).toBe('not-found')
    expect(await at.refused(at.actors.otherCadre, 'letter.print', { id: newId(), village })).toEqual([
      'subject.not-found',
    ])
    const stored = await at.program.database.read(county, (db) =>
      db.selectFrom('home_letter').select('code').where('county', '=', county).executeTakeFirstOrThrow(),
    )
    expect(stored.code.toString('utf8')).not.toContain(code.replace('-', ''))
  })

  it('enters by its letter and the last four, sees its own home alone, and signs once', async () => {
    const lastFour = checked(idNumber).slice(-4)
    const wrong = lastFour === '0000' ? '1111' : '0000'
    expect((await enter(code, wrong, '10.1.0.1')).statusCode).toBe(401)
    expect((await enter('AAAAA-AAAAA', lastFour, '10.1.0.1')).statusCode).toBe(401)
    const entered = await enter(code.toLowerCase(), lastFour, '10.1.0.2')
    expect(entered.statusCode).toBe(200)
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    const { csrfToken, permissions, account } = entered.json<{
      csrfToken: string
      permissions: string[]
      account: { home: string; name: string }
    }>()
    expect(account).toMatchObject({ home, name: '模**主' })
    expect(permissions).toEqual(['home.own', 'objection.raise-own', 'paper.sign'])

    const ask = (name: string, input: unknown) =>
      http.inject({
        method: 'GET',
        url: `/api/queries/${name}?input=${encodeURIComponent(JSON.stringify(input))}`,
        headers: { cookie },
      })
    expect((await ask('notice.list', {})).statusCode).toBe(403)
    const own = (await ask('home.own', {})).json<{
      home: { id: string; stage: string }
      papers: { id: string; digest: string }[]
      decision: { answer: string }
      notice: { position: number; outcome: string }
    }>()
    expect(own).toMatchObject({
      home: { id: home, stage: 'confirmed' },
      decision: { answer: 'yes' },
      notice: { position: 1, outcome: 'confirmed' },
      papers: [{ id: 'commitment', signed: null }, { id: 'contract' }, { id: 'acceptance' }],
    })
    const uploaded = await http.inject({
      method: 'POST',
      url: '/api/evidence',
      headers: { cookie, 'x-csrf-token': csrfToken, 'content-type': 'image/png' },
      payload: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
    })
    const signature = { kind: 'signature', digest: (uploaded.json() as { digest: string }).digest }
    const act = (payload: object) =>
      http.inject({
        method: 'POST',
        url: '/api/acts',
        headers: { cookie, 'x-csrf-token': csrfToken },
        payload,
      })
    const sign = (input: object) => act({ id: newId(), kind: 'paper.sign', input, evidence: [signature] })
    const stale = await sign({ home, paper: 'commitment', text: '0'.repeat(64) })
    expect(stale.json()).toMatchObject({ status: 'refused', refusals: [{ code: 'paper.text-changed' }] })
    const input = { home, paper: 'commitment', text: own.papers[0]?.digest ?? '' }
    expect((await act({ id: newId(), kind: 'paper.sign', input })).json()).toMatchObject({
      refusals: [{ code: 'evidence.required' }],
    })
    expect((await sign({ ...input, home: newId() })).json()).toMatchObject({
      refusals: [{ code: 'subject.not-found' }],
    })
    expect((await sign(input)).json()).toMatchObject({ status: 'done' })
    expect((await sign(input)).json()).toMatchObject({ refusals: [{ code: 'paper.signed-already' }] })
    expect((await ask('home.own', {})).json()).toMatchObject({
      papers: [
        {
          id: 'commitment',
          signed: {
            signedOn: '2023-08-23',
            how: 'own',
            signature: signature.digest,
            witness: null,
            takenBy: null,
            isTextInForce: true,
          },
        },
        { signed: null },
        { signed: null },
      ],
    })
    expect(
      await at.refused(
        at.actors.cadre,
        'paper.record',
        { home, paper: 'commitment', signedOn: '2023-08-23', witness: '模拟见证人' },
        [await at.evidence('photo')],
      ),
    ).toEqual(['paper.signed-already'])
  })

  it('has one account however often it enters', async () => {
    const lastFour = checked(idNumber).slice(-4)
    const entered = await Promise.all(
      ['10.2.0.1', '10.2.0.2', '10.2.0.3'].map((from) => enter(code, lastFour, from)),
    )
    expect(entered.map((answer) => answer.statusCode)).toEqual([200, 200, 200])
    const accounts = await at.program.database.read(county, (db) =>
      db
        .selectFrom('account')
        .select('sign_in')
        .where('county', '=', county)
        .where('home', '=', home)
        .execute(),
    )
    expect(accounts).toEqual([{ sign_in: `home:${home}` }])
  })

  it('is slowed when guessed at, from wherever the guesses come', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++)
      statuses.push((await enter(code, `9${String(guess).padStart(3, '0')}`, `10.3.0.${guess}`)).statusCode)
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses).toContain(429)
    const throttled = await at.program.database.owner
      .selectFrom('sign_in_throttle')
      .select('subject')
      .execute()
    expect(throttled.map((row) => row.subject).join()).not.toContain(code.replace('-', ''))
  })
})
