import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { programFolder } from '../kernel/database/program-folder.ts'
import { HttpRefusal } from './http-refusal.ts'

/** The built screens. A page address of either shell answers that shell, which then routes by itself. */
export const webFiles: FastifyPluginAsync = async (http) => {
  const folder = path.join(programFolder(), 'build', 'web')
  await http.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    immutable: true,
    maxAge: '365d',
    // Only names with a content digest may be kept for good.
    setHeaders: (reply, file) => {
      if (!file.includes(`${path.sep}assets${path.sep}`)) reply.setHeader('cache-control', 'no-cache')
    },
  })
  const shells = {
    office: path.join(folder, 'office', 'index.html'),
    home: path.join(folder, 'home', 'index.html'),
    field: path.join(folder, 'field', 'index.html'),
  }
  http.setNotFoundHandler(async (request, reply) => {
    if (request.url.startsWith('/api/') || (request.method !== 'GET' && request.method !== 'HEAD'))
      throw new HttpRefusal(404, 'error.not-found')
    const named = /^\/(home|field)(?:\/|\?|$)/.exec(request.url)?.[1]
    const shell = shells[named === 'home' || named === 'field' ? named : 'office']
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(shell))
  })
}
