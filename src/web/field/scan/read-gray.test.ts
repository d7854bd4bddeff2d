import BarcodeFormat from '@zxing/library/es2015/core/BarcodeFormat.js'
import Code128Reader from '@zxing/library/es2015/core/oned/Code128Reader.js'
import QRCodeWriter from '@zxing/library/es2015/core/qrcode/QRCodeWriter.js'
import { expect, it } from 'vitest'
import { type Gray, readGray, turned } from './read-gray.ts'

const drawn = (width: number, height: number, isDark: (x: number, y: number) => boolean): Gray => {
  const pixels = new Uint8ClampedArray(width * height).fill(255)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isDark(x, y)) pixels[y * width + x] = 0
  return { pixels, width, height }
}

/** Code 128, set B: start, the text, its check sum, stop; three points a module. */
function barCode(text: string): Gray {
  const codes = [104, ...[...text].map((letter) => letter.charCodeAt(0) - 32)]
  const sum = codes.reduce((total, code, at) => total + code * Math.max(at, 1), 0) % 103
  const bars: boolean[] = Array.from({ length: 20 }, () => false)
  for (const code of [...codes, sum, 106])
    (patterns[code] ?? []).forEach((width, at) => {
      for (let i = 0; i < width; i++) bars.push(at % 2 === 0)
    })
  const width = (bars.length + 20) * 3
  return drawn(width, 90, (x, y) => y > 15 && y < 75 && bars[Math.floor(x / 3)] === true)
}

/** The library keeps its table to itself; the bars are drawn from the one they are read by. */
const { CODE_PATTERNS: patterns } = Code128Reader as unknown as { CODE_PATTERNS: number[][] }

it('a bar code on a plate is read, lying or turned', () => {
  const code = barCode('QN20230001')
  expect(readGray(code)).toBe('QN20230001')
  expect(readGray(turned(turned(turned(turned(code)))))).toBe('QN20230001')
  expect(readGray(turned(turned(turned(turned(turned(code))))))).toBeUndefined()
})

it('a square code is read however it lies', () => {
  const matrix = new QRCodeWriter().encode('SN:QN20230002', BarcodeFormat.QR_CODE, 200, 200, new Map())
  const code = drawn(matrix.getWidth(), matrix.getHeight(), (x, y) => matrix.get(x, y))
  expect(readGray(code)).toBe('SN:QN20230002')
  expect(readGray(turned(code))).toBe('SN:QN20230002')
})

it('a picture without a code says nothing', () => {
  expect(readGray(drawn(120, 90, (x, y) => x > y))).toBeUndefined()
})
