import { describe, expect, it } from 'vitest'
import { againstOneHouse, caseOf, exactBits, followsFrom } from './pair.ts'

const strangers = { personBits: -20, dwellingBits: -20, exact: 0, sameHouse: false, earlier: false }
const { idNumber, account, title, family, couple } = exactBits

describe('what a pair looks like (§4.4)', () => {
  it.each([
    ['one person, two house numbers', { exact: idNumber }, 'several-homes'],
    ['one person by the scores, two house numbers', { personBits: 3 }, 'several-homes'],
    [
      'one person at one house number, all other numbers different',
      { exact: idNumber, sameHouse: true },
      'entered-twice',
    ],
    ['one person by the scores at one house number', { personBits: 3, sameHouse: true }, 'entered-twice'],
    ['neighbours at one house number', { sameHouse: true }, 'unclear'],
    ['two persons with one account', { exact: account }, 'several-families'],
    ['one person with one title', { exact: idNumber | title }, 'entered-twice'],
    ['husband and wife', { exact: family | couple }, 'several-homes'],
    ['husband and wife with one account', { exact: family | couple | account }, 'entered-twice'],
    ['husband and wife at one house number', { exact: family | couple, sameHouse: true }, 'entered-twice'],
    ['others of a family', { exact: family }, 'several-homes'],
    ['others of a family with one title', { exact: family | title }, 'several-families'],
    ['an earlier line of the person', { exact: idNumber, earlier: true }, 'helped-before'],
  ])('%s: %s', (_what, more, expected) => expect(caseOf({ ...strangers, ...more })).toBe(expected))
})

it('says what is against one dwelling only where nothing but the house number is for it', () => {
  const differing = ['householder', 'account', 'title']
  const byHouse = { ...strangers, exact: idNumber, sameHouse: true }
  expect(againstOneHouse(byHouse, differing)).toEqual(['account', 'title'])
  expect(againstOneHouse(byHouse, [])).toEqual([])
  expect(againstOneHouse({ ...byHouse, exact: idNumber | title }, differing)).toBeUndefined()
  expect(againstOneHouse({ ...byHouse, sameHouse: false }, differing)).toBeUndefined()
})

describe('decisions about a third home', () => {
  const one = { person: true, dwelling: true }
  const samePerson = { person: true, dwelling: false }
  const sameDwelling = { person: false, dwelling: true }
  const neither = { person: false, dwelling: false }
  it.each([
    [one, one, { person: true, dwelling: true }],
    [samePerson, samePerson, { person: true }],
    [sameDwelling, sameDwelling, { dwelling: true }],
    [samePerson, sameDwelling, { person: false, dwelling: false }],
    [one, neither, { person: false, dwelling: false }],
    [neither, neither, {}],
  ])('%j and %j say %j of the pair', (first, second, said) =>
    expect(followsFrom(first, second)).toEqual(said),
  )
})
