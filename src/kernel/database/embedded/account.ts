import { execFileSync } from 'node:child_process'
import { lstatSync, readFileSync, readlinkSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { embeddedWords } from './words.ts'

/** The unprivileged user PostgreSQL runs as when we are root; elsewhere it runs as ourselves (`undefined`). */
export type Account = { uid: number; gid: number }

export const weAreRoot = process.getuid?.() === 0

/** `nobody` when we are root. */
export function serviceAccount(): Account | undefined {
  if (!weAreRoot) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid) throw new Error(embeddedWords.noAccount())
  return { uid: Number(uid), gid: Number(gid) }
}

/** The user an existing cluster belongs to: it must be run by that one. */
export function ownerOf(folder: string): Account | undefined {
  const { uid, gid } = statSync(folder)
  if (weAreRoot) {
    if (uid === 0) throw new Error(embeddedWords.notOurs(folder))
    return { uid, gid }
  }
  if (process.getuid && process.getuid() !== uid) throw new Error(embeddedWords.notOurs(folder))
  return undefined
}

/** Whether `account` may pass through `folder` and everything above it. */
export function isReachable(folder: string, account: Account): boolean {
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    if (!mayEnter(at, account)) return false
    if (at === path.dirname(at)) return true
  }
}

export function mayEnter(folder: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}

/** Throws unless only we and root can put something in `folder`: others' programs must not become ours. */
export function checkOnlyOurs(folder: string): void {
  const { uid, mode } = lstatSync(folder)
  const allowed = process.getuid ? [0, process.getuid()] : [uid]
  if (!allowed.includes(uid) || (process.platform !== 'win32' && (mode & 0o022) !== 0))
    throw new Error(embeddedWords.notOurs(folder))
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Processes that work in a cluster's folder: PostgreSQL and all its children stand in it. Empty where the
 * system does not tell.
 */
export function processesIn(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => standsIn(cluster, pid))
}

function standsIn(cluster: string, pid: number): boolean {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    )
  } catch {
    return false
  }
}

/** Whether `pid`, found in a cluster's pid file, is that cluster's server and not a later process of the same number. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return standsIn(cluster, pid)
  if (process.platform === 'win32') return true
  try {
    return /postgres/.test(execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }))
  } catch {
    return false
  }
}
