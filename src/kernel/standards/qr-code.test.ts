import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrCode, qrSvg } from './qr-code.ts'

/** The peer: the encoder that comes with the desk's component library, not ours to import elsewhere. */
interface Peer {
  QrCode: { encodeSegments(...given: unknown[]): { getModules(): boolean[][] } }
  QrSegment: { makeBytes(bytes: number[]): unknown }
  Ecc: { MEDIUM: unknown }
}
const installed = new URL('../../../node_modules/@rc-component/qrcode/es/libs/qrcodegen.js', import.meta.url)
const { QrCode, QrSegment, Ecc } = (await import(/* @vite-ignore */ installed.href)) as Peer

const peer = (text: string, mask: number) =>
  QrCode.encodeSegments(
    [QrSegment.makeBytes([...new TextEncoder().encode(text)])],
    Ecc.MEDIUM,
    1,
    10,
    mask,
    false,
  ).getModules()
const text = (symbol: readonly (readonly boolean[])[]) =>
  symbol.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')).join('\n')

describe('qrCode', () => {
  it('draws what another encoder draws, under one of the eight masks, for every length that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 213 }), (given) => {
        const ours = text(qrCode(given))
        const theirs = Array.from({ length: 8 }, (_, mask) => text(peer(given, mask)))
        expect(theirs).toContain(ours)
      }),
      { numRuns: 60, examples: [['x'.repeat(213)], ['x'.repeat(180)], ['x'.repeat(14)], ['x'.repeat(15)]] },
    )
  })
  it('chooses the mask that reads best, as the other encoder does', () => {
    const address = 'https://heating.example.gov.cn/n/1/AbCdEfGhIjKlMnOpQrStUv'
    expect(text(qrCode(address))).toBe(text(peer(address, -1)))
  })
  it('refuses what does not fit', () => {
    expect(() => qrCode('x'.repeat(214))).toThrow(RangeError)
  })
})

describe('qrSvg', () => {
  it('draws every dark module once inside a quiet zone of four', () => {
    const dark = qrCode('清暖').flat().filter(Boolean).length
    const svg = qrSvg('清暖', 'a <b>')
    expect(svg.match(/h1v1h-1z/g)).toHaveLength(dark)
    expect(svg).toContain(`viewBox="0 0 ${qrCode('清暖').length + 8} `)
    expect(svg).toContain('<title>a &#60;b&#62;</title>')
  })
})
