import sharp from 'sharp'
import { expect, it } from 'vitest'
import { readFileSays } from './file-says.ts'

const aPicture = (exif?: Record<string, Record<string, string>>) => {
  const made = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
  return (exif ? made.withExif(exif) : made).jpeg().toBuffer()
}

it('reads when and where a picked photograph says it was made', async () => {
  const bytes = await aPicture({
    IFD2: { DateTimeOriginal: '2023:08:15 12:30:00' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '37/1 12/1 0/1',
      GPSLongitudeRef: 'W',
      GPSLongitude: '119/1 54/1 0/1',
    },
  })
  expect(readFileSays(bytes)).toEqual({ at: '2023-08-15T04:30:00.000Z', latitude: 37.2, longitude: -119.9 })
})

it('says nothing of one without, of one cut off and of anything else', async () => {
  expect(readFileSays(await aPicture())).toBeUndefined()
  const bytes = await aPicture({ IFD2: { DateTimeOriginal: '2023:08:15 12:30:00' } })
  for (let length = 0; length < 200; length++) readFileSays(bytes.subarray(0, length))
  expect(readFileSays(new TextEncoder().encode('no picture'))).toBeUndefined()
})
