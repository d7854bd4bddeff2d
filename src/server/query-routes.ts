import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { HttpRefusal } from './http-refusal.ts'
import { lookNotes } from './note-look.ts'
import { sessionOf } from './request.ts'
import type { Answer, AskOptions, Program } from './program.ts'
import type { Progress } from './progress.ts'

/**
 * Reads by name: `/api/queries/NAME?input=<JSON>`, or the input as a body where it is too long for an address; and files made on demand: `/api/files/NAME?input=<JSON>`. With
 * `&progress=<id>` of the caller's making a long read tells under `/api/progress/<id>` how far it is.
 */
export const queryRoutes =
  (program: Program, progress: Progress): FastifyPluginAsync =>
  async (http) => {
    const noteLook = lookNotes(program)
    const watched = async <T>(request: FastifyRequest, work: (options: AskOptions) => Promise<T>) => {
      const asked = progressIdOf(request.query)
      const watch = asked === undefined ? undefined : progress.start(sessionOf(request).actor.id, asked)
      return work({ progress: watch?.report }).finally(() => watch?.end())
    }
    const answer = async (request: FastifyRequest, name: string, input: unknown) => {
      const { actor } = sessionOf(request)
      const given = valueOf(await watched(request, (options) => program.ask(actor, name, input, options)))
      await noteLook(actor, name, input)
      return JSON.stringify(given) ?? 'null'
    }

    http.get<{ Params: { name: string } }>('/api/queries/:name', async (request, reply) =>
      reply.type('application/json').send(await answer(request, request.params.name, inputOf(request.query))),
    )

    http.post<{ Params: { name: string } }>('/api/queries/:name', async (request, reply) =>
      reply.type('application/json').send(await answer(request, request.params.name, request.body ?? {})),
    )

    http.get<{ Params: { name: string } }>('/api/files/:name', async (request, reply) => {
      const { actor } = sessionOf(request)
      const { name } = request.params
      const input = inputOf(request.query)
      const made = valueOf(await watched(request, (options) => program.file(actor, name, input, options)))
      await noteLook(actor, `file:${name}`, input)
      return reply
        .type(made.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.fileName)}`)
        .header('x-content-type-options', 'nosniff')
        .send(made.spooled === undefined ? Buffer.from(made.body) : sentOnce(made.spooled))
    })
  }

/** The file's bytes; its folder goes once they are sent or nobody wants them any more. */
function sentOnce(file: string) {
  const bytes = createReadStream(file)
  bytes.once('close', () => void rm(path.dirname(file), { recursive: true, force: true }))
  return bytes
}

function inputOf(query: unknown): unknown {
  const text = (query as { input?: unknown }).input
  if (text === undefined) return {}
  if (typeof text !== 'string') throw new HttpRefusal(400, 'error.invalid')
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpRefusal(400, 'error.invalid')
  }
}

function progressIdOf(query: unknown): string | undefined {
  const id = (query as { progress?: unknown }).progress
  return typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id) ? id : undefined
}

function valueOf<T>(answer: Answer<T>): T {
  switch (answer.status) {
    case 'ok':
      return answer.value
    case 'not-found':
      throw new HttpRefusal(404, 'error.not-found')
    case 'not-permitted':
      throw new HttpRefusal(403, 'error.not-permitted')
    case 'invalid':
      throw new HttpRefusal(400, 'error.invalid')
  }
}
