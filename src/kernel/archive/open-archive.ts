import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

export type Archive = ReturnType<typeof openArchive>

/**
 * A zip written to `file`, one file after the other, so that no more than one is in memory; its last is the SHA-256 of each
 * as `sha256sum --check` reads it.
 */
export function openArchive(file: string, mtime: Date) {
  const zip = new yazl.ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(file))
  // Told where it is awaited.
  written.catch(() => undefined)
  const sums: string[] = []
  const add = (name: string, bytes: Uint8Array, compress = false) =>
    Promise.race([
      new Promise<void>((resolve) =>
        zip.addReadStreamLazy(name, { mtime, compress }, (give) => {
          const content = Readable.from([bytes])
          content.once('end', resolve)
          give(null, content)
        }),
      ),
      written,
    ])
  return {
    /** `compress` for what is text: photographs and documents are packed already. */
    async put(name: string, bytes: Uint8Array, { compress = false } = {}) {
      sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`)
      await add(name, bytes, compress)
    },
    async close() {
      await add('SHA256SUMS.txt', Buffer.from(`${sums.join('\n')}\n`))
      zip.end()
      await written
    },
  }
}
