import { access, constants, mkdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { serviceAccount } from './embedded/account.ts'
import { loopbackAddress, loopbackPassword, socketAddress } from './embedded/address.ts'
import { readyBinaries } from './embedded/binaries.ts'
import { clusterOf } from './embedded/cluster.ts'
import { hold, join, release, type Server } from './embedded/server.ts'
import { embeddedWords } from './embedded/words.ts'

export type EmbeddedOptions = {
  /** Everything of this installation; the cluster lies in it, or where its `postgres-place.json` says. */
  dataFolder: string
  /** Short lines for the operator. */
  onNote?(text: string): void
  /** PostgreSQL settings on top of ours. */
  settings?: Record<string, string>
  /** `loopback` is TCP with a password: what Windows needs. */
  listen?: 'socket' | 'loopback'
}

export type EmbeddedDatabase = {
  /** For `pg` and libpq; good for as long as we run, also after the server was restarted. */
  url: string
  /** Lets go of the server and, unless another program still uses it, stops it cleanly. */
  stop(): Promise<void>
  /** Whether the server was up already. */
  adopted: boolean
}

/**
 * Starts the PostgreSQL that npm installed on this data folder, or joins the one already up, and makes the
 * database `qingnuan` if it is missing. While we run, a server that dies is started again.
 * Throws with advice for the operator where there is no way to run it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const onNote = options.onNote ?? (() => undefined)
  await mkdir(options.dataFolder, { recursive: true })
  const dataFolder = await realpath(options.dataFolder)
  await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
    throw new Error(embeddedWords.notOurs(dataFolder))
  })
  const listen = options.listen ?? (process.platform === 'win32' ? 'loopback' : 'socket')
  const password = listen === 'loopback' ? await loopbackPassword(dataFolder) : undefined

  const account = serviceAccount()
  const binaries = await readyBinaries(account, dataFolder)
  const cluster = await clusterOf(dataFolder, binaries, account, password, onNote)
  const server: Server = {
    cluster,
    binaries,
    address: password ? await loopbackAddress(cluster, password) : await socketAddress(cluster),
    log: path.join(dataFolder, 'postgres.log'),
    settings: options.settings ?? {},
    onNote,
  }

  const leaving = new AbortController()
  const first = await hold(server, leaving.signal)
  await ensureDatabase(first.client).catch(async (error: unknown) => {
    await release(server, first.client)
    throw error
  })
  const keeper = keep(server, first.client, leaving)
  return { url: server.address.url('qingnuan'), adopted: first.adopted, stop: keeper.stop }
}

/** Watches the holding connection: when it ends unasked, the server is gone and is brought back. */
function keep(server: Server, first: pg.Client, leaving: AbortController) {
  let client: pg.Client | undefined
  let repair: Promise<void> | undefined
  let stopped: Promise<void> | undefined

  const watch = (held: pg.Client) => {
    client = held
    held.once('end', () => {
      if (!leaving.signal.aborted) repair = bringBack()
    })
  }
  const bringBack = async () => {
    client = undefined
    server.onNote(embeddedWords.lost())
    for (let waitMs = 1_000; !leaving.signal.aborted; waitMs = Math.min(waitMs * 2, 60_000)) {
      try {
        watch((await hold(server, leaving.signal)).client)
        server.onNote(embeddedWords.restored())
        return
      } catch (error) {
        if (leaving.signal.aborted) return
        server.onNote(error instanceof Error ? error.message : String(error))
        await pause(waitMs, undefined, { signal: leaving.signal }).catch(() => undefined)
      }
    }
  }
  const stop = async () => {
    leaving.abort()
    await repair
    // Asked to stop in the middle of a repair: the server may be up, and we not yet holding it.
    const held = client ?? (await join(server, 10_000))
    if (held) await release(server, held)
  }
  watch(first)
  return { stop: () => (stopped ??= stop()) }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select 1 from pg_database where datname = 'qingnuan'")
  if (rows.length > 0) return
  await client.query('create database qingnuan').catch((error: { code?: string }) => {
    // Another starter was quicker.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}
