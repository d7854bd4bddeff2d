import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPosted,
  isRunning,
  lastDayOf,
  mayConfirm,
  mayOpen,
  mayPost,
  type NoticeToConfirm,
  readiness,
  type WaitingHome,
} from './notice.ts'

const village = {
  id: 'v',
  code: '370683101201',
  town: '370683101000',
  name: '甲村',
  ready: 0,
  waiting: 0,
  unscreened: 1,
  unknown: 2,
  no: 3,
}

const aHome = (changes: Partial<WaitingHome> = {}): WaitingHome => ({
  home: 'h',
  answer: 'yes',
  ended: false,
  onRoad: false,
  duplicates: 0,
  blockingDuplicates: 0,
  changed: false,
  ...changes,
})

const aNotice = (changes: Partial<NoticeToConfirm> = {}): NoticeToConfirm => ({
  id: 'n',
  village: village.code,
  town: village.town,
  number: 1,
  state: 'open',
  openedOn: '2023-08-15',
  closesOn: '2023-08-22',
  postedOn: '2023-08-15',
  openObjections: 0,
  waiting: [aHome()],
  ...changes,
})
const codes = (notice: NoticeToConfirm, today = '2023-08-23') =>
  mayConfirm(notice, { today }).map((r) => r.code)

describe('a notice', () => {
  it('opens where somebody is ready, and says why the others are not', () => {
    expect(mayOpen({ ...village, ready: 1 })).toEqual([])
    expect(mayOpen({ ...village, waiting: 2 }).map(({ code }) => code)).toEqual(['notice.register-locked'])
    expect(mayOpen(village)).toEqual([
      { code: 'notice.none-ready', clauses: ['§3.1.3d'], facts: { unscreened: 1, unknown: 2, no: 3 } },
    ])
  })

  it('is posted neither before it was opened nor tomorrow, nor after it was confirmed', () => {
    const posted = (day: string) => checkPosted(aNotice(), day, '2023-08-16').map((r) => r.code)
    expect(posted('2023-08-14')).toEqual(['notice.posted-too-early'])
    expect(posted('2023-08-17')).toEqual(['day.in-future'])
    expect(posted('2023-08-16')).toEqual([])
    expect(mayPost(aNotice({ state: 'confirmed' })).map((r) => r.code)).toEqual(['notice.confirmed-already'])
  })

  it('is confirmed only after its last day', () => {
    expect(codes(aNotice(), '2023-08-22')).toEqual(['notice.period-running'])
    expect(mayConfirm(aNotice(), { today: '2023-08-20' })[0]?.facts).toEqual({
      closesOn: '2023-08-22',
      from: '2023-08-23',
    })
    expect(codes(aNotice(), '2023-08-23')).toEqual([])
  })

  it('has no last day before its board hangs, and is not over meanwhile', () => {
    const unposted = aNotice({ postedOn: null })
    expect(lastDayOf(unposted)).toBeNull()
    expect(isRunning(unposted, '2023-09-30')).toBe(true)
    expect(codes(unposted, '2023-08-20')).toEqual(['notice.not-posted'])
    expect(isRunning(aNotice(), '2023-08-22')).toBe(true)
    expect(isRunning(aNotice(), '2023-08-23')).toBe(false)
  })

  it('gives every reason at once', () => {
    const notice = aNotice({ postedOn: null, openObjections: 2, waiting: [aHome({ answer: 'unknown' })] })
    expect(codes(notice, '2023-08-16')).toEqual([
      'notice.not-posted',
      'notice.objections-open',
      'notice.none-to-confirm',
    ])
  })

  it('is confirmed for some while others wait, and closed where nobody waits any more', () => {
    expect(codes(aNotice({ waiting: [aHome(), aHome({ duplicates: 2 })] }))).toEqual([])
    expect(codes(aNotice({ waiting: [] }))).toEqual([])
    expect(codes(aNotice({ waiting: [aHome({ ended: true })] }))).toEqual([])
  })
})

describe('readiness', () => {
  it('never confirms what is not a yes, has left, or is not what the board shows', () => {
    const home = fc.record({
      home: fc.constant('h'),
      answer: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      ended: fc.boolean(),
      onRoad: fc.boolean(),
      duplicates: fc.integer({ min: 0, max: 7 }),
      blockingDuplicates: fc.integer({ min: 0, max: 7 }),
      changed: fc.boolean(),
    })
    fc.assert(
      fc.property(home, (given) => {
        const confirmed = readiness(given).outcome === 'confirm'
        const may = given.answer === 'yes' && !given.ended && !given.changed && given.blockingDuplicates === 0
        expect(confirmed).toBe(may)
      }),
    )
  })

  it('lets a duplicate wait rather than go, whatever screening makes of it', () => {
    for (const answer of ['no', 'unknown'] as const)
      expect(readiness(aHome({ answer, duplicates: 1 }))).toEqual({ outcome: 'wait', reason: 'duplicate' })
    expect(readiness(aHome({ duplicates: 4, blockingDuplicates: 4 }))).toEqual({
      outcome: 'wait',
      reason: 'duplicate',
    })
  })

  it('confirms a shared key an exception was granted for', () => {
    expect(readiness(aHome({ duplicates: 1, blockingDuplicates: 0 }))).toEqual({ outcome: 'confirm' })
  })

  it('sends back what changed or fails, and keeps what is unknown', () => {
    expect(readiness(aHome({ changed: true }))).toEqual({ outcome: 'return', reason: 'changed' })
    expect(readiness(aHome({ answer: 'no' }))).toEqual({ outcome: 'return', reason: 'no' })
    expect(readiness(aHome({ answer: 'unknown' }))).toEqual({ outcome: 'wait', reason: 'unknown' })
    expect(readiness(aHome({ ended: true, changed: true }))).toEqual({ outcome: 'ended' })
  })
})
