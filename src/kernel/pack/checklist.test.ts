import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answeredByPaper, blockingFailures, gapsIn, tooFewPhotos } from './checklist.ts'
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
      reading: { unit: '℃', least: 15, most: 90 },
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

test.each([
  [14.9, ['checklist.out-of-range']],
  [-300, ['checklist.out-of-range']],
  [15, []],
  [90, []],
  [90.1, ['checklist.out-of-range']],
])('a reading of %s of what passed: %j', (reading, codes) => {
  const with_ = (passed: boolean) => [
    ...complete.filter(({ item }) => item !== 'outlet'),
    { item: 'outlet', passed, reading },
  ]
  expect(gapsIn(checklist, with_(true), [photo]).map(({ code }) => code)).toEqual(codes)
  expect(gapsIn(checklist, with_(false), [photo])).toEqual([])
})

test('what the program knows itself cannot be said otherwise', () => {
  const item = { label: said('count'), blocks: true, photo: false, clauses: ['§3.3.4'] }
  const own: Checklist = {
    ...checklist,
    items: [
      { ...item, id: 'count', reading: { unit: 'unit' }, onRecord: 'machines' },
      { ...item, id: 'signed', onRecord: 'commitment' },
    ],
  }
  const told = (reading: number, passed = true) => [
    { item: 'count', passed, reading },
    { item: 'signed', passed },
  ]
  const codes = (...args: [ReturnType<typeof told>, { machines?: number; commitment?: boolean }?]) =>
    gapsIn(own, args[0], [], args[1]).map(({ code }) => code)
  expect(codes(told(2), { machines: 2, commitment: true })).toEqual([])
  expect(codes(told(1), { machines: 2, commitment: false })).toEqual([
    'checklist.other-count',
    'checklist.no-commitment',
  ])
  expect(codes(told(1, false), { machines: 2, commitment: false })).toEqual([])
  expect(codes(told(1))).toEqual([])
})

test('what the household has signed is answered by the paper; what it may still sign on paper is asked', () => {
  const item = { label: said('signed'), blocks: true, photo: false, clauses: ['§3.3.4'] }
  const own: Checklist = {
    ...checklist,
    items: [
      { ...item, id: 'plain' },
      { ...item, id: 'committed', onRecord: 'commitment' },
      { ...item, id: 'confirmed', onRecord: 'confirmation' },
    ],
  }
  const answers = (known: Parameters<typeof answeredByPaper>[1]) => [...answeredByPaper(own, known)]
  expect(answers({})).toEqual([])
  expect(answers({ commitment: false, confirmation: false })).toEqual([['committed', false]])
  expect(answers({ commitment: true, confirmation: true })).toEqual([
    ['committed', true],
    ['confirmed', true],
  ])
  const ticked = own.items.map(({ id }) => ({ item: id, passed: true }))
  expect(gapsIn(own, ticked, [], { commitment: true, confirmation: false })).toEqual([])
})
