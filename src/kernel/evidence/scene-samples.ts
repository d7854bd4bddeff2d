import sharp from 'sharp'

/** A picture with light and shade all its own, by its number, as a JPEG. */
export async function aScene(number: number, size = 800): Promise<Buffer> {
  let state = number * 2_654_435_761
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  const patches = Array.from({ length: 12 * 9 }, () => Math.floor(next() * 256))
  return sharp(Buffer.from(patches), { raw: { width: 12, height: 9, channels: 1 } })
    .resize(size, Math.round((size * 3) / 4), { kernel: 'cubic' })
    .jpeg({ quality: 85 })
    .toBuffer()
}
