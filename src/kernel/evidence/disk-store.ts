import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { type Content, findMediaType, findUnfit, mediaTypeNames } from './media-type.ts'
import { resumedFiles } from './resumed-files.ts'
import {
  EvidenceDamaged,
  type EvidenceLimits,
  EvidenceMissing,
  EvidenceRefused,
  type EvidenceStore,
  type StoredEvidence,
} from './store.ts'

/** A file left over from a broken upload is removed after this; no upload takes as long. */
const abandonedMs = 24 * 3_600_000

/**
 * Evidence as files under `folder`: `aa/bb/<rest of the digest>`. A file gets its name only when it is complete
 * and synced, so what has a name is whole, whenever the power fails.
 */
export function openDiskStore(folder: string): EvidenceStore {
  const incoming = path.join(folder, 'incoming')
  let prepared: Promise<void> | undefined

  async function put(content: Readable | Uint8Array, limits: EvidenceLimits): Promise<StoredEvidence> {
    prepared ??= prepare(incoming)
    await prepared.catch((error: unknown) => {
      prepared = undefined
      throw error
    })
    const draft = path.join(incoming, randomUUID())
    const file = await open(draft, 'wx+', 0o600)
    try {
      const chunks = content instanceof Readable ? content : [content]
      const { digest, size } = await write(file, chunks, limits.maxBytes)
      return await keep(file, draft, { digest, size }, limits)
    } finally {
      await file.close()
      await rm(draft, { force: true })
    }
  }

  /** Gives a whole file its name. */
  async function keep(
    file: FileHandle,
    draft: string,
    { digest, size }: { digest: string; size: number },
    limits: EvidenceLimits,
  ): Promise<StoredEvidence> {
    if (size === 0) throw new EvidenceRefused('empty')
    const kept = contentOfFile(file, size)
    const mediaType = await findMediaType(kept)
    if (limits.allow && !(mediaType && limits.allow.includes(mediaType)))
      throw new EvidenceRefused((mediaType ? undefined : await findUnfit(kept)) ?? 'media-type', {
        allowed: limits.allow.map((type) => mediaTypeNames[type]).join(' · '),
      })
    await file.sync()
    const target = fileOf(folder, digest)
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    // Renaming onto a file of the same digest replaces equal bytes, or mends ones damaged since.
    await rename(draft, target)
    await syncFolders(target)
    return { digest, size, mediaType }
  }

  /** Folders whose own names are synced. */
  const synced = new Set([folder])

  /** A new name survives a power cut once its folders are synced; Windows has no such call and needs none. */
  async function syncFolders(target: string): Promise<void> {
    if (process.platform === 'win32') return
    const own = path.dirname(target)
    const names: string[] = []
    for (let at = own; ; at = path.dirname(at)) {
      const handle = await open(at, 'r')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
      if (synced.has(at) || at === path.dirname(at)) break
      names.push(at)
    }
    for (const name of names) synced.add(name)
  }
  const parts = resumedFiles(path.join(folder, 'parts'), keep)

  async function openStream(digest: string): Promise<Readable | undefined> {
    const file = await openFile(fileOf(folder, digest))
    if (!file) return undefined
    const source = file.createReadStream()
    const checked = checkWhilePassing(digest)
    source.on('error', (error) => checked.destroy(error))
    checked.on('close', () => source.destroy())
    return source.pipe(checked)
  }

  return {
    put,
    begun: parts.begun,
    resume: parts.resume,
    open: openStream,
    async has(digest) {
      return stat(fileOf(folder, digest)).then(
        (found) => found.isFile(),
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false
          throw error
        },
      )
    },
    async read(digest) {
      const stream = await openStream(digest)
      if (!stream) throw new EvidenceMissing(digest)
      return Buffer.concat(await stream.toArray())
    },
  }
}

/** Refuses anything but a digest, so that no name from outside ever becomes a path. */
function fileOf(folder: string, digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new TypeError('Evidence is named by 64 lower-case hex digits.')
  return path.join(folder, digest.slice(0, 2), digest.slice(2, 4), digest.slice(4))
}

async function write(
  file: FileHandle,
  chunks: AsyncIterable<unknown> | Iterable<unknown>,
  maxBytes: number,
): Promise<{ digest: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
    size += bytes.length
    if (size > maxBytes)
      throw new EvidenceRefused('too-large', { megabytes: +(maxBytes / 1_048_576).toFixed(1) })
    hash.update(bytes)
    await writeAll(file, bytes)
  }
  return { digest: hash.digest('hex'), size }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten
}

function contentOfFile(file: FileHandle, size: number): Content {
  return {
    size,
    async read(offset, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(length, size)), {
        position: offset,
      })
      return buffer.subarray(0, bytesRead)
    },
  }
}

async function openFile(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function checkWhilePassing(digest: string): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(hash.digest('hex') === digest ? null : new EvidenceDamaged(digest))
    },
  })
}

async function prepare(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  for (const name of await readdir(incoming)) {
    const file = path.join(incoming, name)
    const found = await stat(file).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(file, { force: true })
  }
}
