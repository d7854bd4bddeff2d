import { expect, it } from 'vitest'
import { mayCorrect, nextKind } from './next-kind.ts'

const contractor = ['home.install', 'home.self-check', 'home.commission']

it('after fitting comes the firm’s own check, then nothing', () => {
  const home = { kind: 'home.install' } as const
  expect(nextKind(home, [], contractor)).toBe('home.install')
  const fitted = { kind: 'home.install', state: 'waiting' } as const
  expect(nextKind(home, [fitted], contractor)).toBe('home.self-check')
  expect(nextKind(home, [fitted, { kind: 'home.self-check', state: 'done' }], contractor)).toBeUndefined()
})

it('measured parts are recorded by whoever may fit machines; the firm’s own check follows, and nothing runs', () => {
  const home = { kind: 'home.install-parts', wantsRun: false } as const
  expect(nextKind(home, [], contractor)).toBe('home.install-parts')
  expect(nextKind(home, [], ['home.inspect'])).toBeUndefined()
  const built = { kind: 'home.install-parts', state: 'waiting' } as const
  expect(nextKind(home, [built], contractor)).toBe('home.self-check')
  expect(nextKind(home, [{ ...built, state: 'held' }], contractor)).toBe('home.install-parts')
  expect(nextKind(home, [built, { kind: 'home.self-check', state: 'done' }], contractor)).toBeUndefined()
})

it('a household is asked for its wish once, by whoever may', () => {
  const home = { kind: 'wish.record' } as const
  expect(nextKind(home, [], ['wish.record'])).toBe('wish.record')
  expect(nextKind(home, [{ kind: 'wish.record', state: 'waiting' }], ['wish.record'])).toBeUndefined()
  expect(nextKind(home, [], contractor)).toBeUndefined()
})

it('what is held or was set aside is not done, and what one may not do is not offered', () => {
  const home = { kind: 'home.inspect' } as const
  expect(nextKind(home, [{ kind: 'home.inspect', state: 'set-aside' }], ['home.inspect'])).toBe(
    'home.inspect',
  )
  expect(nextKind(home, [], contractor)).toBeUndefined()
})

it('a home without a passed run is commissioned after the firm’s own check', () => {
  const home = { kind: 'home.self-check', wantsRun: true } as const
  const checked = { kind: 'home.self-check', state: 'waiting' } as const
  expect(nextKind(home, [], contractor)).toBe('home.self-check')
  expect(nextKind(home, [checked], contractor)).toBe('home.commission')
  expect(nextKind(home, [checked, { kind: 'home.commission', state: 'waiting' }], contractor)).toBeUndefined()
  expect(nextKind({ kind: 'home.check-town' }, [], ['home.check-town'])).toBe('home.check-town')
})

it('what is to be signed comes after the work, as often as there are papers', () => {
  const may = [...contractor, 'paper.take']
  const home = { kind: 'home.install', papers: ['contract'] } as const
  const done = [
    { kind: 'home.install', state: 'done' } as const,
    { kind: 'home.self-check', state: 'done' } as const,
  ]
  expect(nextKind(home, [], may)).toBe('home.install')
  expect(nextKind(home, done, may)).toBe('paper.take')
  expect(nextKind(home, done, contractor)).toBeUndefined()
  const taken = { kind: 'paper.take', state: 'waiting' } as const
  const both = { kind: 'paper.take', papers: ['commitment', 'contract'] } as const
  expect(nextKind(both, [taken], may)).toBe('paper.take')
  expect(nextKind(both, [taken, { ...taken, state: 'held' }], may)).toBe('paper.take')
  expect(nextKind(both, [taken, taken], may)).toBeUndefined()
})

it('parts on record are corrected by whoever may correct machines, and checked again afterwards', () => {
  const may = [...contractor, 'home.correct-devices']
  const home = { kind: 'home.self-check', wantsRun: false, parts: [{}] } as const
  const [checked, corrected] = [
    { kind: 'home.self-check', state: 'waiting' } as const,
    { kind: 'home.correct-parts', state: 'waiting' } as const,
  ]
  expect(mayCorrect(home, [], may)).toBe(true)
  expect(mayCorrect(home, [], contractor)).toBe(false)
  expect(mayCorrect({ ...home, parts: null }, [], may)).toBe(false)
  expect(mayCorrect({ kind: 'home.inspect', parts: [{}] }, [], may)).toBe(false)
  expect(nextKind(home, [checked], may)).toBeUndefined()
  expect(nextKind(home, [checked, corrected], may)).toBe('home.self-check')
  expect(nextKind(home, [checked, { ...corrected, state: 'held' }], may)).toBeUndefined()
  expect(nextKind(home, [corrected, checked], may)).toBeUndefined()
  const begun = { kind: 'home.install-parts', parts: [] } as const
  expect(mayCorrect(begun, [], may)).toBe(false)
  expect(mayCorrect(begun, [{ kind: 'home.install-parts', state: 'waiting' }], may)).toBe(true)
})
