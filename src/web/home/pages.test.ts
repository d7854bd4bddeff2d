import { expect, it } from 'vitest'
import { words } from './all-words.ts'
import { homePages } from './pages.ts'

const repeated = (all: readonly string[]): string[] => all.filter((each, at) => all.indexOf(each) !== at)

it('the household’s pages each have an address and a title of their own', () => {
  expect(homePages.length).toBeGreaterThan(3)
  expect(repeated(homePages.map(({ path }) => path))).toEqual([])
  expect(repeated(homePages.map(({ titleKey }) => titleKey))).toEqual([])
})

it('no part of the telephone’s words overwrites another’s', () => {
  expect(repeated(words.flatMap((part) => Object.keys(part)))).toEqual([])
})
