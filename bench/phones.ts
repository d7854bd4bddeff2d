import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, open, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { newestActs } from '../src/kernel/act/seen.ts'
import type { EvidenceRef } from '../src/kernel/act/define.ts'
import type { Actor } from '../src/kernel/identity/authority.ts'
import { newId } from '../src/kernel/identity/id.ts'
import { openSession } from '../src/kernel/identity/sessions.ts'
import { startExaminer } from '../src/server/examiner.ts'
import { openHttp } from '../src/server/http.ts'
import { type BareRows, loadBare, makeBare, takeRows } from './bare.ts'
import type { Bench } from './bench.ts'
import { type BenchCounty, county, countyArea, openCounty, person } from './county.ts'
import { pairedLine } from './lines.ts'
import { quantile, type Sample } from './measure.ts'
import type { Asked, Phone, Told } from './phones-sender.ts'
import { openSite } from './site.ts'

const phones = 200
const actsEach = Number(process.env.QINGNUAN_BENCH_ACTS_EACH ?? 50)
const photosEach = 3
/** What a telephone makes of a photograph (`src/web/field/camera`). */
const photoBytes = 300_000
const longestOfficeMs = 500

/**
 * Two hundred telephones bring a day's work at once while an official goes on working: against writing the same bytes
 * to synced files and the same rows by COPY. The photographs are looked at meanwhile, as always.
 */
export const phonesBench: Bench = {
  name: 'phones',
  async run({ server, screened, say }) {
    const bench = await openCounty(server, await screened(), { sealEveryMs: 1000 })
    const { program, meter } = bench
    const { pool } = program.database
    const folder = path.join(server.dataFolder, 'photographs')
    const photos = await makePhotos(folder, phones * actsEach * photosEach, say)
    const sending = await equip(bench, photos)
    const examiner = startExaminer(program)
    const http = await openHttp({ program })
    await http.listen({ port: 0, host: '127.0.0.1' })
    const { port } = http.server.address() as AddressInfo
    const base = `http://127.0.0.1:${port}`
    const office = await openOffice(bench)
    const quiet = await run({ base, office, rounds: 10 }).ended
    // As in a county that has been at work for a while; the database counts its tables by itself once a minute.
    await pool.query('vacuum analyze')
    await bench.settle()
    const { rows: marks } = await pool.query<{ xid: string }>('select txid_current()::text as xid')

    say(`${phones} telephones`)
    const meanwhile = run({ base, office })
    const { value: sent, ...ours } = await meter.run(
      () => run({ base, phones: sending, folder, photoBytes }).ended,
    )
    const busy = await meanwhile.stop()
    const lag = await meter.run(() => drained(bench))
    await examiner.stop()
    await http.close()

    const { rows: tables } = await pool.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname = 'public' and c.relname not in ('migration') order by 1`,
    )
    const rows: BareRows[] = []
    for (const { name } of tables) {
      const taken = await takeRows(pool, name, `xmin::text::bigint >= ${marks[0]?.xid ?? 0}`)
      if (taken.bytes.length > 0) rows.push(taken)
    }
    await makeBare(pool, ...rows.map(({ table }) => table))
    const bareFolder = path.join(server.dataFolder, 'bare')
    say('the same, bare')
    const peer = await meter.run(async () => {
      await writeBare(bareFolder, photos.length)
      await loadBare(pool, rows)
    })
    await bench.close()
    for (const made of [folder, bareFolder]) await rm(made, { recursive: true, force: true })
    const acts = phones * actsEach
    const p95 = (samples: readonly number[]) => Math.round(quantile(samples, 0.95))
    const waits = busy.waits.map((wallMs): Sample => ({ wallMs, cpuMs: 0 }))
    return [
      pairedLine(
        `${phones} telephones, ${acts} acts, ${photos.length} photographs`,
        'files and COPY',
        { ours: [ours], peer: [peer] },
        (ratio) => ({ said: '≤ 2×', isMet: ratio <= 2 }),
        (ms) => `${Math.round((1000 * acts) / ms)} acts/s`,
      ),
      {
        what: '  not taken at once',
        ours: [],
        aim: { said: 'none', isMet: sent.refused === 0 && sent.done === acts },
        note: `${sent.refused} refused, ${sent.held} held of ${acts}`,
      },
      {
        what: '  an official’s pages meanwhile',
        ours: waits,
        aim: { said: 'p95 ≤ 0.5 s', isMet: p95(busy.waits) <= longestOfficeMs },
        note: `p95 ${p95(quiet.waits)} ms before`,
      },
      { what: '  photographs still to be looked at, after', ours: [lag] },
    ]
  },
}

/** Pictures that all look different, small here; the telephone's padding to its size is added as they are sent. */
async function makePhotos(folder: string, count: number, say: (text: string) => void): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const digests: string[] = []
  let next = 0
  const hand = async () => {
    for (let at = next++; at < count; at = next++) {
      if (at % 500 === 0) say(`photographs ${at}/${count}`)
      const noise = Buffer.from(Array.from({ length: 16 * 12 }, () => Math.floor(Math.random() * 256)))
      const bytes = await sharp(noise, { raw: { width: 16, height: 12, channels: 1 } })
        .resize(1200, 900)
        .jpeg({ quality: 60 })
        .toBuffer()
      await writeFile(path.join(folder, String(at)), bytes)
      digests[at] = createHash('sha256').update(padded(bytes)).digest('hex')
    }
  }
  await Promise.all(Array.from({ length: 4 }, hand))
  return digests
}

/** What follows a picture's end is no part of it, and is of its file. */
const padded = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, Buffer.alloc(Math.max(0, photoBytes - bytes.length))])

/** Each telephone with its person, and what lies in its outbox: homes fitted and checked by their firm. */
async function equip(bench: BenchCounty, digests: readonly string[]): Promise<Phone[]> {
  const { program, hand } = bench
  const site = await openSite(bench)
  const homes = await site.nextHomes((phones * actsEach) / 2)
  const newest = await program.database.read(county, (db) =>
    newestActs(db, program.registry, county, 'home', homes),
  )
  const firm = site.contractor.organisation ?? ''
  const people = Array.from({ length: phones }, (_, at) => ({ id: newId(), signIn: `phone${at}` }))
  const grant = { role: 'contractor' as const, organisation: firm }
  await hand.many(
    hand.administrator,
    'account.open',
    people.map(({ id, signIn }) => ({
      id,
      signIn,
      name: `${signIn}(模拟)`,
      organisation: firm,
      password: 'qingnuan-2023',
      mustChangePassword: false,
      roles: [grant],
    })),
  )
  const now = program.clock.now()
  const made: Phone[] = []
  let photo = 0
  for (const [at, { id, signIn }] of people.entries()) {
    const actor: Actor = { id, county, name: signIn, organisation: firm, grants: [grant] }
    const handset = newId()
    await hand.do(actor, 'handset.enrol', { handset, name: signIn })
    const session = await openSession(program.database, county, id)
    const own = homes.slice((at * actsEach) / 2, ((at + 1) * actsEach) / 2)
    const acts = own.flatMap((home) => {
      const evidence = (): EvidenceRef[] =>
        Array.from({ length: photosEach }, () => ({ kind: 'photo', digest: digests[photo++] ?? '' }))
      const install = site.request('home.install', home, evidence())
      const check = site.request('home.self-check', home, evidence())
      return [
        { ...install, about: { type: 'home', id: home }, seen: newest.get(home) ?? null },
        { ...check, about: { type: 'home', id: home }, seen: install.id },
      ]
    })
    made.push({
      ...session,
      handset,
      sentAt: now.toISOString(),
      acts: acts.map(({ id: act, kind, input, evidence, about, seen }, number) => ({
        id: act,
        kind,
        version: 1,
        about,
        input,
        evidence: (evidence ?? []).map((one) => ({
          ...one,
          taken: { by: 'camera' as const, at: now.toISOString() },
        })),
        happenedAt: now.toISOString(),
        seen,
        number,
      })),
    })
  }
  const fileOf = new Map(digests.map((digest, at) => [digest, at]))
  return made.map((phone) => ({
    ...phone,
    files: phone.acts.flatMap(({ evidence }) => evidence.map(({ digest }) => fileOf.get(digest) ?? -1)),
  }))
}

/** An official of the county, and what they look at. */
async function openOffice({ program, hand }: BenchCounty): Promise<Asked> {
  const id = newId()
  const actor = person('bureau-officer', { area: countyArea })
  await hand.do(hand.administrator, 'account.open', {
    id,
    signIn: 'official',
    name: '经办(模拟)',
    password: 'qingnuan-2023',
    mustChangePassword: false,
    roles: actor.grants,
  })
  const { rows } = await program.database.pool.query<{ id: string }>(
    'select id from home where county = $1 order by id desc limit 1',
    [county],
  )
  return {
    ...(await openSession(program.database, county, id)),
    queries: [
      ['work.mine', {}],
      ['overview.page', {}],
      ['home.list', {}],
      ['work.home', { home: rows[0]?.id }],
    ],
  }
}

const sender = fileURLToPath(new URL('./phones-sender.mjs', import.meta.url))

/** Telephones or an official in a process of their own. */
function run(job: object): { ended: Promise<Told>; stop(): Promise<Told> } {
  const child = fork(sender, { serialization: 'advanced' })
  const ended = new Promise<Told>((resolve, reject) => {
    child.once('message', (told) => {
      child.disconnect()
      resolve(told as Told)
    })
    child.once('error', reject)
    child.once('exit', (code) => code !== 0 && reject(new Error(`The telephones ended with ${code}.`)))
  })
  child.send(job)
  return {
    ended,
    stop: () => {
      child.send('stop')
      return ended
    },
  }
}

/** Until every photograph has been looked at. */
async function drained({ program }: BenchCounty): Promise<void> {
  for (;;) {
    const { rows } = await program.database.pool.query('select 1 from evidence_pending limit 1')
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** The same bytes into files, each synced. */
async function writeBare(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  const bytes = Buffer.alloc(photoBytes)
  let next = 0
  const hand = async () => {
    for (let at = next++; at < count; at = next++) {
      const file = await open(path.join(folder, String(at)), 'w')
      await file.write(bytes)
      await file.sync()
      await file.close()
    }
  }
  await Promise.all(Array.from({ length: 8 }, hand))
}
