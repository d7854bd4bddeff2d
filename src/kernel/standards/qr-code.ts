/**
 * QR codes (ISO/IEC 18004) for addresses on paper: bytes, error correction M, versions 1 to 10, up to 213 bytes.
 */

/** By version from 1: code words in all, code words of error correction per block, blocks. */
const layouts = [
  [26, 10, 1],
  [44, 16, 1],
  [70, 26, 1],
  [100, 18, 2],
  [134, 24, 2],
  [172, 16, 4],
  [196, 18, 4],
  [242, 22, 4],
  [292, 22, 5],
  [346, 26, 5],
] as const
const alignments = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
]

/** The modules of the symbol, row by row; true is dark. Throws where the text is too long. */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = layouts.findIndex((_, at) => bytes.length <= capacity(at + 1)) + 1
  if (version === 0) throw new RangeError(`A text of ${bytes.length} bytes is too long for a QR code here.`)
  const codewords = interleave(dataCodewords(bytes, version), version)
  let best: { grid: Grid; penalty: number } | undefined
  for (let mask = 0; mask < 8; mask++) {
    const grid = draw(version, codewords, mask)
    const penalty = penaltyOf(grid.dark)
    if (!best || penalty < best.penalty) best = { grid, penalty }
  }
  return best?.grid.dark ?? []
}

/** The symbol as SVG with its quiet zone, one unit a module. */
export function qrSvg(text: string, title = ''): string {
  const dark = qrCode(text)
  const size = dark.length + 8
  const path = dark
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('')
  const label = title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img"><title>${label}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}

const layoutOf = (version: number) => layouts[version - 1] ?? layouts[0]

function dataLength(version: number): number {
  const [total, correction, blocks] = layoutOf(version)
  return total - correction * blocks
}

/** Mode and length take 12 bits, from version 10 on 20. */
const capacity = (version: number): number => dataLength(version) - (version < 10 ? 2 : 3)

function dataCodewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const put = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1)
  }
  put(0b0100, 4)
  put(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) put(byte, 8)
  const length = dataLength(version) * 8
  put(0, Math.min(4, length - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < length; pad ^= 0xec ^ 0x11) put(pad, 8)
  return Array.from({ length: length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((value, bit) => (value << 1) | bit, 0),
  )
}

/** Blocks with their Reed–Solomon remainders, woven together; the later blocks may be one longer. */
function interleave(data: readonly number[], version: number): number[] {
  const [total, correction, count] = layoutOf(version)
  const shorter = count - (total % count)
  const dataOfShort = Math.floor(total / count) - correction
  const divisor = divisorOf(correction)
  let from = 0
  const blocks = Array.from({ length: count }, (_, at) => {
    const length = dataOfShort + (at < shorter ? 0 : 1)
    const block = data.slice(from, (from += length))
    return { block, rest: remainder(block, divisor) }
  })
  const woven: number[] = []
  for (let at = 0; at <= dataOfShort; at++)
    for (const { block } of blocks) if (at < block.length) woven.push(block[at] ?? 0)
  for (let at = 0; at < correction; at++) for (const { rest } of blocks) woven.push(rest[at] ?? 0)
  return woven
}

/** In the field of 256 elements over x⁸+x⁴+x³+x²+1. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--)
    product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a)
  return product & 0xff
}

function divisorOf(degree: number): number[] {
  const coefficients = [...Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let step = 0; step < degree; step++) {
    for (let at = 0; at < degree; at++)
      coefficients[at] =
        multiply(coefficients[at] ?? 0, root) ^ (at + 1 < degree ? (coefficients[at + 1] ?? 0) : 0)
    root = multiply(root, 2)
  }
  return coefficients
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const rest = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    divisor.forEach((coefficient, at) => (rest[at] = (rest[at] ?? 0) ^ multiply(coefficient, factor)))
  }
  return rest
}

interface Grid {
  dark: boolean[][]
  /** Patterns that masks leave alone. */
  fixed: boolean[][]
}

function draw(version: number, codewords: readonly number[], mask: number): Grid {
  const size = version * 4 + 17
  const empty = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const grid: Grid = { dark: empty(), fixed: empty() }
  drawPatterns(grid, version, size)
  drawFormat(grid, size, mask)
  drawVersion(grid, size, version)
  drawCodewords(grid, size, codewords, mask)
  return grid
}

function set({ dark, fixed }: Grid, x: number, y: number, isDark: boolean): void {
  const [row, kept] = [dark[y], fixed[y]]
  if (!row || !kept || x < 0 || x >= row.length) return
  row[x] = isDark
  kept[x] = true
}

function drawPatterns(grid: Grid, version: number, size: number): void {
  for (let at = 0; at < size; at++) {
    set(grid, 6, at, at % 2 === 0)
    set(grid, at, 6, at % 2 === 0)
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(grid, cx + dx, cy + dy, ring !== 2 && ring !== 4)
      }
  const centres = alignments[version - 1] ?? []
  const last = centres.length - 1
  centres.forEach((cy, i) =>
    centres.forEach((cx, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++)
          set(grid, cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
    }),
  )
}

const bitOf = (value: number, at: number): boolean => ((value >>> at) & 1) === 1

/** Error correction M is 00. */
function drawFormat(grid: Grid, size: number, mask: number): void {
  let rest = mask
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  for (let at = 0; at <= 5; at++) set(grid, 8, at, bitOf(bits, at))
  set(grid, 8, 7, bitOf(bits, 6))
  set(grid, 8, 8, bitOf(bits, 7))
  set(grid, 7, 8, bitOf(bits, 8))
  for (let at = 9; at < 15; at++) set(grid, 14 - at, 8, bitOf(bits, at))
  for (let at = 0; at < 8; at++) set(grid, size - 1 - at, 8, bitOf(bits, at))
  for (let at = 8; at < 15; at++) set(grid, 8, size - 15 + at, bitOf(bits, at))
  set(grid, 8, size - 8, true)
}

function drawVersion(grid: Grid, size: number, version: number): void {
  if (version < 7) return
  let rest = version
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let at = 0; at < 18; at++) {
    const [a, b] = [size - 11 + (at % 3), Math.floor(at / 3)]
    set(grid, a, b, bitOf(bits, at))
    set(grid, b, a, bitOf(bits, at))
  }
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Up and down in columns of two from the right, past the timing column. */
function drawCodewords(
  { dark, fixed }: Grid,
  size: number,
  codewords: readonly number[],
  mask: number,
): void {
  const isMasked = masks[mask] ?? (() => false)
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        const [row, kept] = [dark[y], fixed[y]]
        if (!row || kept?.[x]) continue
        const value = bit < codewords.length * 8 && bitOf(codewords[bit >>> 3] ?? 0, 7 - (bit & 7))
        bit += 1
        row[x] = value !== isMasked(x, y)
      }
  }
}

/** How hard a reader would find it: long runs, blocks, false finders, and too much of one shade. */
function penaltyOf(dark: readonly (readonly boolean[])[]): number {
  const columns = dark.map((_, x) => dark.map((row) => row[x] ?? false))
  let penalty = 0
  for (const line of [...dark, ...columns]) {
    const text = line.map((isDark) => (isDark ? '1' : '0')).join('')
    for (const run of text.match(/1{5,}|0{5,}/g) ?? []) penalty += run.length - 2
    const padded = `0000${text}0000`
    penalty += 40 * (padded.match(/(?=00001011101|10111010000)/g) ?? []).length
  }
  for (let y = 0; y + 1 < dark.length; y++)
    for (let x = 0; x + 1 < dark.length; x++) {
      const shade = dark[y]?.[x]
      if (shade === dark[y]?.[x + 1] && shade === dark[y + 1]?.[x] && shade === dark[y + 1]?.[x + 1])
        penalty += 3
    }
  const share = dark.flat().filter(Boolean).length / (dark.length * dark.length)
  return penalty + 10 * Math.max(0, Math.ceil(Math.abs(share - 0.5) * 20) - 1)
}
