import { expect, it } from 'vitest'
import { endingOf, type OwnStanding, standingOf } from './standing.ts'

const home: OwnStanding = { stage: 'screened', ended: null, answer: 'yes', waits: false }

it.each<[Partial<OwnStanding>, ReturnType<typeof standingOf>]>([
  [{ stage: 'applied', answer: 'unknown' }, 'checking'],
  [{ answer: 'no' }, 'refused'],
  [{ answer: 'unknown' }, 'open'],
  [{}, 'eligible'],
  [{ waits: true }, 'waiting'],
  [{ stage: 'noticed' }, 'noticed'],
  [{ stage: 'noticed', answer: 'no' }, 'refused'],
  [{ stage: 'noticed', answer: 'unknown' }, 'open'],
  [{ stage: 'confirmed' }, 'in'],
  [{ stage: 'installed', answer: 'no' }, 'in'],
  [{ stage: 'installed', ended: 'withdrawn' }, 'left'],
  [{ answer: 'no', ended: 'refused' }, 'left'],
])('a home that is %o stands so', (changes, standing) => {
  expect(standingOf({ ...home, ...changes })).toBe(standing)
})

it('an ending is told by what happened where a change says it', () => {
  expect(endingOf('withdrawn', 'die')).toBe('die')
  expect(endingOf('withdrawn', 'demolish')).toBe('demolish')
  expect(endingOf('withdrawn', 'withdraw')).toBe('withdrawn')
  expect(endingOf('refused', 'refuse')).toBe('refused')
  expect(endingOf('revoked', null)).toBe('revoked')
})
