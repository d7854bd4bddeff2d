import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { sessionCookie } from '../src/server/request.ts'
import type { SentAct } from '../src/web/field/sync/send.ts'

interface Session {
  token: string
  csrfToken: string
}

export interface Phone extends Session {
  handset: string
  sentAt: string
  acts: SentAct[]
  /** The file of each photograph, in the order in which acts cite them. */
  files?: number[]
}

export interface Asked extends Session {
  queries: [name: string, input: object][]
}

export interface Told {
  done: number
  held: number
  refused: number
  waits: number[]
}

interface Bringing {
  base: string
  phones: Phone[]
  folder: string
  photoBytes: number
}
interface Looking {
  base: string
  office: Asked
  rounds?: number
}

/** As many as a telephone sends at once (`src/web/field/sync/send.ts`). */
const atOnce = 10

process.once('message', (job: Bringing | Looking) => {
  void ('phones' in job ? bring(job) : look(job)).then((told) => process.send?.(told))
})

/** All telephones at once, each photographs first, then acts, as the field application sends them. */
async function bring({ base, phones, folder, photoBytes }: Bringing): Promise<Told> {
  const told: Told = { done: 0, held: 0, refused: 0, waits: [] }
  await Promise.all(phones.map((phone) => bringOne(base, phone, folder, photoBytes, told)))
  return told
}

async function bringOne(base: string, phone: Phone, folder: string, size: number, told: Told): Promise<void> {
  const call = caller(base, phone)
  let photo = 0
  for (let from = 0; from < phone.acts.length; from += atOnce) {
    const acts = phone.acts.slice(from, from + atOnce)
    for (const { evidence } of acts)
      for (const { digest } of evidence) {
        const picture = await readFile(path.join(folder, String(phone.files?.[photo++])))
        const bytes = Buffer.alloc(size)
        picture.copy(bytes)
        const { status } = await call(`/api/field/files/${digest}?size=${size}&offset=0`, bytes)
        if (status !== 200) told.refused++
      }
    const { handset, sentAt } = phone
    const left = phone.acts.length - from - acts.length
    const body = Buffer.from(JSON.stringify({ handset, sentAt, acts, left }))
    const { status, text } = await call('/api/field/acts', body, 'application/json')
    if (status !== 200) {
      told.refused++
      continue
    }
    const { answers } = JSON.parse(text) as { answers: { status: string }[] }
    for (const answer of answers) told[answer.status === 'done' ? 'done' : 'held']++
  }
}

/** One person who asks one thing after another, until told to stop or for so many rounds. */
async function look({ base, office, rounds = Infinity }: Looking): Promise<Told> {
  const call = caller(base, office)
  const waits: number[] = []
  let isOver = false
  process.once('message', () => (isOver = true))
  for (let round = 0; round < rounds && !isOver; round++)
    for (const [name, input] of office.queries) {
      const began = performance.now()
      const { status, text } = await call(
        `/api/queries/${name}`,
        Buffer.from(JSON.stringify(input)),
        'application/json',
      )
      if (status !== 200) throw new Error(`${name}: ${status} ${text}`)
      waits.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  return { done: 0, held: 0, refused: 0, waits }
}

/** Posts over one connection that stays open. */
function caller(base: string, { token, csrfToken }: Session) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return (where: string, body: Buffer, type = 'application/octet-stream') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = {
        'content-type': type,
        'content-length': body.length,
        'x-csrf-token': csrfToken,
        cookie: `${sessionCookie}=${token}`,
      }
      const sent = request(new URL(where, base), { method: 'POST', agent, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        )
        answer.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
}
