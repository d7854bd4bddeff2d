import type { FastifyPluginAsync } from 'fastify'
import { HttpRefusal, sessionOf } from './http.ts'
import type { Answer, Program } from './program.ts'

/** Reads by name: `/api/queries/NAME?input=<JSON>`, and files made on demand: `/api/files/NAME?input=<JSON>`. */
export const queryRoutes =
  (program: Program): FastifyPluginAsync =>
  async (http) => {
    http.get<{ Params: { name: string } }>('/api/queries/:name', async (request, reply) => {
      const answer = await program.ask(sessionOf(request).actor, request.params.name, inputOf(request.query))
      return reply.type('application/json').send(JSON.stringify(valueOf(answer)) ?? 'null')
    })

    http.get<{ Params: { name: string } }>('/api/files/:name', async (request, reply) => {
      const made = valueOf(
        await program.file(sessionOf(request).actor, request.params.name, inputOf(request.query)),
      )
      return reply
        .type(made.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(made.fileName)}`)
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(made.body))
    })
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
