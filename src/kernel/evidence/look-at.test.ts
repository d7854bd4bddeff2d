import sharp from 'sharp'
import { expect, it } from 'vitest'
import { lookAt } from './look-at.ts'
import { nearMasks } from './looks.ts'
import { aScene } from './scene-samples.ts'

const digest = 'a'.repeat(64)
const bitsOf = async (bytes: Uint8Array) => (await lookAt(digest, bytes)).bits
const apart = (a: bigint | undefined, b: bigint | undefined) =>
  a === undefined || b === undefined ? 64 : [...(a ^ b).toString(2)].filter((bit) => bit === '1').length

it('a scene made smaller, saved again or cut at the edge still looks the same; another does not', async () => {
  const scene = await aScene(1)
  const bits = await bitsOf(scene)
  const smaller = await sharp(scene).resize(400).jpeg({ quality: 40 }).toBuffer()
  const brighter = await sharp(scene).modulate({ brightness: 1.2 }).webp().toBuffer()
  expect(apart(bits, await bitsOf(smaller))).toBeLessThanOrEqual(3)
  expect(apart(bits, await bitsOf(brighter))).toBeLessThanOrEqual(5)
  for (let other = 2; other < 12; other++)
    expect(apart(bits, await bitsOf(await aScene(other)))).toBeGreaterThan(12)
})

it('a plain picture, a broken one and one that is none have no look', async () => {
  const plain = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888' } })
    .png()
    .toBuffer()
  expect(await bitsOf(plain)).toBeUndefined()
  expect(await bitsOf((await aScene(1)).subarray(0, 500))).toBeUndefined()
  expect(await bitsOf(Buffer.from('no picture'))).toBeUndefined()
})

it('reads when and where a file says it was made', async () => {
  const bytes = await sharp(await aScene(1))
    .withExif({
      IFD2: { DateTimeOriginal: '2023:08:15 12:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '37/1 12/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '119/1 54/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
  expect((await lookAt(digest, bytes)).file).toEqual({
    at: new Date('2023-08-15T04:30:00Z'),
    latitude: 37.2,
    longitude: 119.9,
  })
})

it('turns as many bits of a block as its nearest block may have turned', () => {
  expect([nearMasks(3).length, nearMasks(7).length, nearMasks(8).length]).toEqual([1, 17, 137])
})
