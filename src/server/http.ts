import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isConnectionLost } from '../kernel/database/lost-connection.ts'
import { newId } from '../kernel/identity/id.ts'
import { sessionFinder } from '../kernel/identity/sessions.ts'
import type { Limit } from '../kernel/identity/throttle.ts'
import type { Demo } from './demo-info.ts'
import { HttpRefusal } from './http-refusal.ts'
import { sessionCookie } from './request.ts'
import { actRoutes } from './act-routes.ts'
import { fileRoutes } from './file-routes.ts'
import { fieldRoutes } from './field-routes.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { openProgress } from './progress.ts'
import type { Program } from './program.ts'
import { publicNotices } from './public-notice.ts'
import { queryRoutes } from './query-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { webFiles } from './web-files.ts'
import { speak } from './words.ts'

export interface HttpOptions {
  program: Program
  /** Shown on the sign-in page of a demo county, with its accounts. */
  demo?: Demo | undefined
  /** How much one network address may object on the public page. */
  objections?: readonly Limit[] | undefined
}

/** What a village behind one connection may bring in an evening; far below what a flood would need. */
const villageEvening: readonly Limit[] = [
  { most: 60, seconds: 600 },
  { most: 300, seconds: 86_400 },
]

/** Routes that need no session. Everything else answers 401 without one. */
const open = new Set([
  '/healthz',
  '/api/start',
  '/api/session',
  '/api/session/home',
  '/api/session/handset',
  '/api/set-up',
])

export async function openHttp({
  program,
  demo,
  objections = villageEvening,
}: HttpOptions): Promise<FastifyInstance> {
  const http = Fastify({
    bodyLimit: 25 * 1024 * 1024,
    trustProxy: 'loopback',
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  })
  await http.register(cookie)
  await http.register(compress, { threshold: 2048 })
  await http.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        // The component library writes its styles at run time.
        'style-src': ["'self'", "'unsafe-inline'"],
        'script-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        // A county may run behind its own TLS or on a closed network without; the proxy decides.
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  })
  http.decorateRequest('session', undefined)
  const findSession = sessionFinder(program.database)
  http.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return
    request.session = await findSession(request.cookies[sessionCookie])
    const path = request.url.split('?')[0] ?? ''
    if (open.has(path) || path.startsWith('/api/public/')) {
      if (request.method === 'DELETE') requireCsrf(request)
      return
    }
    if (!request.session) throw new HttpRefusal(401, 'error.signed-out')
    requireCsrf(request)
    // Whoever handed out a first password knows it: until it is changed, nothing else is open.
    if (request.session.mustChangePassword && path !== '/api/session/password')
      throw new HttpRefusal(403, 'error.change-password')
  })
  http.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
  http.setErrorHandler((error, request, reply) => answerError(error, request, reply))

  http.get('/healthz', async () => {
    await program.database.pool.query('select 1')
    return { status: 'ok' }
  })
  await http.register(sessionRoutes(program, demo))
  const progress = openProgress()
  await http.register(actRoutes(program, progress))
  await http.register(queryRoutes(program, progress))
  await http.register(evidenceRoutes(program))
  await http.register(fieldRoutes(program))
  await http.register(fileRoutes(program))
  await http.register(publicNotices(program, objections))
  await http.register(webFiles)
  return http
}

/** Another site can make a browser send our cookie, but not this header with this session's own token. */
function requireCsrf(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (request.headers['x-csrf-token'] !== request.session?.csrfToken) throw new HttpRefusal(403, 'error.csrf')
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof HttpRefusal) {
    const { status, code, values } = error
    if (typeof values.seconds === 'number') reply.header('retry-after', String(values.seconds))
    return reply
      .status(status)
      .send({ error: { code, said: speak(code, values), retryAfterSeconds: values.seconds } })
  }
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (statusCode === 413)
    return reply
      .status(413)
      .send({ error: { code: 'error.too-large', said: speak('error.too-large', { megabytes: 25 }) } })
  if (statusCode && statusCode < 500)
    return reply.status(statusCode).send({ error: { code: 'error.invalid', said: speak('error.invalid') } })
  if (code && noRoom.has(code))
    return reply
      .status(507)
      .send({ error: { code: 'error.storage-full', said: speak('error.storage-full') } })
  if (isToAskAgain(error, code))
    return reply.status(503).send({ error: { code: 'error.busy', said: speak('error.busy') } })
  const reference = newId().slice(-8)
  console.error(`[${reference}] ${request.method} ${request.url.split('?')[0]}`, error)
  return reply
    .status(500)
    .send({ error: { code: 'error.unexpected', said: speak('error.unexpected', { reference }) } })
}

/** Of the disk that evidence lies on, of a quota on it, and of the database's disk. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', '53100'])

/** Not told as a failure: the act may have been done, or may be done by the next attempt, under the same id. */
const isToAskAgain = (error: unknown, code: string | undefined): boolean =>
  isConnectionLost(error) || code === '40001' || code === '40P01'
