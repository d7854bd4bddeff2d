import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnFrom, frameDigest } from './draw.ts'

const seed = 'ab'.repeat(32)
const frames = fc.uniqueArray(fc.uuid(), { maxLength: 40 })

describe('a draw', () => {
  it('takes the homes with the smallest SHA-256 of seed and home, as anybody may calculate', () => {
    const frame = ['a', 'b', 'c', 'd', 'e'].map((x) => `00000000-0000-7000-8000-00000000000${x}`)
    const key = (home: string) => createHash('sha256').update(`${seed}:${home}`).digest('hex')
    const byHand = [...frame].sort((x, y) => (key(x) < key(y) ? -1 : 1)).slice(0, 2)
    expect(drawnFrom(seed, frame, 2)).toEqual(byHand)
  })

  it('is the same for the same seed and frame, in whatever order the frame comes', () => {
    fc.assert(
      fc.property(frames, fc.nat(50), (frame, size) => {
        const drawn = drawnFrom(seed, frame, size)
        expect(drawnFrom(seed, [...frame].reverse(), size)).toEqual(drawn)
        expect(frameDigest([...frame].reverse())).toBe(frameDigest(frame))
      }),
    )
  })

  it('takes as many as asked for, each once, all of the frame, and a larger one takes in a smaller', () => {
    fc.assert(
      fc.property(frames, fc.nat(50), (frame, size) => {
        const drawn = drawnFrom(seed, frame, size)
        expect(drawn.length).toBe(Math.min(size, frame.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((home) => frame.includes(home))).toBe(true)
        expect(drawnFrom(seed, frame, size + 1).slice(0, drawn.length)).toEqual(drawn)
      }),
    )
  })

  it('favours no home: over many seeds each comes about as often', () => {
    const frame = Array.from({ length: 10 }, (_, i) => `home-${i}`)
    const times = new Map(frame.map((home) => [home, 0]))
    for (let i = 0; i < 2000; i++)
      for (const home of drawnFrom(`seed-${i}`, frame, 3)) times.set(home, (times.get(home) ?? 0) + 1)
    for (const count of times.values()) expect(Math.abs(count - 600)).toBeLessThan(120)
  })
})
