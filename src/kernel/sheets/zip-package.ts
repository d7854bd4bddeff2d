import { createInflateRaw, crc32 } from 'node:zlib'
import type { ReadLimits } from './read-limits.ts'
import { failDamaged, failRead } from './sheet-problem.ts'

type Entry = {
  name: string
  method: number
  checksum: number
  packed: number
  unpacked: number
  headerAt: number
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
const MEBIBYTE = 1024 * 1024

/**
 * A zip package read in place. Nothing is unpacked on opening; the directory alone is weighed against the
 * limits. While a part is unpacked its true size and checksum are held against what the directory declared,
 * so that neither an honest nor a lying bomb unpacks more than the limit.
 */
export class ZipPackage {
  readonly #bytes: Buffer
  readonly #entries = new Map<string, Entry>()
  readonly #limits: Pick<ReadLimits, 'unpackedBytes' | 'parts'>
  #unpackedSoFar = 0

  constructor(bytes: Uint8Array, limits: Pick<ReadLimits, 'unpackedBytes' | 'parts'>) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#limits = limits
    let declared = 0
    for (const entry of readDirectory(this.#bytes, limits.parts)) {
      declared += entry.unpacked
      // Two parts of one name: readers disagree on which counts, so neither does.
      if (this.#entries.has(entry.name)) failDamaged('directory')
      this.#entries.set(entry.name, entry)
    }
    if (declared > limits.unpackedBytes) this.#failTooBig()
  }

  /** Part names compare without case or leading slash, as the packaging standard has it. */
  has(path: string): boolean {
    return this.#entries.has(partName(path))
  }

  names(): string[] {
    return [...this.#entries.keys()]
  }

  /** The unpacked bytes of a part, piece by piece. */
  async *unpack(path: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(partName(path))
    if (!entry) failDamaged('part')
    const packed = this.#packedBytes(entry)
    let size = 0
    let checksum = 0
    for await (const piece of entry.method === 0 ? [packed] : inflated(packed)) {
      size += piece.length
      this.#unpackedSoFar += piece.length
      if (this.#unpackedSoFar > this.#limits.unpackedBytes) this.#failTooBig()
      if (size > entry.unpacked) failDamaged('content')
      checksum = crc32(piece, checksum)
      yield piece
    }
    if (size !== entry.unpacked || checksum !== entry.checksum) failDamaged('content')
  }

  #packedBytes(entry: Entry): Buffer {
    const { headerAt, packed, method } = entry
    if (method !== 0 && method !== 8) failDamaged('compression')
    if (headerAt + 30 > this.#bytes.length) failDamaged('truncated')
    if (this.#bytes.readUInt32LE(headerAt) !== LOCAL_HEADER) failDamaged('directory')
    const start =
      headerAt + 30 + this.#bytes.readUInt16LE(headerAt + 26) + this.#bytes.readUInt16LE(headerAt + 28)
    if (start + packed > this.#bytes.length) failDamaged('truncated')
    return this.#bytes.subarray(start, start + packed)
  }

  #failTooBig(): never {
    failRead('sheet.unpacks-too-big', { limit: Math.floor(this.#limits.unpackedBytes / MEBIBYTE) })
  }
}

function partName(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: 256 * 1024 })
  stream.end(packed)
  try {
    for await (const piece of stream) yield piece as Buffer
  } catch (error) {
    // zlib's own errors carry Z_… codes; anything else is thrown by the reader of the pieces.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      failDamaged('content')
    throw error
  } finally {
    stream.destroy()
  }
}

function* readDirectory(bytes: Buffer, mostParts: number): Generator<Entry> {
  const { count, start } = findDirectory(bytes)
  if (count > mostParts) failDamaged('directory')
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length) failDamaged('truncated')
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) failDamaged('directory')
    const flags = bytes.readUInt16LE(at + 8)
    if (flags & 1) failRead('sheet.encrypted')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const extraAt = at + 46 + nameLength
    const end = extraAt + extraLength + bytes.readUInt16LE(at + 32)
    if (end > bytes.length) failDamaged('truncated')
    const name = partName(bytes.toString('utf8', at + 46, extraAt))
    const sizes = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const [unpacked = 0, packed = 0, headerAt = 0] = withLongSizes(
      sizes,
      bytes.subarray(extraAt, extraAt + extraLength),
    )
    if (!name.endsWith('/')) {
      yield {
        name,
        method: bytes.readUInt16LE(at + 10),
        checksum: bytes.readUInt32LE(at + 16),
        packed,
        unpacked,
        headerAt,
      }
    }
    at = end
  }
}

function findDirectory(bytes: Buffer): { count: number; start: number } {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff)
  let at = bytes.length - 22
  while (at >= earliest && bytes.readUInt32LE(at) !== END) at--
  if (at < earliest) failDamaged('truncated')
  let count = bytes.readUInt16LE(at + 10)
  let start = bytes.readUInt32LE(at + 16)
  if (count === 0xffff || start === 0xffffffff) {
    const locator = at - 20
    if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) failDamaged('directory')
    const long = Number(bytes.readBigUInt64LE(locator + 8))
    if (long + 56 > bytes.length || bytes.readUInt32LE(long) !== END_64) failDamaged('directory')
    count = Number(bytes.readBigUInt64LE(long + 32))
    start = Number(bytes.readBigUInt64LE(long + 48))
  }
  if (start > bytes.length) failDamaged('truncated')
  return { count, start }
}

/** Sizes of all ones stand in the zip64 extra field instead, in this order, present ones only. */
function withLongSizes(sizes: number[], extra: Buffer): number[] {
  if (!sizes.includes(0xffffffff)) return sizes
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let valueAt = at + 4
    return sizes.map((size) => {
      if (size !== 0xffffffff) return size
      if (valueAt + 8 > extra.length) failDamaged('directory')
      valueAt += 8
      return Number(extra.readBigUInt64LE(valueAt - 8))
    })
  }
  return failDamaged('directory')
}
