import { describe, expect, it } from 'vitest'
import { type Filter, filterInput, pageOf, sortOf, sortText, strangeTexts } from './filters.ts'

const filters: Filter[] = [
  { key: 'search', kind: 'search' },
  { key: 'town', kind: 'choice', options: [] },
  { key: 'stage', kind: 'choices', options: [] },
  { key: 'synthetic', kind: 'flag' },
]

describe('filterInput', () => {
  it('gives the query what the address says, in the query’s own forms', () => {
    expect(
      filterInput(filters, {
        search: ' 王 ',
        town: '370683101000',
        stage: 'noticed,confirmed',
        synthetic: 'no',
      }),
    ).toEqual({ search: '王', town: '370683101000', stage: ['noticed', 'confirmed'], synthetic: false })
  })

  it('asks for nothing the address does not say and no filter knows', () => {
    expect(filterInput(filters, { search: '  ', page: '3', lang: 'en' })).toEqual({})
  })
})

it('names what the address asks for and no filter has', () => {
  const all: Filter[] = [
    { key: 'stage', kind: 'choices', options: [{ value: 'noticed', label: '公示' }] },
    { key: 'synthetic', kind: 'flag' },
    { key: 'day', kind: 'day' },
    { key: 'search', kind: 'search' },
  ]
  const strange = (texts: Record<string, string>) =>
    strangeTexts(all, texts).map(({ filter, text }) => [filter.key, text])
  expect(strange({ stage: 'noticed,bogus', synthetic: 'maybe', day: '2023-02-30', search: '王' })).toEqual([
    ['stage', 'bogus'],
    ['synthetic', 'maybe'],
    ['day', '2023-02-30'],
  ])
  expect(strange({ stage: 'noticed', day: '2023-02-28' })).toEqual([])
})

it('pageOf counts from 0 and takes nonsense for the first page', () => {
  expect(['1', '4', undefined, '0', '-2', 'x', '1.5'].map((page) => pageOf(page ? { page } : {}))).toEqual([
    0, 3, 0, 0, 0, 0, 0,
  ])
})

it('sortOf reads what sortText writes, for columns that can be sorted by', () => {
  for (const sort of [
    { by: 'name', descending: true },
    { by: 'day', descending: false },
  ])
    expect(sortOf(sortText(sort), ['name', 'day'])).toEqual(sort)
  expect(sortOf('-secret', ['name'])).toBeUndefined()
  expect(sortOf(undefined, ['name'])).toBeUndefined()
})
