import type { FastifyPluginAsync } from 'fastify'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { EvidenceLimits } from '../kernel/evidence/store.ts'
import { mediaTypes } from '../kernel/evidence/media-type.ts'
import { EvidenceChanged, EvidenceRefused, ResumeElsewhere } from '../kernel/evidence/store.ts'
import type { Actor } from '../kernel/identity/authority.ts'
import { HttpRefusal } from './http-refusal.ts'
import { storedNotes } from './keep-evidence.ts'
import type { Program } from './program.ts'
import { read, sessionOf } from './request.ts'

const maxBytes = 50 * 1024 * 1024
const limits: EvidenceLimits = { maxBytes, allow: mediaTypes }

const Digest = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
const Part = z.object({
  size: z.coerce.number().int().min(1).max(maxBytes),
  offset: z.coerce.number().int().min(0).max(maxBytes),
})

/** Files that go on where they broke off: how far one has come, and its next bytes (decision 0014). */
export const fileRoutes =
  (program: Program): FastifyPluginAsync =>
  async (http) => {
    const { store } = program
    const noteStored = storedNotes(program)
    http.removeAllContentTypeParsers()
    http.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    const path = '/api/field/files/:digest'
    http.get(path, async (request) => {
      const { actor } = sessionOf(request)
      const { digest } = read(Digest, request.params)
      if (await hasBrought(program, actor, digest)) return { done: true }
      return { done: false, offset: await store.begun(actor.id, digest) }
    })

    http.post(path, { bodyLimit: maxBytes + 1024 }, async (request, reply) => {
      const { actor } = sessionOf(request)
      const { digest } = read(Digest, request.params)
      const part = { digest, ...read(Part, request.query) }
      if (!(request.body instanceof Readable)) throw new HttpRefusal(400, 'error.invalid')
      try {
        const come = await store.resume(actor.id, part, request.body, limits)
        if ('offset' in come) return { done: false, offset: come.offset }
        await noteStored({ by: actor, stored: come })
        return { done: true }
      } catch (error) {
        if (error instanceof ResumeElsewhere) {
          // Whole and noted, its answer lost on the way, a file has no part any more.
          if (error.offset === 0 && (await hasBrought(program, actor, digest))) return { done: true }
          return reply.status(409).send({ done: false, offset: error.offset })
        }
        if (error instanceof EvidenceChanged)
          return reply.status(422).send({ error: { code: 'evidence.changed', said: error.said } })
        if (!(error instanceof EvidenceRefused)) throw error
        const status = error.reason === 'too-large' ? 413 : 415
        return reply.status(status).send({ error: { code: `evidence.${error.reason}`, said: error.said } })
      }
    })
  }

/** Only what this person has brought whole: that a file is there already is no proof of having it. */
async function hasBrought(program: Program, { county, id }: Actor, digest: string): Promise<boolean> {
  const row = await program.database.read(county, (db) =>
    db
      .selectFrom('evidence_upload')
      .select('digest')
      .where('county', '=', county)
      .where('digest', '=', Buffer.from(digest, 'hex'))
      .where('uploaded_by', '=', id)
      .executeTakeFirst(),
  )
  return row !== undefined
}
