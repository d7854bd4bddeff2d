import { inflateSync } from 'node:zlib'

const mostPixels = 50_000_000

/**
 * Whether a picture can be drawn: a JPEG that tells its size, or a whole PNG that unpacks. The library stops at others
 * and takes the document with it.
 */
export function isDrawable(bytes: Uint8Array, mediaType: string): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (mediaType === 'image/jpeg') return isJpeg(content)
  return mediaType === 'image/png' && isPng(content)
}

/** Walks the segments to the frame header (ITU T.81 B.2.2). */
function isJpeg(content: Buffer): boolean {
  for (let at = 2; at + 9 < content.length; ) {
    if (content[at] !== 0xff) return false
    const marker = content[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const pixels = content.readUInt16BE(at + 5) * content.readUInt16BE(at + 7)
      return pixels > 0 && pixels <= mostPixels
    }
    at += 2 + content.readUInt16BE(at + 2)
  }
  return false
}

function isPng(content: Buffer): boolean {
  const data: Buffer[] = []
  let pixels = 0
  for (let at = 8; at + 12 <= content.length; ) {
    const length = content.readUInt32BE(at)
    const type = content.toString('latin1', at + 4, at + 8)
    const end = at + 8 + length
    if (end + 4 > content.length) return false
    if (type === 'IHDR') pixels = content.readUInt32BE(at + 8) * content.readUInt32BE(at + 12)
    if (type === 'IDAT') data.push(content.subarray(at + 8, end))
    if (type === 'IEND') break
    at = end + 4
  }
  if (pixels === 0 || pixels > mostPixels) return false
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: mostPixels * 8 }).length > 0
  } catch {
    return false
  }
}
