import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Actor,
  covers,
  isEmpty,
  type Place,
  type Scope,
  scopeOf,
} from '../../src/kernel/identity/authority.ts'
import { newId } from '../../src/kernel/identity/id.ts'
import { area, county } from '../support/county.ts'
import { type ActSample, actSamples, readSamples } from './samples.ts'
import { openWorld, type World } from './world.ts'

let world: World
let samples: Record<string, ActSample>
beforeAll(async () => {
  world = await openWorld()
  samples = actSamples(world)
})
afterAll(async () => {
  await world.http.close()
  await world.c.close()
})

/** A digest of everything the county holds, sessions and sign-in throttles apart. */
async function fingerprint(): Promise<string> {
  const { owner } = world.c.program.database
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in ('session', 'sign_in_throttle', 'evidence_file', 'evidence_upload') order by 1`.execute(
    owner,
  )
  const parts: string[] = []
  for (const { name } of rows) {
    const { rows: digests } = await sql<{ digest: string | null }>`
      select md5(string_agg(t::text, '|' order by t::text)) as digest from ${sql.table(name)} t`.execute(
      owner,
    )
    parts.push(`${name} ${digests[0]?.digest ?? ''}`)
  }
  return parts.join('\n')
}

const internal = () => [...world.c.program.registry.acts.values()].filter((act) => act.internal)
const acts = () => [...world.c.program.registry.acts.values()].filter((act) => !act.internal)

async function request(kind: string, actor?: Actor) {
  const sample = samples[kind]
  const evidence = await Promise.all(
    (sample?.evidence ?? []).map((one) => world.c.evidence(one, undefined, actor)),
  )
  return { id: newId(), kind, input: sample?.input, evidence }
}

const isCovered = (scope: Scope, place: Place | 'own') =>
  place === 'own' ? !isEmpty(scope) : covers(scope, place)

const codesOf = (text: string): string[] =>
  ((JSON.parse(text) as { refusals?: { code: string }[] }).refusals ?? []).map((refusal) => refusal.code)

describe('acts', () => {
  it('have a sample each, and no sample is left over', () => {
    const kinds = acts().map((act) => act.kind)
    expect(kinds.length).toBeGreaterThan(50)
    expect(Object.keys(samples).sort()).toEqual([...kinds].sort())
  })

  it('are refused to whoever lacks the role, or has it elsewhere; nothing changes, nothing leaks', async () => {
    const wrong: string[] = []
    let tried = 0
    for (const act of acts()) {
      const sample = samples[act.kind]
      if (!sample) continue
      const before = await fingerprint()
      for (const [name, actor] of Object.entries(world.people)) {
        const scope = scopeOf(world.c.program.roles, actor, act.permission)
        if (isCovered(scope, sample.place)) continue
        tried += 1
        const answer = await world.call(name, 'POST', '/api/acts', await request(act.kind))
        const expected = isEmpty(scope) ? 'not-permitted' : 'subject.not-found'
        if (answer.status !== 422 || codesOf(answer.text).join() !== expected)
          wrong.push(
            `${act.kind} by ${name}: ${answer.status} ${codesOf(answer.text).join()}, not ${expected}`,
          )
        for (const secret of world.secrets)
          if (answer.text.includes(secret)) wrong.push(`${act.kind} by ${name} tells ${secret}`)
      }
      if ((await fingerprint()) !== before)
        wrong.push(`${act.kind}: something changed though everybody was refused`)
    }
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThan(500)
  })

  it('answer about what is elsewhere as about what is not there', async () => {
    const missing = { id: newId(), kind: 'home.withdraw', input: { home: newId(), reason: '不存在的户' } }
    const elsewhere = {
      id: newId(),
      kind: 'home.withdraw',
      input: { home: world.ids.home, reason: '别处的户' },
    }
    const a = await world.call('otherTownOfficer', 'POST', '/api/acts', missing)
    const b = await world.call('otherTownOfficer', 'POST', '/api/acts', elsewhere)
    expect(a.status).toBe(b.status)
    expect(a.text).toBe(b.text)
  })

  it('cannot be asked for by anybody where they are the program’s own', async () => {
    expect(internal().length).toBeGreaterThan(0)
    for (const act of internal())
      for (const name of Object.keys(world.people)) {
        const answer = await world.call(name, 'POST', '/api/acts', {
          id: newId(),
          kind: act.kind,
          input: { id: newId(), home: world.ids.home, finding: newId() },
        })
        expect(`${act.kind} by ${name}: ${codesOf(answer.text).join()}`).toBe(
          `${act.kind} by ${name}: act.unknown`,
        )
      }
  })

  it('in a batch are judged one by one, by the same authority', async () => {
    const answer = await world.call('otherTownOfficer', 'POST', '/api/acts/batch', {
      acts: [await request('home.withdraw'), await request('claim.approve')],
    })
    const { outcomes } = JSON.parse(answer.text) as { outcomes: { refusals: { code: string }[] }[] }
    expect(outcomes.map((outcome) => outcome.refusals.map((refusal) => refusal.code))).toEqual([
      ['subject.not-found'],
      ['not-permitted'],
    ])
  })

  it('reach their rules for whoever has the role there', async () => {
    const unreachable: string[] = []
    for (const act of acts()) {
      const sample = samples[act.kind]
      if (!sample) continue
      const allowed = Object.entries(world.people).find(([, actor]) =>
        isCovered(scopeOf(world.c.program.roles, actor, act.permission), sample.place),
      )
      // Two acts are performed by the program for people who are not signed in.
      if (!allowed) {
        if (!['objection.raise-public', 'household.open-account'].includes(act.kind))
          unreachable.push(`${act.kind}: nobody has it`)
        continue
      }
      const answer = await world.call(allowed[0], 'POST', '/api/acts', await request(act.kind, allowed[1]))
      const codes = codesOf(answer.text)
      // The last is its owner's alone; `src/server/arrivals.db.test.ts` reports one lost.
      const fixed = [
        ...['register.undo-import', 'home.grant-exception', 'home.decline-exception'],
        'handset.report-lost',
      ]
      if (answer.status >= 500 || codes.includes('not-permitted'))
        unreachable.push(`${act.kind} by ${allowed[0]}: ${answer.status} ${answer.text.slice(0, 200)}`)
      else if (codes.join() === 'subject.not-found' && !fixed.includes(act.kind))
        unreachable.push(`${act.kind} by ${allowed[0]}: its sample is not found`)
    }
    expect(unreachable).toEqual([])
  })
})

describe('reads', () => {
  const reads = () => [
    ...[...world.c.program.registry.queries.values()].map((read) => ({
      ...read,
      url: `/api/queries/${read.name}`,
    })),
    ...[...world.c.program.registry.downloads.values()].map((read) => ({
      ...read,
      url: `/api/files/${read.name}`,
    })),
  ]

  it('have a sample wherever they need an input', () => {
    const given = readSamples(world)
    const missing = reads().filter((read) => !read.input.safeParse(given[read.name] ?? {}).success)
    expect(missing.map((read) => read.name)).toEqual([])
  })

  it('answer nobody without the permission, and show nobody what lies outside their area', async () => {
    const given = readSamples(world)
    const place = {
      area: area.village,
      organisations: [world.c.organisations.contractor, world.c.organisations.supervisor],
      home: world.ids.home,
    }
    const wrong: string[] = []
    let open = 0
    for (const read of reads())
      for (const [name, actor] of Object.entries(world.people)) {
        const input = encodeURIComponent(JSON.stringify(given[read.name] ?? {}))
        const answer = await world.call(name, 'GET', `${read.url}?input=${input}`)
        const scope = scopeOf(world.c.program.roles, actor, read.permission)
        if (isEmpty(scope)) {
          if (answer.status !== 403) wrong.push(`${read.name} by ${name}: ${answer.status}, not 403`)
        } else if (answer.status >= 500) wrong.push(`${read.name} by ${name}: ${answer.status}`)
        else if (answer.status === 200 && !covers(scope, place)) {
          open += 1
          const secrets = world.secrets.filter((secret) => answer.text.includes(secret))
          if (secrets.length > 0) wrong.push(`${read.name} shows ${name} ${secrets.join(', ')}`)
        }
      }
    expect(wrong).toEqual([])
    expect(open).toBeGreaterThan(20)
  })

  it('never give a whole ID number, card or telephone away', async () => {
    const given = readSamples(world)
    const wrong: string[] = []
    const { telephone, idNumber } = await readSecretNumbers()
    for (const read of reads().filter((one) => one.url.startsWith('/api/queries/')))
      for (const name of ['auditor', 'bureauOfficer', 'townOfficer', 'cadre', 'contractor', 'household']) {
        const input = encodeURIComponent(JSON.stringify(given[read.name] ?? {}))
        const answer = await world.call(name, 'GET', `${read.url}?input=${input}`)
        if (answer.text.includes(telephone) || answer.text.includes(idNumber))
          wrong.push(`${read.name} to ${name}`)
      }
    expect(wrong).toEqual([])
  })

  async function readSecretNumbers() {
    const { anApplicationForm } = await import('../../src/modules/households/samples.ts')
    const form = anApplicationForm(7)
    return { telephone: form.telephone ?? '?', idNumber: form.idNumber ?? '?' }
  }
})

describe('HTTP', () => {
  it('answers nothing without a session', async () => {
    for (const url of [
      '/api/queries/home.list',
      '/api/acts/available?type=home&id=x',
      '/api/files/home.export',
      `/api/evidence/${'0'.repeat(64)}`,
    ])
      expect((await world.http.inject({ url })).statusCode).toBe(401)
    expect((await world.http.inject({ method: 'POST', url: '/api/acts', payload: {} })).statusCode).toBe(401)
  })

  it('takes no act without the session’s own token', async () => {
    const found = await world.c.program.database.owner
      .selectFrom('account')
      .select('id')
      .where('sign_in', '=', 'townofficer')
      .executeTakeFirstOrThrow()
    const { openSession } = await import('../../src/kernel/identity/sessions.ts')
    const { token } = await openSession(world.c.program.database, county, found.id)
    for (const csrf of [undefined, 'guess'])
      expect(
        (
          await world.http.inject({
            method: 'POST',
            url: '/api/acts',
            headers: { cookie: `qingnuan=${token}`, ...(csrf ? { 'x-csrf-token': csrf } : {}) },
            payload: await request('home.withdraw'),
          })
        ).statusCode,
      ).toBe(403)
  })

  it('opens nothing to a first password but changing it', async () => {
    await world.c.done(world.c.actors.administrator, 'account.open', {
      id: newId(),
      signIn: 'firsttimer',
      name: '新来的',
      password: 'handed over on paper',
      roles: [{ role: 'auditor', area: area.county }],
    })
    const entered = await world.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { signIn: 'firsttimer', password: 'handed over on paper' },
    })
    const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
    const { csrfToken } = entered.json<{ csrfToken: string }>()
    const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
      world.http.inject({
        method,
        url,
        headers: { cookie, 'x-csrf-token': csrfToken },
        ...(payload && { payload }),
      })
    for (const [method, url] of [
      ['POST', '/api/acts'],
      ['POST', '/api/evidence'],
      ['GET', '/api/queries/log.list?input={}'],
    ] as const) {
      const answer = await call(method, url, method === 'POST' ? {} : undefined)
      expect([url, answer.statusCode, answer.payload.includes('error.change-password')]).toEqual([
        url,
        403,
        true,
      ])
    }
    expect((await call('GET', '/api/session')).statusCode).toBe(200)
    const change = (word: string) =>
      call('POST', '/api/session/password', { old: 'handed over on paper', new: word })
    expect((await change('handed over on paper')).payload).toContain('password.same')
    expect((await change('one of my own, long')).statusCode).toBe(200)
    expect((await call('POST', '/api/acts', {})).payload).not.toContain('error.change-password')
  })

  it('answers names and addresses that are no text like any other wrong ones', async () => {
    const named = await world.http.inject({
      method: 'POST',
      url: '/api/session',
      payload: { signIn: 'a\0b', password: 'x' },
    })
    expect(named.statusCode).toBe(400)
    const odd = await world.http.inject({ method: 'GET', url: '/n/%ff/x' })
    expect([odd.statusCode, odd.json<{ error: { code: string } }>().error.code]).toEqual([
      400,
      'error.invalid',
    ])
  })

  it('slows down guessing', async () => {
    const attempt = () =>
      world.http.inject({
        method: 'POST',
        url: '/api/session',
        payload: { signIn: 'nobody-here', password: 'x' },
      })
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) statuses.push((await attempt()).statusCode)
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401])
    expect(statuses.at(-1)).toBe(429)
  })
})
