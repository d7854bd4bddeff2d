import { pictureOf } from '../../../src/demo/pictures.ts'
import type { Picture } from './window.ts'

let next = 500

/** Photographs nobody has uploaded before. */
export function somePictures(count: number, what = 'photograph'): Picture[] {
  return Array.from({ length: count }, () => {
    const number = next++
    return { name: `${number}.png`, mimeType: 'image/png', buffer: pictureOf(number, what) }
  })
}
