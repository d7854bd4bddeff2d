import { failDamaged } from './sheet-problem.ts'

const FREE = 0xffffffff
const LAST_SECTOR = 0xfffffffa
const IN_HEADER = 109
const HEADER = 512

/**
 * Holds the chains of a compound file (MS-CFB) against its length before the library follows them: a sector beyond the
 * end means the file was cut off, a chain that comes back to itself would be followed for ever.
 */
export function checkCompoundFile(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < HEADER) failDamaged('truncated')
  const shift = file.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) failDamaged('structure')
  const size = 2 ** shift
  const sectors = Math.ceil(file.length / size) - 1
  const sectorAt = (sector: number): Buffer => {
    if (sector >= sectors) failDamaged('truncated')
    return file.subarray((sector + 1) * size, (sector + 2) * size)
  }
  const next = readTable(file, size, sectors, sectorAt)
  for (let sector = 0; sector < next.length; sector++)
    // Some programs mark the rest of the table as ends of chains; only a link says that there is a sector.
    if ((next[sector] ?? FREE) < LAST_SECTOR && sector >= sectors) failDamaged('truncated')
  checkChains(next, sectors)
}

/** The sector that follows each, gathered from the sectors that hold the table. */
function readTable(
  file: Buffer,
  size: number,
  sectors: number,
  sectorAt: (sector: number) => Buffer,
): Uint32Array {
  const holders: number[] = []
  const take = (sector: number) => {
    if (sector >= LAST_SECTOR) return
    if (holders.push(sector) > sectors) failDamaged('structure')
  }
  for (let at = 0; at < IN_HEADER; at++) take(file.readUInt32LE(76 + at * 4))
  let more = file.readUInt32LE(68)
  for (let steps = 0; more < LAST_SECTOR; steps++) {
    if (steps > sectors) failDamaged('structure')
    const holder = sectorAt(more)
    for (let at = 0; at + 8 <= holder.length; at += 4) take(holder.readUInt32LE(at))
    more = holder.length === size ? holder.readUInt32LE(size - 4) : LAST_SECTOR
  }
  const next = new Uint32Array((holders.length * size) / 4).fill(FREE)
  holders.forEach((holder, at) => {
    const content = sectorAt(holder)
    for (let entry = 0; entry + 4 <= content.length; entry += 4)
      next[(at * size + entry) / 4] = content.readUInt32LE(entry)
  })
  return next
}

/** In sound chains no sector follows two others, and so none comes back to itself. */
function checkChains(next: Uint32Array, sectors: number): void {
  const isFollowed = new Uint8Array(sectors)
  for (const following of next) {
    if (following >= LAST_SECTOR) continue
    if (following >= sectors) failDamaged('truncated')
    if (isFollowed[following]) failDamaged('structure')
    isFollowed[following] = 1
  }
  // What remains are chains and whole circles; a circle is never begun from a sector that follows none.
  const isSeen = new Uint8Array(sectors)
  for (let start = 0; start < Math.min(sectors, next.length); start++) {
    if (isFollowed[start]) continue
    for (let at = start; at < sectors && !isSeen[at]; at = next[at] ?? FREE) isSeen[at] = 1
  }
  for (let sector = 0; sector < sectors; sector++) {
    const isUsed = (next[sector] ?? FREE) < LAST_SECTOR
    if (isUsed && !isSeen[sector]) failDamaged('structure')
  }
}
