import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { exportLog } from '../../kernel/log/export-log.ts'
import { proveSubject } from '../../kernel/log/prove.ts'
import { requireWholeCounty } from '../../kernel/act/whole-county.ts'

/** The whole sealed log as lines of JSON, which `npm run verify -- --export FILE` checks with the public key alone. */
const logExport = defineDownload({
  name: 'log.export',
  input: z.object({}),
  permission: 'log.read',
  run: async (db, _input, context) => {
    requireWholeCounty(context)
    const folder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-log-'))
    const spooled = path.join(folder, 'log.ndjson')
    try {
      // The log may be larger than memory, and its snapshot ends with this read.
      await pipeline(Readable.from(exportLog(db, context.county)), createWriteStream(spooled))
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    return {
      fileName: `办理日志-${context.today}.ndjson`,
      mediaType: 'application/x-ndjson',
      body: new Uint8Array(),
      spooled,
    }
  },
})

/** Every act about one home with its proof: what a household or a court can check offline. */
const homeProof = defineDownload({
  name: 'home.proof',
  input: z.object({ home: z.uuid() }),
  permission: 'log.read',
  run: async (db, { home }, context) => {
    requireWholeCounty(context)
    const found = await db
      .selectFrom('home')
      .select('sequence')
      .where('county', '=', context.county)
      .where('id', '=', home)
      .executeTakeFirst()
    if (!found) throw new NotFound()
    const proof = await proveSubject(db, context.county, 'home', home)
    return {
      fileName: `一户证明-${home}.json`,
      mediaType: 'application/json',
      body: Buffer.from(JSON.stringify(proof)),
    }
  },
})

export const downloads = [logExport, homeProof] as const
