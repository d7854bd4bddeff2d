import type { AddressInfo } from 'node:net'
import type { ActRequest } from '../src/kernel/act/define.ts'
import type { Actor, Grant } from '../src/kernel/identity/authority.ts'
import { newId } from '../src/kernel/identity/id.ts'
import { openSession } from '../src/kernel/identity/sessions.ts'
import { pinyinOf } from '../src/kernel/standards/name-pinyin.ts'
import type { ApplicationRow } from '../src/demo/applications.ts'
import type { RoleName } from '../src/modules/organisations/roles.ts'
import { openHttp } from '../src/server/http.ts'
import { sessionCookie } from '../src/server/request.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, county, countyArea, openCounty, person, planned, town } from './county.ts'
import type { Line } from './lines.ts'
import { growTo } from './many-homes.ts'
import { median, quantile, type Sample } from './measure.ts'

const many = 500_000
const rounds = 12

/**
 * Pages of the register as a browser gets them: over HTTP, session, scope and JSON included, for an official of the
 * county and one of a town; against one bare page of the same table in the order of an index, on the same
 * connections.
 */
export const registerPageBench: Bench = {
  name: 'register',
  async run({ server, screened, register, say }) {
    const bench = await openCounty(server, await screened())
    const few = await pages(bench, register.rows, `${planned}`, say)
    say(`growing to ${many} homes`)
    await growTo(bench, many)
    const more = await pages(bench, register.rows, `${many}`, say)
    await bench.close()
    const [atFew, atMany] = [few, more].map(({ ours }) => median(ours.map(({ wallMs }) => wallMs)))
    const growth = (atMany ?? NaN) / (atFew ?? NaN)
    return [
      few.line,
      ...few.slowest,
      { ...more.line, aim: { said: 'p95 ≤ 50 ms, no growth', isMet: more.p95 <= 50 && growth <= 1.3 } },
      ...more.slowest,
      {
        what: `register page: ${many} homes against ${planned}`,
        ours: more.ours,
        peer: { what: `the same pages at ${planned}`, samples: few.ours },
      },
    ]
  },
}

async function pages(
  bench: BenchCounty,
  rows: readonly ApplicationRow[],
  size: string,
  say: (text: string) => void,
) {
  const site = await openSite(bench)
  const kinds = wishes(rows)
  const times = new Map<string, Sample[]>()
  const peer: Sample[] = []
  // The first round is the warm-up that every long-running server has behind it.
  for (let round = 0; round <= rounds; round++) {
    say(`register page, ${size} homes: ${round}/${rounds}`)
    for (const [name, input] of kinds)
      for (const [who, cookie] of site.cookies) {
        const sample = await bench.meter.run(() => site.page(cookie, input))
        if (round > 0) times.set(`${name}, ${who}`, [...(times.get(`${name}, ${who}`) ?? []), sample])
        if (round > 0) peer.push(await bench.meter.run(() => barePage(bench)))
      }
  }
  await site.close()
  const ours = [...times.values()].flat()
  const p95 = quantile(
    ours.map(({ wallMs }) => wallMs),
    0.95,
  )
  const slowest = [...times]
    .map(([what, samples]): Line => ({ what: `  ${what}`, ours: samples }))
    .sort((a, b) => medianOf(b) - medianOf(a))
    .slice(0, 6)
  return {
    ours,
    p95,
    slowest,
    line: {
      what: `register page, ${size} homes`,
      ours,
      peer: { what: 'a bare page of 50 rows', samples: peer },
      aim: { said: 'p95 ≤ 50 ms', isMet: p95 <= 50 },
      note: `${times.size} kinds of page`,
    } satisfies Line,
  }
}

const medianOf = ({ ours }: Line): number => median(ours.map(({ wallMs }) => wallMs))

/** What people look for: filters, orders, pages far behind, and searches by all that a search may be. */
function wishes(rows: readonly ApplicationRow[]): [name: string, input: object][] {
  const one = rows[Math.floor(rows.length / 3)] ?? {}
  const { householder = '', idNumber = '', accountNumber = '', titleNumber = '', village = '' } = one
  const { full, initials } = pinyinOf(householder)
  return [
    ['first page', {}],
    ['page 40', { page: 40 }],
    ['last page counted', { page: 199 }],
    ['backwards', { descending: true }],
    ['by name', { sort: 'name' }],
    ['newest', { sort: 'newest' }],
    ['one town', { town }],
    ['not eligible', { answer: ['no'] }],
    ['to be settled, by name', { answer: ['unknown'], sort: 'name' }],
    ['not eligible, newest', { answer: ['no'], sort: 'newest' }],
    ['two answers', { answer: ['no', 'unknown'] }],
    ['one stage', { stage: ['screened'] }],
    ['from confirmed on', { from: 'confirmed' }],
    ['stage in a town, by name', { town, stage: ['screened'], sort: 'name' }],
    ['duplicates', { duplicates: 'any' }],
    ['same account', { duplicates: 'account' }],
    ['a rule that failed', { failedRule: 'not-business-premises' }],
    ['a rule unknown', { unknownRule: 'resident-household' }],
    ['urban', { areaKind: 'urban' }],
    ['ended', { ended: 'ended' }],
    ['surname', { search: householder.slice(0, 1) }],
    ['whole name', { search: householder }],
    ['name, newest', { search: householder, sort: 'newest' }],
    ['pinyin', { search: full.slice(0, 6) }],
    ['initials', { search: initials }],
    ['last four', { search: idNumber.slice(-4) }],
    ['whole ID number', { search: idNumber }],
    ['start of an account', { search: accountNumber.slice(0, 9) }],
    ['whole account', { search: accountNumber }],
    ['title', { search: titleNumber }],
    ['village by name', { search: village.slice(0, 2) }],
    ['nobody', { search: '无此人' }],
    ['name, not eligible', { search: householder.slice(0, 1), answer: ['no'], sort: 'name' }],
  ]
}

/** The program's HTTP on a free port, and two people signed in. */
async function openSite({ program }: BenchCounty) {
  const http = await openHttp({ program })
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  const cookies: [who: string, cookie: string][] = []
  for (const [who, role, area] of [
    ['county', 'bureau-officer', countyArea],
    ['town', 'town-officer', town],
  ] as const) {
    const account = await openAccount(program.door.perform, role, { area })
    const { token } = await openSession(program.database, county, account)
    cookies.push([who, `${sessionCookie}=${token}`])
  }
  return {
    cookies,
    async page(cookie: string, input: object): Promise<void> {
      const url = `http://127.0.0.1:${port}/api/queries/home.list?input=${encodeURIComponent(JSON.stringify(input))}`
      const answer = await fetch(url, { headers: { cookie } })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`)
    },
    close: () => http.close(),
  }
}

async function openAccount(
  perform: BenchCounty['program']['door']['perform'],
  role: RoleName,
  where: Omit<Grant, 'role'>,
): Promise<string> {
  const administrator: Actor = person('administrator', { area: countyArea })
  const id = newId()
  const request: ActRequest = {
    id: newId(),
    kind: 'account.open',
    input: {
      id,
      signIn: `bench-${id.slice(-12)}`,
      name: '模拟',
      password: newId(),
      mustChangePassword: false,
      roles: [{ role, ...where }],
    },
  }
  const outcome = await perform(administrator, request)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return id
}

async function barePage({ program }: BenchCounty): Promise<void> {
  await program.database.pool.query({
    name: 'bare-page',
    text: 'select * from home where county = $1 order by village, sequence limit 50',
    values: [county],
  })
}
