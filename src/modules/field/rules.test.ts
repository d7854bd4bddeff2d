import fc from 'fast-check'
import { expect, it } from 'vitest'
import { happenedAt, maySettle } from './rules.ts'

const hour = 3_600_000

it('a right clock is believed, and a wrong one set right by what it says on sending', () => {
  const nowMs = 100 * hour
  const emptiedMs = 50 * hour
  const at = (claimedMs: number, sentMs: number) => happenedAt({ claimedMs, sentMs, nowMs, emptiedMs }) / hour
  expect(at(70 * hour, nowMs)).toBe(70)
  expect(at(70 * hour, nowMs + 30_000)).toBe(70)
  expect(at(70 * hour + 8760 * hour, nowMs + 8760 * hour)).toBe(70)
  expect(at(70 * hour - 24 * hour, nowMs - 24 * hour)).toBe(70)
})

it('whatever the clocks say, an act lies between the last empty outbox and now', () => {
  const instant = fc.integer({ min: -1e13, max: 1e13 })
  fc.assert(
    fc.property(instant, instant, fc.nat(1e9), (claimedMs, sentMs, passed) => {
      const at = happenedAt({ claimedMs, sentMs, nowMs: 1e12, emptiedMs: 1e12 - passed })
      return at >= 1e12 - passed && at <= 1e12
    }),
  )
})

it('a held act is settled once, and not by its maker', () => {
  const codes = (state: 'held' | 'applied', person: string) =>
    maySettle({ state, maker: 'a' }, { id: person }).map(({ code }) => code)
  expect(codes('held', 'b')).toEqual([])
  expect(codes('held', 'a')).toEqual(['held.own'])
  expect(codes('applied', 'b')).toEqual(['held.settled-already'])
})
