import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { newestActs } from '../kernel/act/seen.ts'
import { evidenceKinds } from '../kernel/evidence/kinds.ts'
import { Taken } from '../kernel/act/taken.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { type Handset, noteContact, noteEmptied } from '../kernel/identity/handsets.ts'
import { bindSession, noteResuming } from '../kernel/identity/sessions.ts'
import { HttpRefusal } from './http-refusal.ts'
import { turnstile } from '../kernel/pace/turnstile.ts'
import { HandsetSecret, read, sessionCookie, sessionOf } from './request.ts'
import type { Program } from './program.ts'
import { saidRefusals } from './said.ts'
import { takeArrivals } from './arrivals.ts'

/** Of the database's connections the telephones leave most to the office, however many send. */
const arrivalsAtOnce = 4

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** Nothing of the act itself is judged here: what has no act's form any more is held like any other refusal. */
const OneArrival = z.object({
  id: z.uuid(),
  kind: z.string().max(80),
  version: z.int().min(1),
  about: z.object({ type: z.string().max(40), id: z.uuid() }),
  input: z.unknown(),
  evidence: z
    .array(z.object({ kind: z.enum(evidenceKinds), digest: Digest, taken: Taken.optional() }))
    .max(60)
    .default([]),
  happenedAt: Instant,
  seen: z.uuid().nullable(),
  number: z.int().min(0),
})
const Arrivals = z.object({
  handset: z.uuid(),
  sentAt: Instant,
  acts: z.array(OneArrival).max(50),
  /** Acts that stay in the outbox after these. */
  left: z.int().min(0),
})
const Contact = z.object({ handset: z.uuid() })
const Resuming = z.object({ handset: z.uuid(), secret: HandsetSecret })
const Take = z.object({ handset: z.uuid(), village: z.string().regex(/^\d{12}$/) })

/** What telephones bring that worked without a signal. */
export const fieldRoutes =
  (program: Program): FastifyPluginAsync =>
  async (http) => {
    const { database } = program
    const inTurn = turnstile(arrivalsAtOnce)

    /** The telephone, if it is this person's and not given up. */
    async function contact({ county, id }: Actor, handset: string, clockAheadMs?: number): Promise<Handset> {
      const who = { county, account: id }
      const found = await noteContact(database, who, handset, program.clock.now(), clockAheadMs)
      if (found.status === 'ok') return found.handset
      throw found.status === 'unknown'
        ? new HttpRefusal(404, 'error.handset-unknown')
        : new HttpRefusal(403, 'error.handset-revoked')
    }

    http.post('/api/field/contact', async (request) => {
      const { actor } = sessionOf(request)
      const { handset } = read(Contact, request.body)
      await contact(actor, handset)
      await bindSession(database, request.cookies[sessionCookie], handset)
      return { now: program.clock.now().toISOString() }
    })

    http.post('/api/field/resuming', async (request) => {
      const { actor } = sessionOf(request)
      const { handset, secret } = read(Resuming, request.body)
      await contact(actor, handset)
      if (!(await noteResuming(database, request.cookies[sessionCookie], { handset, secret })))
        throw new HttpRefusal(404, 'error.handset-unknown')
      return { noted: true }
    })

    http.post('/api/field/take', async (request) => {
      const { actor } = sessionOf(request)
      const { handset, village } = read(Take, request.body)
      await contact(actor, handset)
      const answer = await program.ask(actor, 'field.village', { village })
      if (answer.status !== 'ok') throw new HttpRefusal(404, 'error.not-found')
      const homes = answer.value as { id: string }[]
      const newest = await database.read(actor.county, (db) =>
        newestActs(
          db,
          program.registry,
          actor.county,
          'home',
          homes.map(({ id }) => id),
        ),
      )
      return { homes: homes.map((home) => ({ ...home, last: newest.get(home.id) ?? null })) }
    })

    http.post('/api/field/acts', { bodyLimit: 4 * 1024 * 1024 }, async (request) => {
      const { actor } = sessionOf(request)
      const { handset, sentAt, acts, left } = read(Arrivals, request.body)
      const ahead = sentAt.getTime() - program.clock.now().getTime()
      const answers = await inTurn(async () => {
        const sender = { ...(await contact(actor, handset, ahead)), sentAt }
        const taken = await takeArrivals(program, actor, sender, acts)
        if (left === 0 && taken.every(({ status }) => status !== 'files'))
          await noteEmptied(database, actor.county, handset, program.clock.now())
        return taken
      })
      return {
        now: program.clock.now().toISOString(),
        answers: answers.map((answer, i) => ({
          id: acts[i]?.id,
          ...answer,
          ...(answer.status === 'held' && { reasons: saidRefusals(answer.reasons) }),
        })),
      }
    })
  }
