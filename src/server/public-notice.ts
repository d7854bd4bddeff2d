import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { newId } from '../kernel/identity/id.ts'
import { beginAttempt, forgetFailures, type Limit, takeTurn } from '../kernel/identity/throttle.ts'
import type { Language } from '../kernel/words/words.ts'
import { readPlainCode, spacedCode } from '../modules/households/plain-code.ts'
import {
  findObjectionByReceipt,
  findPublicNotice,
  type FoundNotice,
  type ObjectionAnswer,
} from '../modules/households/queries/public-notice.ts'
import { type PublicNotice, Said } from '../modules/households/model/notice.ts'
import { readPositions } from '../modules/households/rules/named-positions.ts'
import { saidLength } from '../modules/households/rules/said-length.ts'
import { hideNumbers } from '../modules/households/rules/public-row.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Program } from './program.ts'
import { programActor } from './program-actor.ts'
import {
  answerPage,
  gonePage,
  noticePage,
  type PageAddress,
  problemText,
  receivedPage,
} from './public-notice-page.ts'
import { saidRefusals } from './said.ts'

const Typed = z.object({
  /** The form's own, so that sending it twice is one objection. */
  id: z.uuid().optional(),
  /** As typed into the form, or a list of them; none is about the notice as a whole. */
  positions: z
    .union([z.string().max(400).transform(readTyped), z.array(z.int().positive().max(99_999)).max(1000)])
    .nullish()
    .transform((positions) => (positions?.length ? positions : undefined)),
  said: Said,
  contact: z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    z.string().trim().min(2).max(80).optional(),
  ),
})
type Typed = z.output<typeof Typed>

/** Numbers nobody can read are asked for again: an objection to nobody would be one to everybody. */
function readTyped(text: string, context: z.RefinementCtx): number[] {
  const positions = readPositions(text)
  if (positions) return positions
  context.addIssue({ code: 'custom', message: 'no positions' })
  return z.NEVER
}

interface NoticeParams {
  county: string
  key: string
}

/**
 * Notices for everybody, without signing in: the page and its data by an address nobody can guess, from the day it
 * opens to the day it closes; then it is gone by itself. Nobody's index or cache may keep it (facts §4).
 */
export const publicNotices =
  (program: Program, limits: readonly Limit[]): FastifyPluginAsync =>
  async (http) => {
    http.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 32 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    http.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      reply.header('x-robots-tag', 'noindex, nofollow, noarchive')
    })

    http.get<{ Params: NoticeParams }>('/n/:county/:key', async (request, reply) => {
      const { found, address } = await find(request)
      if (found.status !== 'open') return sendGone(reply, found, address)
      const receipt = readPlainCode((request.query as { receipt?: string }).receipt ?? '')
      return sendPage(
        reply,
        200,
        receipt === undefined
          ? noticePage(found.notice, address)
          : receivedPage(found.notice, address, spacedCode(receipt)),
      )
    })

    http.post<{ Params: NoticeParams }>('/n/:county/:key', async (request, reply) => {
      const { county, found, address } = await find(request)
      if (found.status !== 'open') return sendGone(reply, found, address)
      const typed = (request.body ?? {}) as Record<string, string>
      const again = (status: number, problem: string) =>
        sendPage(reply, status, noticePage(found.notice, address, { typed, problem }))
      const parsed = Typed.safeParse(typed)
      if (!parsed.success) {
        const isUnread = parsed.error.issues.some(({ path }) => path[0] === 'positions')
        return again(
          422,
          isUnread
            ? problemText('page.positions-unread', address.language)
            : problemText('page.too-short', address.language, saidLength),
        )
      }
      const taken = await take(request, county, found.id, parsed.data)
      if (taken.status === 'wait') {
        reply.header('retry-after', String(taken.seconds))
        return again(429, problemText('page.wait', address.language, waiting(taken.seconds, found)))
      }
      if (taken.status === 'refused')
        return again(
          422,
          taken.refusals
            .map(({ said, remedy }) => said[address.language] + remedy[address.language])
            .join(' '),
        )
      // A page of its own: by back and forward nothing is sent again, and the receipt is still there.
      const search = new URLSearchParams({ receipt: taken.receipt, lang: address.language })
      return reply.redirect(`${address.path}?${search.toString()}`, 303)
    })

    http.get<{ Params: { county: string }; Querystring: { receipt?: string } }>(
      '/n/:county/answer',
      async (request, reply) => {
        const county = countyOf(request.params.county)
        const address = addressOf(request, `/n/${county}/answer`)
        const answer = await lookUp(request, county, request.query.receipt ?? '')
        if (answer.status === 'wait') throw new HttpRefusal(429, 'error.wait', { seconds: answer.seconds })
        return sendPage(reply, answer.found.length > 0 ? 200 : 404, answerPage(address, answer.found))
      },
    )

    http.get<{ Params: NoticeParams }>('/api/public/notices/:county/:key', async (request, reply) => {
      const { found } = await find(request)
      if (found.status === 'open') return found.notice
      return reply.status(found.status === 'over' ? 410 : 404).send({ status: found.status })
    })

    http.post<{ Params: NoticeParams }>(
      '/api/public/notices/:county/:key/objections',
      async (request, reply) => {
        const { county, found } = await find(request)
        if (found.status !== 'open')
          return reply.status(found.status === 'over' ? 410 : 404).send({ status: found.status })
        const parsed = Typed.safeParse(request.body)
        if (!parsed.success) throw new HttpRefusal(400, 'error.invalid')
        const taken = await take(request, county, found.id, parsed.data)
        if (taken.status === 'wait') throw new HttpRefusal(429, 'page.wait', waiting(taken.seconds, found))
        return reply.status(taken.status === 'done' ? 201 : 422).send(taken)
      },
    )

    http.get<{ Params: { county: string; receipt: string } }>(
      '/api/public/objections/:county/:receipt',
      async (request, reply) => {
        const answer = await lookUp(request, countyOf(request.params.county), request.params.receipt)
        if (answer.status === 'wait') throw new HttpRefusal(429, 'error.wait', { seconds: answer.seconds })
        if (answer.found.length === 0) return reply.status(404).send({ status: 'none' })
        return answer.found.map(({ answer: text, followUp, followed, ...one }) => ({
          ...one,
          answer: text && hideNumbers(text),
          followUp: followUp && hideNumbers(followUp),
          followed: followed && hideNumbers(followed),
        }))
      },
    )

    async function find(request: FastifyRequest<{ Params: NoticeParams }>) {
      const { county: text, key } = request.params
      const county = countyOf(text)
      const found: FoundNotice = /^[\w-]{22}$/.test(key)
        ? await program.database.read(county, (db) =>
            findPublicNotice(db, county, key, program.clock.today()),
          )
        : { status: 'none' }
      return { county, found, address: addressOf(request, `/n/${county}/${/^[\w-]+$/.test(key) ? key : ''}`) }
    }

    /** An address may be a whole village's: it may send what an evening there brings. Talking is free, flooding is not. */
    async function take(request: FastifyRequest, county: number, notice: string, typed: Typed) {
      const seconds = await takeTurn(program.database, `objection:${request.ip}`, limits, new Date())
      if (seconds > 0) return { status: 'wait' as const, seconds }
      const { code } = await program.database.owner
        .selectFrom('county')
        .select('code')
        .where('id', '=', county)
        .executeTakeFirstOrThrow()
      const raise = (id: string) =>
        program.door.perform(programActor(county, code), {
          id,
          kind: 'objection.raise-public',
          input: { ...typed, id, notice },
        })
      const first = await raise(typed.id ?? newId())
      // The same form sent again with other words, by going back, is a second objection.
      const outcome = first.status === 'conflict' ? await raise(newId()) : first
      if (outcome.status === 'refused')
        return { status: 'refused' as const, refusals: saidRefusals(outcome.refusals) }
      if (outcome.status !== 'done') throw new Error(`A public objection came to ${outcome.status}.`)
      const { receipt } = outcome.receipt.result as { receipt: string }
      return { status: 'done' as const, receipt: spacedCode(receipt) }
    }

    async function lookUp(
      request: FastifyRequest,
      county: number,
      typed: string,
    ): Promise<{ status: 'looked'; found: ObjectionAnswer[] } | { status: 'wait'; seconds: number }> {
      const subjects = [`receipt:${request.ip}`]
      const seconds = await beginAttempt(program.database, subjects, new Date())
      if (seconds > 0) return { status: 'wait', seconds }
      const receipt = readPlainCode(typed)
      const found =
        receipt !== undefined
          ? await program.database.read(county, (db) =>
              findObjectionByReceipt(db, county, receipt, program.clock.today()),
            )
          : []
      if (found.length > 0) await forgetFailures(program.database, subjects)
      return { status: 'looked', found }
    }
  }

/** When it may be tried again, as people tell the time, and who takes it on paper meanwhile. */
function waiting(seconds: number, { notice }: { notice: PublicNotice }) {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short' })
  return {
    seconds,
    minutes: Math.ceil(seconds / 60),
    // The minute that has begun by then is not over yet.
    time: clock.format(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000),
    town: notice.town,
  }
}

/** No county is 0. */
const countyOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

function addressOf(request: FastifyRequest, path: string): PageAddress {
  const { lang } = request.query as { lang?: string }
  const language: Language = lang === 'en' ? 'en' : 'zh'
  return { path, language }
}

const sendPage = (reply: FastifyReply, status: number, html: string) =>
  reply.status(status).type('text/html; charset=utf-8').send(html)

const sendGone = (
  reply: FastifyReply,
  found: Exclude<FoundNotice, { status: 'open' }>,
  address: PageAddress,
) => sendPage(reply, found.status === 'over' ? 410 : 404, gonePage(address, found))
