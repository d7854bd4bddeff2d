import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockingFailures, gapsIn, tooFewPhotos } from './checklist.ts'
import type { Checklist } from './schema.ts'

const said = (text: string) => ({ zh: text, en: text })
const checklist: Checklist = {
  id: 'in-home',
  label: said('visit'),
  by: ['supervisor'],
  clauses: ['§3.3.4'],
  status: 'assumed',
  note: said('note'),
  items: [
    { id: 'plate', label: said('plate'), blocks: true, photo: true, clauses: ['§3.3.4'] },
    {
      id: 'heat',
      label: said('heat'),
      blocks: true,
      photo: false,
      clauses: ['§3.3.2c'],
    },
    {
      id: 'outlet',
      label: said('outlet'),
      blocks: false,
      photo: false,
      clauses: ['§3.3.4'],
      reading: { unit: '℃' },
    },
  ],
}
const photo = { kind: 'photo', digest: 'a'.repeat(64) }
const complete = [
  { item: 'plate', passed: true, photos: [photo.digest] },
  { item: 'heat', passed: true },
  { item: 'outlet', passed: true, reading: 41 },
]

test('a complete list has no gaps', () => {
  expect(gapsIn(checklist, complete, [photo])).toEqual([])
})

test('every gap is told at once, each under the clause of its item', () => {
  const gaps = gapsIn(
    checklist,
    [
      { item: 'plate', passed: true },
      { item: 'outlet', passed: true },
      { item: 'roof', passed: true },
    ],
    [],
  )
  expect(gaps.map(({ code, facts, clauses }) => [code, facts.item, clauses[0]])).toEqual([
    ['checklist.no-photo', 'plate', '§3.3.4'],
    ['checklist.unanswered', 'heat', '§3.3.2c'],
    ['checklist.no-reading', 'outlet', '§3.3.4'],
    ['checklist.no-such-item', 'roof', '§3.3.4'],
  ])
})

test('an item answered twice is no answer', () => {
  const gaps = gapsIn(checklist, [...complete, { item: 'heat', passed: false }], [photo])
  expect(gaps.map(({ code }) => code)).toEqual(['checklist.twice'])
})

test('what failed needs neither reading nor photograph, so that a failed visit can always be recorded', () => {
  fc.assert(
    fc.property(fc.subarray(['plate', 'heat', 'outlet']), (passed) => {
      const answers = complete.map((answer) => ({ ...answer, passed: passed.includes(answer.item) }))
      expect(gapsIn(checklist, answers, passed.includes('plate') ? [photo] : [])).toEqual([])
      expect(blockingFailures(checklist, answers).map(({ id }) => id)).toEqual(
        ['plate', 'heat'].filter((id) => !passed.includes(id)),
      )
    }),
  )
})

test('a photograph counts for an item only where it came with the act, and once', () => {
  expect(gapsIn(checklist, complete, []).map(({ code }) => code)).toEqual(['checklist.no-photo'])
  expect(tooFewPhotos(checklist, [photo, photo], 2).map(({ facts }) => facts)).toEqual([
    { photos: 1, least: 2 },
  ])
  expect(tooFewPhotos(checklist, [photo, { kind: 'photo', digest: 'b'.repeat(64) }], 2)).toEqual([])
})
