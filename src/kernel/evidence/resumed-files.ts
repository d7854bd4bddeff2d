import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import {
  EvidenceChanged,
  type EvidenceLimits,
  EvidenceRefused,
  type EvidenceStore,
  ResumeElsewhere,
  type StoredEvidence,
} from './store.ts'

/** A telephone may be without a signal for days; what nobody went on with for longer is begun anew. */
const abandonedMs = 7 * 24 * 3_600_000
const sweepEveryMs = 3_600_000

type Keep = (
  file: FileHandle,
  draft: string,
  whole: { digest: string; size: number },
  limits: EvidenceLimits,
) => Promise<StoredEvidence>

/** Files that come in parts, each under whoever brings it: `<from>/<digest>`, as long as what has arrived. */
export function resumedFiles(folder: string, keep: Keep): Pick<EvidenceStore, 'begun' | 'resume'> {
  /** Who writes to a file now; one who comes back has left the earlier connection behind. */
  const writing = new Map<string, { content: Readable; ended: Promise<unknown> }>()
  let sweptMs = 0

  const fileOf = (from: string, digest: string): string => {
    if (!/^[0-9a-f-]{1,60}$/.test(from) || !/^[0-9a-f]{64}$/.test(digest))
      throw new TypeError('A part is named by who brings it and 64 lower-case hex digits.')
    return path.join(folder, from, digest)
  }

  async function append(
    draft: string,
    { digest, size, offset }: { digest: string; size: number; offset: number },
    content: Readable,
    limits: EvidenceLimits,
  ): Promise<StoredEvidence | { offset: number }> {
    if (size > limits.maxBytes)
      throw new EvidenceRefused('too-large', { megabytes: +(limits.maxBytes / 1_048_576).toFixed(1) })
    await mkdir(path.dirname(draft), { recursive: true, mode: 0o700 })
    const file = await open(draft, 'a+', 0o600)
    try {
      const come = (await file.stat()).size
      if (come !== offset) throw new ResumeElsewhere(come)
      // What comes in one part is not read again.
      const hash = offset === 0 ? createHash('sha256') : undefined
      const now = await writeOn(file, content, offset, size, hash)
      if (now < size) return { offset: now }
      if ((hash ? hash.digest('hex') : await digestOf(file)) !== digest) throw new EvidenceChanged(digest)
      return await keep(file, draft, { digest, size }, limits)
    } catch (error) {
      if (error instanceof EvidenceChanged || error instanceof EvidenceRefused)
        await rm(draft, { force: true })
      throw error
    } finally {
      await file.close()
    }
  }

  return {
    begun: (from, digest) => sizeOf(fileOf(from, digest)),
    async resume(from, part, content, limits) {
      const draft = fileOf(from, part.digest)
      if (Date.now() - sweptMs > sweepEveryMs) {
        sweptMs = Date.now()
        await sweep(folder)
      }
      const before = writing.get(draft)
      before?.content.destroy()
      await before?.ended
      const work = append(draft, part, content, limits)
      const mine = { content, ended: work.catch(() => undefined) }
      writing.set(draft, mine)
      try {
        return await work
      } finally {
        if (writing.get(draft) === mine) writing.delete(draft)
      }
    },
  }
}

/** Writes what arrives, as far as the file goes; a connection that breaks leaves what came before. */
async function writeOn(
  file: FileHandle,
  content: Readable,
  offset: number,
  size: number,
  hash: Hash | undefined,
): Promise<number> {
  let at = offset
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  // A broken connection ends the part; what the disk says is told.
  const nextChunk = () => chunks.next().catch(() => ({ done: true, value: undefined }) as const)
  for (let next = await nextChunk(); !next.done; next = await nextChunk()) {
    const bytes = next.value.subarray(0, size - at)
    hash?.update(bytes)
    for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten
    at += bytes.length
  }
  return at
}

async function digestOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(256 * 1024)
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, { position: at })
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return 0
      throw error
    },
  )

async function sweep(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => undefined)
    if (found?.isFile() && Date.now() - found.mtimeMs > abandonedMs) await rm(file, { force: true })
  }
}
