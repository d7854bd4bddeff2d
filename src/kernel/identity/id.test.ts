import { expect, it } from 'vitest'
import { newId, newIdAfter } from './id.ts'

it('comes after those before it, even where the clock was set back since', () => {
  const ahead = newIdAfter([], Date.now() + 3 * 86_400_000)
  expect(newId() > ahead).toBe(false)
  let last = ahead
  for (let n = 0; n < 20; n++) {
    const next = newIdAfter([newId(), last, newId()])
    expect(next > last).toBe(true)
    last = next
  }
})

it('is of now where nothing later is known', () => {
  const before = newId()
  expect(newIdAfter([before]) > before).toBe(true)
  expect(newIdAfter([before]).slice(0, 8)).toBe(newId().slice(0, 8))
})
