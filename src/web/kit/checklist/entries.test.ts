import { expect, it } from 'vitest'
import { answersOf, isBusy, photosOf } from './entries.ts'

const photo = (letter: string) => ({
  digest: letter.repeat(64),
  size: 1,
  mediaType: 'image/jpeg',
  name: letter,
})

it('answers only what was decided, each with its own reading and photographs', () => {
  const entries = {
    plate: { passed: true, photos: [photo('a'), photo('b')], busy: false },
    heat: { passed: false, reading: null, photos: [], busy: false },
    outlet: { passed: true, reading: 0, photos: [], busy: false },
    stove: { photos: [photo('c')], busy: true },
  }
  expect(answersOf(entries)).toEqual([
    { item: 'plate', passed: true, photos: ['a'.repeat(64), 'b'.repeat(64)] },
    { item: 'heat', passed: false },
    { item: 'outlet', passed: true, reading: 0 },
  ])
  expect(photosOf(entries).map(({ kind, digest }) => [kind, digest[0]])).toEqual([
    ['photo', 'a'],
    ['photo', 'b'],
    ['photo', 'c'],
  ])
  expect(isBusy(entries)).toBe(true)
})
