import { expect, it } from 'vitest'
import { answersOf, gapsOf, isBusy, photosOf } from './entries.ts'

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

it('finds the gaps the act would find, item by item', () => {
  const said = { zh: 'x', en: 'x' }
  const item = (id: string, photo: boolean) => ({ id, label: said, blocks: true, photo, clauses: ['§3.3.4'] })
  const checklist = {
    id: 'in-home',
    label: said,
    by: ['supervisor'],
    clauses: ['§3.3.4'],
    status: 'plan' as const,
    note: said,
    items: [item('plate', true), item('heat', false), item('stove', false)],
  }
  const entries = {
    plate: { passed: true, photos: [], busy: true },
    heat: { passed: true, photos: [], busy: false },
  }
  expect([...gapsOf(checklist, entries)]).toEqual([
    ['plate', 'checklist.no-photo'],
    ['stove', 'checklist.unanswered'],
  ])
})
