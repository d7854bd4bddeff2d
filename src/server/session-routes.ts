import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { closeSession, resumeSession, sessionFinder } from '../kernel/identity/sessions.ts'
import { changePassword, signIn } from '../kernel/identity/sign-in.ts'
import { foundCounty, openAdministrator } from './found-county.ts'
import { signInHome } from './home-session.ts'
import type { Demo } from './demo-info.ts'
import { HttpRefusal } from './http-refusal.ts'
import { HandsetSecret, read, sessionCookie, sessionOf, setSessionCookie } from './request.ts'
import type { Program } from './program.ts'
import { saidRefusals } from './said.ts'
import { describeSession } from './session-view.ts'

/** No database keeps a NUL in a text. */
const isText = (text: string): boolean => !text.includes('\0')
const Credentials = z.object({ signIn: z.string().max(100).refine(isText), password: z.string().max(200) })
const Letter = z.object({ letter: z.string().max(40), idLastFour: z.string().max(10) })
const Resuming = z.object({
  county: z.int().positive().max(999_999_999),
  handset: z.uuid(),
  secret: HandsetSecret,
})
const NewPassword = z.object({ old: z.string().max(200), new: z.string().max(200) })
const SetUp = z.object({
  county: z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().trim().min(2).max(40) }),
  year: z.int().min(2015).max(2100),
  administrator: z.object({
    signIn: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
    name: z.string().trim().min(1).max(40),
    password: z.string().max(200),
  }),
})

/** Signing in and out, one's own password, and the first set-up of a county without demo data. */
export const sessionRoutes =
  (program: Program, demo: Demo | undefined): FastifyPluginAsync =>
  async (http) => {
    const { database } = program

    http.get('/api/start', async () => {
      const county = await database.owner
        .selectFrom('county')
        .innerJoin('account', 'account.county', 'county.id')
        .select(['county.id', 'county.code', 'county.name'])
        .orderBy('county.id')
        .limit(1)
        .executeTakeFirst()
      return {
        needsSetUp: !county,
        county: county ?? null,
        demo: Boolean(demo),
        demoAccounts: demo?.accounts ?? [],
      }
    })

    http.get('/api/session', async (request) => {
      if (!request.session) throw new HttpRefusal(401, 'error.signed-out')
      return describeSession(program, request.session, Boolean(demo))
    })

    http.post('/api/session', async (request, reply) => {
      const { signIn: name, password } = read(Credentials, request.body)
      const result = await signIn(database, { signIn: name, password, address: request.ip })
      if (result.status === 'wait') throw new HttpRefusal(429, 'error.wait', { seconds: result.seconds })
      if (result.status === 'refused') throw new HttpRefusal(401, 'error.wrong-sign-in')
      return enter(request, reply, result.session.token)
    })

    http.post('/api/session/home', async (request, reply) => {
      const { letter, idLastFour } = read(Letter, request.body)
      const result = await signInHome(program, { letter, idLastFour, address: request.ip })
      if (result.status === 'wait') throw new HttpRefusal(429, 'error.wait', { seconds: result.seconds })
      if (result.status === 'refused') throw new HttpRefusal(401, 'error.wrong-letter')
      return enter(request, reply, result.session.token)
    })

    http.post('/api/session/handset', async (request, reply) => {
      const token = await resumeSession(database, read(Resuming, request.body))
      if (!token) throw new HttpRefusal(401, 'error.signed-out')
      return enter(request, reply, token)
    })

    http.delete('/api/session', async (request, reply) => {
      await closeSession(database, request.cookies[sessionCookie])
      return reply.clearCookie(sessionCookie, { path: '/' }).send({ signedOut: true })
    })

    http.post('/api/session/password', async (request) => {
      const { actor } = sessionOf(request)
      const problem = await changePassword(
        database,
        { county: actor.county, account: actor.id, token: request.cookies[sessionCookie] },
        read(NewPassword, request.body),
      )
      if (problem) throw new HttpRefusal(422, problem)
      return { changed: true }
    })

    http.post('/api/set-up', async (request, reply) => {
      const { county, year, administrator } = read(SetUp, request.body)
      const there = await database.owner.selectFrom('account').select('id').limit(1).executeTakeFirst()
      if (there) throw new HttpRefusal(409, 'error.set-up-done')
      const founded = { id: 1, ...county, year, pack: program.firstPack }
      await foundCounty(program, founded)
      const outcome = await openAdministrator(program, founded, administrator)
      if (outcome.status === 'refused')
        return reply.status(422).send({ status: 'refused', refusals: saidRefusals(outcome.refusals) })
      const result = await signIn(database, {
        signIn: administrator.signIn,
        password: administrator.password,
        address: request.ip,
      })
      if (result.status !== 'ok') throw new HttpRefusal(401, 'error.wrong-sign-in')
      return enter(request, reply, result.session.token)
    })

    async function enter(request: FastifyRequest, reply: FastifyReply, token: string) {
      setSessionCookie(request, reply, token)
      const session = await sessionFinder(database)(token)
      if (!session) throw new HttpRefusal(401, 'error.signed-out')
      return describeSession(program, session, Boolean(demo))
    }
  }
