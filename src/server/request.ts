import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { FoundSession } from '../kernel/identity/sessions.ts'
import { HttpRefusal } from './http-refusal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    session: FoundSession | undefined
  }
}

export const sessionCookie = 'qingnuan'

/** The session of a request that the guard has let through. */
export function sessionOf(request: FastifyRequest): FoundSession {
  if (!request.session) throw new HttpRefusal(401, 'error.signed-out')
  return request.session
}

/** Strict and out of scripts' reach; Secure wherever the request came by TLS, directly or through the proxy. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  })
}

/** 256 random bits, as a telephone makes them. */
export const HandsetSecret = z.string().regex(/^[\w-]{43}$/)

/** The body or query in the form asked for. Throws a 400 where it is not. */
export function read<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new HttpRefusal(400, 'error.invalid')
  return parsed.data
}
