import type { FastifyPluginAsync } from 'fastify'
import type { Readable } from 'node:stream'
import { EvidenceRefused } from '../kernel/evidence/store.ts'
import { z } from 'zod'
import { evidenceKinds, mediaTypesOf } from '../kernel/evidence/kinds.ts'
import { mediaTypes } from '../kernel/evidence/media-type.ts'
import { HttpRefusal } from './http-refusal.ts'
import { read, sessionOf } from './request.ts'
import { keepEvidence } from './keep-evidence.ts'
import { lookNotes } from './note-look.ts'
import type { Program } from './program.ts'
import { findVisibleEvidence } from './visible-evidence.ts'

const maxBytes = 50 * 1024 * 1024

/** What it is to be evidence of, where it is known: then nothing else is taken. */
const Purpose = z.object({ kind: z.enum(evidenceKinds).optional() })

/** Evidence in, before the act that names it; evidence out, to whoever may see a home or village it is about. */
export const evidenceRoutes =
  (program: Program): FastifyPluginAsync =>
  async (http) => {
    const { store } = program
    const noteLook = lookNotes(program)
    // Whatever its type: the bytes decide what it is, and stream to disk without passing through memory.
    http.removeAllContentTypeParsers()
    http.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    http.post('/api/evidence', { bodyLimit: maxBytes + 1024 }, async (request, reply) => {
      const { actor } = sessionOf(request)
      const { kind } = read(Purpose, request.query)
      const allow = kind ? mediaTypesOf(kind) : mediaTypes
      try {
        return await keepEvidence(program, actor, request.body as Readable, { maxBytes, allow })
      } catch (error) {
        if (!(error instanceof EvidenceRefused)) throw error
        const status = error.reason === 'too-large' ? 413 : 415
        return reply.status(status).send({ error: { code: `evidence.${error.reason}`, said: error.said } })
      }
    })

    http.get<{ Params: { digest: string } }>('/api/evidence/:digest', async (request, reply) => {
      const { actor } = sessionOf(request)
      const { digest } = request.params
      const file = /^[0-9a-f]{64}$/.test(digest)
        ? await findVisibleEvidence(program, actor, digest)
        : undefined
      const content = file && (await store.open(digest))
      if (!file || !content) throw new HttpRefusal(404, 'error.not-found')
      await noteLook(actor, 'evidence', { source: digest })
      return reply
        .type(file.media_type)
        .header('cache-control', 'private, max-age=3600')
        .header('content-disposition', file.media_type.startsWith('image/') ? 'inline' : 'attachment')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content)
    })
  }
