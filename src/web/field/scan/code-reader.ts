import type { Gray } from './read-gray.ts'

/** Of the browser, where it has one; TypeScript's own library does not know it. */
interface Detector {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>
}
type DetectorClass = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

export type CodeReader = (source: HTMLVideoElement | ImageBitmap) => Promise<string | undefined>

const formats = ['code_128', 'code_39', 'qr_code', 'data_matrix']
/** Large enough for a plate's narrow bars, small enough for a slow telephone to look several times a second. */
const widths = { live: [960], photo: [1600, 800, 2400] } as const

let loaded: Promise<CodeReader> | undefined

/** The browser's own reader of codes, else the library's; loaded once, when somebody scans. */
export const codeReader = (): Promise<CodeReader> => (loaded ??= makeReader())

async function makeReader(): Promise<CodeReader> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  const known = own ? await own.getSupportedFormats().catch(() => []) : []
  if (own && known.includes('code_128') && known.includes('qr_code')) {
    const detector = new own({ formats: formats.filter((format) => known.includes(format)) })
    return async (source) => (await detector.detect(source))[0]?.rawValue
  }
  const { readGray, turned } = await import('./read-gray.ts')
  return (source) => {
    const isVideo = source instanceof HTMLVideoElement
    const [width, height] = isVideo ? [source.videoWidth, source.videoHeight] : [source.width, source.height]
    if (width === 0 || height === 0) return Promise.resolve(undefined)
    for (const wanted of widths[isVideo ? 'live' : 'photo']) {
      const gray = grayOf(source, width, height, Math.min(1, wanted / Math.max(width, height)))
      const text = readGray(gray) ?? (isVideo ? undefined : readGray(turned(gray)))
      if (text !== undefined) return Promise.resolve(text)
    }
    return Promise.resolve(undefined)
  }
}

function grayOf(source: CanvasImageSource, width: number, height: number, scale: number): Gray {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const paint = canvas.getContext('2d', { willReadFrequently: true })
  paint?.drawImage(source, 0, 0, canvas.width, canvas.height)
  const colours = paint?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
  const pixels = new Uint8ClampedArray(canvas.width * canvas.height)
  for (let i = 0; i < pixels.length; i++) {
    const [red = 0, green = 0, blue = 0] = colours.subarray(i * 4, i * 4 + 3)
    pixels[i] = (red * 306 + green * 601 + blue * 117) >> 10
  }
  return { pixels, width: canvas.width, height: canvas.height }
}
