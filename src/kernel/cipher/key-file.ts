import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Said, speaker } from '../words/words.ts'
import { ed25519 } from './international.ts'
import type { SuiteId } from './suite.ts'
import { cipherWords } from './words.ts'

const say = speaker(cipherWords)

/** Keys that cannot be had: `missing`, `damaged` or `unreadable`; the message says what to do. */
export class KeysUnavailable extends Error {
  readonly reason: 'missing' | 'damaged' | 'unreadable'
  readonly said: Said
  constructor(reason: 'missing' | 'damaged' | 'unreadable', file: string, why = '') {
    const said = say(`keys.${reason}`, { file, why })
    super(`${said.zh} ${said.en}`)
    this.name = 'KeysUnavailable'
    this.reason = reason
    this.said = said
  }
}

const secret = z.string().regex(/^[0-9a-f]{64}$/)
const KeyFile = z.object({
  version: z.literal(1),
  suite: z.enum(['international', 'national']),
  createdAt: z.string(),
  data: secret,
  blindIndex: secret,
  log: secret,
  signing: z.object({ algorithm: z.literal('Ed25519'), privateKey: z.string() }),
  check: secret,
})
export type KeyFile = z.output<typeof KeyFile>

/** Reads the key file, or answers undefined where there is none. Throws `KeysUnavailable` otherwise. */
export async function readKeyFile(file: string): Promise<KeyFile | undefined> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
    await tighten(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new KeysUnavailable('unreadable', file, (error as Error).message)
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new KeysUnavailable('damaged', file, text.trim() === '' ? '空文件 empty' : 'JSON')
  }
  const parsed = KeyFile.safeParse(content)
  if (!parsed.success)
    throw new KeysUnavailable('damaged', file, parsed.error.issues[0]?.path.join('.') ?? '')
  if (checkOf(parsed.data) !== parsed.data.check) throw new KeysUnavailable('damaged', file, 'check')
  return parsed.data
}

/**
 * Makes the key file: folder 0700, file 0600, complete or not there at all. Where another process was quicker,
 * its file stands.
 */
export async function createKeyFile(file: string, suite: SuiteId): Promise<void> {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const fresh = () => randomBytes(32).toString('hex')
  const content: Omit<KeyFile, 'check'> = {
    version: 1,
    suite,
    createdAt: new Date().toISOString(),
    data: fresh(),
    blindIndex: fresh(),
    log: fresh(),
    signing: {
      algorithm: ed25519.algorithm,
      privateKey: ed25519.generateSigningKey().privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    },
  }
  const draft = path.join(folder, `.keys-${randomUUID()}`)
  await writeDurably(draft, JSON.stringify({ ...content, check: checkOf(content) }, null, 2) + '\n', 0o600)
  try {
    // Unlike a rename, a link never replaces keys that another process has made in the meantime.
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(folder)
}

/** A digest over the keys themselves: a damaged byte is found when loading, not after encrypting with it. */
function checkOf(keys: Omit<KeyFile, 'check'>): string {
  const parts = [keys.version, keys.suite, keys.data, keys.blindIndex, keys.log]
  const all = [...parts, keys.signing.algorithm, keys.signing.privateKey].join('\n')
  return createHash('sha256').update(all).digest('hex')
}

export async function writeDurably(file: string, content: string, mode: number): Promise<void> {
  const handle = await open(file, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a created or renamed name survive a power cut. Windows has no such call on folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A key file restored from a backup is often readable by everybody; where it is ours, that is mended. */
async function tighten(file: string): Promise<void> {
  const { mode, uid } = await stat(file)
  if (process.platform === 'win32' || (mode & 0o077) === 0 || uid !== process.getuid?.()) return
  // Mounted read-only, it is as its administrator wants it.
  await chmod(file, 0o600).catch(() => undefined)
}
