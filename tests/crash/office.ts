import { newId } from '../../src/kernel/identity/id.ts'
import type { Application } from './application.ts'

export interface SentAct {
  id: string
  kind: string
  input: Record<string, unknown>
  evidence: { kind: string; digest: string }[]
}

interface Receipt {
  id: string
  kind: string
  subject: string
  recordedAt: string
  result: unknown
}

export type Reply =
  | { status: 'done'; repeated: boolean; receipt: Receipt }
  | { status: 'refused'; refusals: { code: string }[] }
  /** No answer came, or that the database is away: it may be done or not. */
  | { status: 'unanswered' }
  | { status: 'wrong'; said: string }

/** One signed-in person over HTTP, whose session outlives the application. */
export interface Person {
  perform(act: SentAct): Promise<Reply>
  performBatch(acts: readonly SentAct[]): Promise<Reply[]>
  /** Answers the digest; undefined where no answer came. */
  upload(content: Uint8Array): Promise<string | undefined>
}

export const anAct = (
  kind: string,
  input: Record<string, unknown>,
  evidence: SentAct['evidence'] = [],
): SentAct => ({ id: newId(), kind, input, evidence })

export async function setUp(
  application: Application,
  county: { code: string; name: string; year: number },
): Promise<{ administrator: Person; programme: string }> {
  const administrator = { signIn: 'administrator', name: '管理员', password: 'a long pass phrase' }
  const response = await fetch(`${application.address}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      county: { code: county.code, name: county.name },
      year: county.year,
      administrator,
    }),
  })
  const { person, session } = await entered(application, response)
  return { administrator: person, programme: session.programme }
}

export async function signIn(application: Application, name: string, password: string): Promise<Person> {
  const response = await fetch(`${application.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signIn: name, password }),
  })
  return (await entered(application, response)).person
}

async function entered(application: Application, response: Response) {
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  const session = (await response.json()) as { csrfToken: string; programme: string }
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { person: person(application, { cookie, 'x-csrf-token': session.csrfToken }), session }
}

function person(application: Application, headers: Record<string, string>): Person {
  const post = async (url: string, body: string | Uint8Array, type: string) => {
    try {
      const response = await fetch(`${application.address}${url}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': type },
        body: body as BodyInit,
      })
      return { status: response.status, text: await response.text() }
    } catch {
      return undefined
    }
  }
  return {
    async perform(act) {
      const answer = await post('/api/acts', JSON.stringify(act), 'application/json')
      if (!answer || answer.status === 503) return { status: 'unanswered' }
      const isReply = answer.status === 200 || answer.status === 422
      return isReply ? (JSON.parse(answer.text) as Reply) : { status: 'wrong', said: saidBy(answer) }
    },
    async performBatch(acts) {
      const answer = await post('/api/acts/batch', JSON.stringify({ acts }), 'application/json')
      if (!answer || answer.status === 503) return acts.map(() => ({ status: 'unanswered' as const }))
      if (answer.status !== 200) return acts.map(() => ({ status: 'wrong' as const, said: saidBy(answer) }))
      return (JSON.parse(answer.text) as { outcomes: Reply[] }).outcomes
    },
    async upload(content) {
      const answer = await post('/api/evidence', content, 'application/octet-stream')
      if (!answer || answer.status === 503) return undefined
      if (answer.status !== 200) throw new Error(`An upload was answered ${saidBy(answer)}`)
      return (JSON.parse(answer.text) as { digest: string }).digest
    },
  }
}

const saidBy = ({ status, text }: { status: number; text: string }) => `${status} ${text.slice(0, 300)}`
