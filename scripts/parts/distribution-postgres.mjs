import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { aptInstall, mayInstall } from './apt.mjs'
import { startJanitor } from './start-janitor.mjs'

const folders = [
  '/usr/lib/postgresql/15/bin',
  '/usr/pgsql-15/bin',
  '/opt/homebrew/opt/postgresql@15/bin',
  '/usr/local/opt/postgresql@15/bin',
]

/**
 * The programs of the oldest PostgreSQL we support; in CI they are installed where they are missing.
 * @returns {Promise<{ folder?: string, reason?: string }>}
 */
export async function findPostgres15() {
  const there = () => folders.find((folder) => existsSync(path.join(folder, 'initdb')))
  if (there()) return { folder: there() }
  if (process.env.CI === 'true' && mayInstall()) {
    const trouble = await aptInstall('postgresql-15')
    return there() ? { folder: there() } : { reason: trouble ?? 'postgresql-15 was installed elsewhere' }
  }
  return { reason: 'PostgreSQL 15 is not installed here' }
}

/**
 * Starts it for one run in a temporary folder, on a socket, as an unprivileged user where we are root.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres15(bin) {
  const account = process.getuid?.() === 0 ? unprivileged() : {}
  const folder = mkdtempSync(path.join(tmpdir(), 'qingnuan-pg15-'))
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
  const data = path.join(folder, 'data')
  const stop = startJanitor('server', folder, data)
  try {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const words = ['-D', data, '-U', 'qingnuan', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C']
    words.push('--locale-provider=icu', '--icu-locale=und')
    const made = spawnSync(path.join(bin, 'initdb'), words, {
      ...account,
      env,
      cwd: folder,
      encoding: 'utf8',
    })
    if (made.status !== 0) throw new Error(`initdb: ${(made.error?.message ?? made.stderr).trim()}`)
    const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'port=5432']
    settings.push('max_connections=100', 'shared_buffers=128MB', 'timezone=UTC', 'log_min_messages=fatal')
    const server = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
      { ...account, env, cwd: folder, stdio: 'ignore', detached: true },
    )
    const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&port=5432&user=qingnuan&sslmode=disable`
    await answering(url, server)
    return { url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function answering(url, server) {
  const { default: pg } = await import('pg')
  for (let left = 300; ; left--) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return
    } catch (error) {
      if (server.exitCode !== null || left === 0) throw error
      await pause(100)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

function unprivileged() {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line =
    users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'))
  if (!line) throw new Error('PostgreSQL refuses to run as root, and there is no user to run it as')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
