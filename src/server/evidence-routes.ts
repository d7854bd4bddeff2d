import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import type { Readable } from 'node:stream'
import { EvidenceRefused } from '../kernel/evidence/store.ts'
import { mediaTypes } from '../kernel/evidence/media-type.ts'
import { type Actor, inScope, type Scope, scopeOf } from '../kernel/identity/authority.ts'
import { HttpRefusal } from './http-refusal.ts'
import { sessionOf } from './request.ts'
import { keepEvidence } from './keep-evidence.ts'
import type { Program } from './program.ts'

const maxBytes = 50 * 1024 * 1024

/** Evidence in, before the act that names it; evidence out, to whoever may see a home or village it is about. */
export const evidenceRoutes =
  (program: Program): FastifyPluginAsync =>
  async (http) => {
    const { store } = program
    // Whatever its type: the bytes decide what it is, and stream to disk without passing through memory.
    http.removeAllContentTypeParsers()
    http.addContentTypeParser('*', (_request, payload, done) => done(null, payload))

    http.post('/api/evidence', { bodyLimit: maxBytes + 1024 }, async (request, reply) => {
      const { actor } = sessionOf(request)
      try {
        return await keepEvidence(program, actor, request.body as Readable, { maxBytes, allow: mediaTypes })
      } catch (error) {
        if (!(error instanceof EvidenceRefused)) throw error
        const status = error.reason === 'too-large' ? 413 : 415
        return reply.status(status).send({ error: { code: `evidence.${error.reason}`, said: error.said } })
      }
    })

    http.get<{ Params: { digest: string } }>('/api/evidence/:digest', async (request, reply) => {
      const { actor } = sessionOf(request)
      const { digest } = request.params
      const file = /^[0-9a-f]{64}$/.test(digest) ? await findVisible(program, actor, digest) : undefined
      const content = file && (await store.open(digest))
      if (!file || !content) throw new HttpRefusal(404, 'error.not-found')
      return reply
        .type(file.media_type)
        .header('cache-control', 'private, max-age=3600')
        .header('content-disposition', file.media_type.startsWith('image/') ? 'inline' : 'attachment')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(content)
    })
  }

/** One's own upload, or evidence of an act about a home or village within one's scope. */
async function findVisible(program: Program, actor: Actor, digest: string) {
  const scopes = ['register.read', 'home.own'].map((permission) => scopeOf(program.roles, actor, permission))
  const scope: Scope = {
    areas: scopes.flatMap((s) => s.areas),
    organisations: scopes.flatMap((s) => s.organisations),
    homes: scopes.flatMap((s) => s.homes),
  }
  const ofHome = inScope(scope, {
    town: sql.ref('home.town'),
    village: sql.ref('home.village'),
    organisations: [sql.ref('home.contractor'), sql.ref('home.supervisor')],
    home: sql.ref('home.id'),
  })
  const ofVillage = inScope(scope, { town: sql.ref('village.town'), village: sql.ref('village.code') })
  const bytes = Buffer.from(digest, 'hex')
  return program.database.read(actor.county, async (db) => {
    const { rows } = await sql<{ media_type: string }>`
      select media_type from evidence_file f
       where f.county = ${actor.county} and f.digest = ${bytes}
         and (f.uploaded_by = ${actor.id} or exists (
           select 1 from act_evidence e
             join act_subject s on s.county = e.county and s.act = e.act
             left join home on home.county = s.county and s.subject_type = 'home' and home.id = s.subject
             left join village on village.county = s.county and s.subject_type = 'village' and village.id = s.subject
            where e.county = ${actor.county} and e.digest = ${bytes}
              and ((home.id is not null and ${ofHome}) or (village.id is not null and ${ofVillage}))))`.execute(
      db,
    )
    return rows[0]
  })
}
