import { describe, expect, it } from 'vitest'
import { listAddress, placeOf } from './walk.ts'

const walk = { list: '/register?names=look', stops: ['/homes/a', '/homes/b', '/homes/c'] }

describe('a place on a walk', () => {
  it('knows what comes before and after it, and where the list is', () => {
    expect(placeOf(walk, '/homes/b')).toEqual({
      list: '/register?names=look',
      at: 2,
      of: 3,
      previous: '/homes/a',
      next: '/homes/c',
    })
  })

  it('has no next at the end and no previous at the beginning', () => {
    expect(placeOf(walk, '/homes/a')).not.toHaveProperty('previous')
    expect(placeOf(walk, '/homes/c')).not.toHaveProperty('next')
  })

  it('is none where the page was not on the list, or was all of it', () => {
    expect(placeOf(walk, '/homes/d')).toBeUndefined()
    expect(placeOf({ ...walk, stops: ['/homes/a'] }, '/homes/a')).toBeUndefined()
  })
})

it('the way back to a list keeps the filters it was left with, and those of no other list', () => {
  expect(listAddress('/register', walk)).toBe('/register?names=look')
  expect(listAddress('/sources', walk)).toBe('/sources')
  expect(listAddress('/register', undefined)).toBe('/register')
})
