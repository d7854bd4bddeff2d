import { expect, it } from 'vitest'
import { breather } from './breather.ts'
import { together } from './together.ts'
import { turnstile } from './turnstile.ts'

it('a breather is due after its time, and lets what waits go first', async () => {
  const breath = breather(5)
  expect(breath.due).toBe(false)
  const end = performance.now() + 8
  while (performance.now() < end);
  expect(breath.due).toBe(true)
  let waited = false
  setImmediate(() => (waited = true))
  await breath.take()
  expect(waited).toBe(true)
})

it('a turnstile lets so many go on at once, in order, and the next after one that failed', async () => {
  const inTurn = turnstile(2)
  const log: string[] = []
  const ends: (() => void)[] = []
  const told: string[] = []
  const work = (name: string) =>
    inTurn(
      async () => {
        log.push(name)
        await new Promise<void>((resolve) => ends.push(resolve))
        if (name === 'a') throw new Error('a failed')
        return name
      },
      () => told.push(name),
    )
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(work) as [
    Promise<string>,
    Promise<string>,
    Promise<string>,
    Promise<string>,
  ]
  await Promise.resolve()
  expect(log).toEqual(['a', 'b'])
  expect(told).toEqual(['c', 'd'])
  ends[0]?.()
  await expect(a).rejects.toThrow('a failed')
  expect(log).toEqual(['a', 'b', 'c'])
  ends[1]?.()
  ends[2]?.()
  expect(await Promise.all([b, c])).toEqual(['b', 'c'])
  ends[3]?.()
  expect(await d).toBe('d')
})

it('what is asked while work goes on is done together next', async () => {
  const rounds: number[][] = []
  const double = together(async (asked: readonly number[]) => {
    rounds.push([...asked])
    await new Promise((resolve) => setTimeout(resolve, 1))
    return asked.map((one) => 2 * one)
  }, 3)
  const first = [1, 2].map(double)
  await Promise.resolve()
  await Promise.resolve()
  const later = [3, 4, 5, 6].map(double)
  expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8, 10, 12])
  expect(rounds).toEqual([[1, 2], [3, 4, 5], [6]])
  expect(await double(7)).toBe(14)
})

it('who fails among others fails alone', async () => {
  const positive = together(async (asked: readonly number[]) => {
    await Promise.resolve()
    if (asked.some((one) => one < 0)) throw new Error('negative')
    return asked
  })
  const [one, two, three] = [1, -2, 3].map(positive)
  await expect(two).rejects.toThrow('negative')
  expect(await one).toBe(1)
  expect(await three).toBe(3)
})
