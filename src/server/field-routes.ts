import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { evidenceKinds } from '../kernel/evidence/kinds.ts'
import { bindSession } from '../kernel/identity/sessions.ts'
import { HttpRefusal } from './http-refusal.ts'
import { read, sessionCookie, sessionOf } from './request.ts'
import type { Program } from './program.ts'
import { saidRefusals } from './said.ts'
import { takeArrivals } from './arrivals.ts'

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
    .array(z.object({ kind: z.enum(evidenceKinds), digest: Digest }))
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

/** What telephones bring that worked without a signal. */
export const fieldRoutes =
  (program: Program): FastifyPluginAsync =>
  async (http) => {
    const { database } = program

    /** The telephone, if it is this person's and not given up; its last contact is now. */
    async function contact(county: number, account: string, id: string, clockAheadMs: number) {
      const now = program.clock.now()
      return database.write(county, async (tx) => {
        const handset = await tx
          .selectFrom('handset')
          .select(['emptied_at', 'revoked_at'])
          .where('county', '=', county)
          .where('id', '=', id)
          .where('account', '=', account)
          .executeTakeFirst()
        if (!handset) throw new HttpRefusal(404, 'error.handset-unknown')
        if (handset.revoked_at) throw new HttpRefusal(403, 'error.handset-revoked')
        await tx
          .updateTable('handset')
          .set({ last_contact_at: now, clock_ahead_ms: clockAheadMs })
          .where('county', '=', county)
          .where('id', '=', id)
          .execute()
        return handset.emptied_at
      })
    }

    http.post('/api/field/contact', async (request) => {
      const { actor } = sessionOf(request)
      const { handset } = read(Contact, request.body)
      await contact(actor.county, actor.id, handset, 0)
      await bindSession(database, request.cookies[sessionCookie], handset)
      return { now: program.clock.now().toISOString() }
    })

    http.post('/api/field/acts', { bodyLimit: 4 * 1024 * 1024 }, async (request) => {
      const { actor } = sessionOf(request)
      const { handset, sentAt, acts, left } = read(Arrivals, request.body)
      const ahead = sentAt.getTime() - program.clock.now().getTime()
      const emptiedAt = await contact(actor.county, actor.id, handset, ahead)
      const answers = await takeArrivals(program, actor, { id: handset, sentAt, emptiedAt }, acts)
      if (left === 0 && answers.every(({ status }) => status !== 'files'))
        await database.write(actor.county, (tx) =>
          tx
            .updateTable('handset')
            .set({ emptied_at: program.clock.now() })
            .where('county', '=', actor.county)
            .where('id', '=', handset)
            .execute(),
        )
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
