import { chromium } from 'playwright-core'

const fonts = ['Noto Sans CJK SC', 'Noto Serif CJK SC']
const size = 48
/** Half of `size`: shapes are compared blurred and at half their size, so that a pixel or two do not matter. */
const side = size / 2
/** Dense characters resemble all others a little: only the nearest of each count. */
const most = 20
const least = 0.5

/**
 * Which characters look alike: `己已巳`, a character and those near it, each pair said once. Each is drawn in a sans and
 * a serif, blurred, and compared with every other, shifted by up to two pixels. Takes some minutes.
 */
export async function alikePairs(browser, characters) {
  const drawn = await draw(browser, characters)
  const shapes = drawn.map((bitmaps) => bitmaps.map((bitmap) => normalised(halved(blurred(bitmap)))))
  const near = characters.map(() => [])
  for (let a = 0; a < characters.length; a++)
    for (let b = a + 1; b < characters.length; b++) {
      if (product(shapes[a][0], shapes[b][0]) < least - 0.2) continue
      const likeness = mean(shapes[a].map((shape, font) => shifted(shape, shapes[b][font])))
      if (likeness < least) continue
      near[a].push({ character: characters[b], likeness })
      near[b].push({ character: characters[a], likeness })
    }
  return nearest(new Map(characters.map((character, at) => [character, near[at]])))
}

function nearest(near) {
  const top = new Map(
    [...near].map(([character, list]) => {
      const sorted = [...list].sort((one, other) => other.likeness - one.likeness).slice(0, most)
      return [character, new Set(sorted.map((one) => one.character))]
    }),
  )
  return [...top].flatMap(([character, list]) => {
    const once = [...list].filter((other) => character < other || !top.get(other)?.has(character))
    return once.length === 0 ? [] : [character + once.join('')]
  })
}

async function draw(executablePath, characters) {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.setContent('<canvas></canvas>')
    const all = []
    for (let from = 0; from < characters.length; from += 500) {
      const packed = await page.evaluate(paint, { part: characters.slice(from, from + 500), fonts, size })
      const bytes = Buffer.from(packed, 'base64')
      const area = size * size
      for (let at = 0; at < bytes.length; at += area * fonts.length)
        all.push(
          fonts.map((_, font) => Float32Array.from(bytes.subarray(at + font * area, at + (font + 1) * area))),
        )
    }
    return all
  } finally {
    await browser.close()
  }
}

/** Runs in the page: the darkness of each pixel, one byte each, as base64. */
function paint({ part, fonts, size }) {
  const canvas = document.querySelector('canvas')
  canvas.width = canvas.height = size
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  const bytes = new Uint8Array(part.length * fonts.length * size * size)
  let at = 0
  for (const character of part)
    for (const font of fonts) {
      pen.clearRect(0, 0, size, size)
      pen.font = `${size - 4}px "${font}"`
      pen.fillText(character, size / 2, size / 2)
      const { data } = pen.getImageData(0, 0, size, size)
      for (let pixel = 3; pixel < data.length; pixel += 4) bytes[at++] = data[pixel]
    }
  let text = ''
  for (let from = 0; from < bytes.length; from += 8192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8192))
  return btoa(text)
}

function blurred(bitmap) {
  const once = (from) => {
    const to = new Float32Array(from.length)
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) {
        let sum = 0
        for (let dy = -1; dy <= 1; dy++)
          for (let dx = -1; dx <= 1; dx++) sum += from[(y + dy) * size + x + dx] ?? 0
        to[y * size + x] = sum / 9
      }
    return to
  }
  return once(bitmap)
}

function halved(bitmap) {
  const half = new Float32Array(side * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = 2 * y * size + 2 * x
      half[y * side + x] = bitmap[at] + bitmap[at + 1] + bitmap[at + size] + bitmap[at + size + 1]
    }
  return half
}

function normalised(shape) {
  const middle = mean(shape)
  const centred = shape.map((value) => value - middle)
  const length = Math.sqrt(product(centred, centred)) || 1
  return centred.map((value) => value / length)
}

function product(a, b) {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at]
  return sum
}

/** The best likeness of two shapes when one is moved by a pixel of theirs in any direction. */
function shifted(a, b) {
  let best = product(a, b)
  for (const by of [-1, 1, -side, side]) {
    let sum = 0
    const [from, to] = [Math.max(0, -by), Math.min(a.length, a.length - by)]
    for (let at = from; at < to; at++) sum += a[at] * b[at + by]
    best = Math.max(best, sum)
  }
  return best
}

function mean(values) {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}
