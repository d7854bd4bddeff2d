import readExif from 'exif-reader'
import sharp from 'sharp'
import type { Look } from './looks.ts'

/** Larger than any telephone's photograph; what claims to be larger is not opened. */
const mostPixels = 120_000_000
/** A picture whose brightness varies less, of 255, shows nothing to compare. */
const leastContrast = 6
const columns = 9
const rows = 8

// Few pictures are looked at twice, and the memory is the server's.
sharp.cache(false)
sharp.concurrency(1)

/** Looks at a picture's bytes. What is no picture, or a broken one, has no look. */
export async function lookAt(digest: string, bytes: Uint8Array): Promise<Look> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    const { exif } = await picture.metadata()
    const grey = await picture
      .rotate()
      .greyscale()
      .resize(columns, rows, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer()
    return { digest, bits: differences(grey), file: exif && fileOf(exif) }
  } catch {
    return { digest, bits: undefined }
  }
}

/** A bit for each pair of neighbours in a row: whether it gets brighter to the right. */
function differences(grey: Uint8Array): bigint | undefined {
  const mean = grey.reduce((sum, each) => sum + each, 0) / grey.length
  const variance = grey.reduce((sum, each) => sum + (each - mean) ** 2, 0) / grey.length
  if (Math.sqrt(variance) < leastContrast) return undefined
  let bits = 0n
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns - 1; column++) {
      const at = row * columns + column
      bits = (bits << 1n) | ((grey[at + 1] ?? 0) > (grey[at] ?? 0) ? 1n : 0n)
    }
  return bits
}

/** What a file says of its own making; cameras write local time without a zone, and ours stand in Shanghai. */
function fileOf(exif: Uint8Array): Look['file'] {
  try {
    const { Photo, Image, GPSInfo } = readExif(Buffer.from(exif))
    const written = Photo?.DateTimeOriginal ?? Image?.DateTime
    const at = written instanceof Date ? new Date(written.getTime() - shanghaiMs) : undefined
    const latitude = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef === 'S')
    const longitude = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef === 'W')
    return {
      ...(at && !Number.isNaN(at.getTime()) && { at }),
      ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
    }
  } catch {
    return undefined
  }
}

const shanghaiMs = 8 * 3_600_000

function degrees(parts: unknown, negative: boolean): number | undefined {
  if (!Array.isArray(parts) || parts.length !== 3) return undefined
  const [d, m, s] = parts.map(Number) as [number, number, number]
  const value = d + m / 60 + s / 3600
  if (!Number.isFinite(value) || value > 180) return undefined
  return negative ? -value : value
}
