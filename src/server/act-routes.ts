import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { ActRequest } from '../kernel/act/define.ts'
import type { Outcome } from '../kernel/act/perform.ts'
import { evidenceKinds } from '../kernel/evidence/kinds.ts'
import { HttpRefusal } from './http-refusal.ts'
import { read, sessionOf } from './request.ts'
import type { Program } from './program.ts'
import type { Progress } from './progress.ts'
import { saidOutcome, saidRefusals } from './said.ts'
import { speak } from './words.ts'

/** No programme is older, and the log's dates have four digits of year. */
function isOfOurTime(instant: string): boolean {
  const year = new Date(instant).getUTCFullYear()
  return year >= 2000 && year <= 9999
}

const OneAct = z.object({
  id: z.uuid(),
  kind: z.string().max(80),
  version: z.int().optional(),
  input: z.unknown(),
  evidence: z
    .array(z.object({ kind: z.enum(evidenceKinds), digest: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(60)
    .optional(),
  happenedAt: z.iso.datetime({ offset: true }).refine(isOfOurTime).optional(),
  corrects: z.uuid().optional(),
  seen: z.uuid().nullable().optional(),
})
const Batch = z.object({ acts: z.array(OneAct).min(1).max(2000), allOrNone: z.boolean().optional() })
const About = z.object({ type: z.string().max(40), id: z.uuid() })

const statusOf: Record<Outcome['status'], number> = { done: 200, refused: 422, invalid: 400, conflict: 409 }

/** The door over HTTP: one act, many acts, what may be done now, and how far a long one is. */
export const actRoutes =
  (program: Program, progress: Progress): FastifyPluginAsync =>
  async (http) => {
    const request = (act: z.output<typeof OneAct>): ActRequest => {
      const { happenedAt, ...rest } = act
      return { ...rest, input: act.input, ...(happenedAt ? { happenedAt: new Date(happenedAt) } : {}) }
    }

    http.post('/api/acts', async (incoming, reply) => {
      const { actor } = sessionOf(incoming)
      const act = request(read(OneAct, incoming.body))
      const watch = progress.start(actor.id, act.id)
      try {
        const outcome = await program.door.perform(actor, act, { progress: watch.report })
        return reply.status(statusOf[outcome.status]).send(saidOutcome(outcome))
      } finally {
        watch.end()
      }
    })

    http.post('/api/acts/batch', async (incoming) => {
      const { actor } = sessionOf(incoming)
      const { acts, allOrNone } = read(Batch, incoming.body)
      const outcomes = await program.door.performBatch(actor, acts.map(request), {
        allOrNone: allOrNone ?? false,
      })
      return { outcomes: outcomes.map(saidOutcome) }
    })

    http.get('/api/acts/available', async (incoming) => {
      const { actor } = sessionOf(incoming)
      const offered = await program.door.available(actor, read(About, incoming.query))
      return offered.map(({ kind, refusals }) => {
        const definition = program.registry.acts.get(kind)
        return {
          kind,
          title: speak(`act.${kind}`),
          clauses: definition?.clauses ?? [],
          evidence: definition?.evidence ?? [],
          refusals: saidRefusals(refusals),
          form: definition ? z.toJSONSchema(definition.input, { io: 'input', unrepresentable: 'any' }) : null,
        }
      })
    })

    http.get<{ Params: { id: string } }>('/api/progress/:id', async (incoming) => {
      const found = progress.find(sessionOf(incoming).actor.id, incoming.params.id)
      if (!found) throw new HttpRefusal(404, 'error.not-found')
      // The label is a word's key; the screen says it in its own language.
      return found
    })
  }
