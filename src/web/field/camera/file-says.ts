import type { Taken } from '../../../kernel/act/taken.ts'

type FileSays = NonNullable<Taken['file']>

const exifMark = [0x45, 0x78, 0x69, 0x66, 0, 0]
const tags = { exif: 0x8769, gps: 0x8825, original: 0x9003, latitude: 2, longitude: 4 }

/** When and where a JPEG says it was made; undefined where it says nothing we can read. */
export function readFileSays(bytes: Uint8Array): FileSays | undefined {
  try {
    const exif = findExif(bytes)
    return exif && readExif(exif)
  } catch {
    // A damaged header says nothing; the picture itself may be fine.
    return undefined
  }
}

/** The part of a JPEG that holds what the camera wrote. */
function findExif(bytes: Uint8Array): DataView | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]
    const length = view.getUint16(at + 2)
    if (marker === 0xda) return undefined
    if (marker === 0xe1 && exifMark.every((each, i) => bytes[at + 4 + i] === each))
      return new DataView(bytes.buffer, bytes.byteOffset + at + 10, length - 8)
    at += 2 + length
  }
  return undefined
}

function readExif(view: DataView): FileSays {
  const little = view.getUint16(0) === 0x4949
  const short = (at: number) => view.getUint16(at, little)
  const long = (at: number) => view.getUint32(at, little)
  /** Where each entry of a directory has its value, by tag. */
  const directory = (at: number): Map<number, { count: number; at: number }> =>
    new Map(
      Array.from({ length: short(at) }, (_, i) => {
        const entry = at + 2 + i * 12
        return [short(entry), { count: long(entry + 4), at: entry + 8 }]
      }),
    )
  const text = (at: number, length: number) =>
    Array.from({ length }, (_, i) => String.fromCharCode(view.getUint8(at + i))).join('')
  const fraction = (at: number) => long(at) / long(at + 4)
  const main = directory(long(4))
  const exif = main.get(tags.exif)
  const original = exif && directory(long(exif.at)).get(tags.original)
  const gps = main.get(tags.gps)
  const places = gps && directory(long(gps.at))
  const degrees = (tag: number): number | undefined => {
    const value = places?.get(tag)
    const side = places?.get(tag - 1)
    if (!value || !side) return undefined
    const at = long(value.at)
    const amount = fraction(at) + fraction(at + 8) / 60 + fraction(at + 16) / 3600
    if (!Number.isFinite(amount)) return undefined
    return 'SW'.includes(text(side.at, 1)) ? -amount : amount
  }
  const [latitude, longitude] = [degrees(tags.latitude), degrees(tags.longitude)]
  const at = original && instantOf(text(long(original.at), 19))
  return {
    ...(at && { at }),
    ...(latitude !== undefined && longitude !== undefined && { latitude, longitude }),
  }
}

/** Cameras write local time without a zone; ours stand in Shanghai. */
function instantOf(written: string): string | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(written)
  const at = match && Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4]}+08:00`)
  return at ? new Date(at).toISOString() : undefined
}
