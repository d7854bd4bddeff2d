import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../kernel/dates/day.ts'
import { checkProposal, mayDecide, mayPropose } from './rules/plans.ts'
import { curveOf, isBehind, type Job, projectedFinish, scheduleBackward } from './rules/schedule.ts'

const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)
const today = '2023-08-01'
const deadline = '2023-08-31'

const job = fc.record({
  homes: fc.integer({ min: 0, max: 60 }),
  crews: fc.integer({ min: 1, max: 4 }),
  homesPerDay: fc.integer({ min: 1, max: 6 }),
  from: fc.integer({ min: -20, max: 40 }).map((days) => addDays(today, days)),
})
const jobs = fc
  .array(job, { maxLength: 12 })
  .map((all): Job[] => all.map((each, at) => ({ ...each, village: `v${at}` })))
const crews = fc.integer({ min: 1, max: 6 })

describe('the backward schedule (§3.2.1)', () => {
  const placed = (all: readonly Job[], count: number) => scheduleBackward(all, count, { today, deadline })

  it('has no crew in two villages on one day', () => {
    fc.assert(
      fc.property(jobs, crews, (all, count) => {
        const { shifts } = placed(all, count)
        const taken = shifts.map(({ crew, day }) => `${crew} ${day}`)
        expect(new Set(taken).size).toBe(taken.length)
        expect(shifts.every(({ crew }) => crew >= 0 && crew < count)).toBe(true)
      }),
    )
  })

  it('finishes every village by the deadline and not before it may start, or names it', () => {
    fc.assert(
      fc.property(jobs, crews, (all, count) => {
        const { shifts, late } = placed(all, count)
        for (const { village, homes, from } of all) {
          const own = shifts.filter((shift) => shift.village === village)
          const sum = own.reduce((total, shift) => total + shift.homes, 0)
          expect(late.includes(village) ? sum === 0 && homes > 0 : sum === homes).toBe(true)
          for (const { day } of own) {
            expect(day <= deadline && day >= today && day >= from).toBe(true)
          }
        }
      }),
    )
  })

  it('asks of no crew more than it fits in a day, and of no village more crews than go there', () => {
    fc.assert(
      fc.property(jobs, crews, (all, count) => {
        const { shifts } = placed(all, count)
        const perDay = new Map<string, number>()
        for (const { village, day, homes } of shifts) {
          const own = all.find((each) => each.village === village)
          expect(homes).toBeGreaterThan(0)
          expect(homes).toBeLessThanOrEqual(own?.homesPerDay ?? 0)
          const key = `${village} ${day}`
          perDay.set(key, (perDay.get(key) ?? 0) + 1)
          expect(perDay.get(key)).toBeLessThanOrEqual(own?.crews ?? 0)
        }
      }),
    )
  })

  it('names a single village exactly when its crews cannot do it', () => {
    fc.assert(
      fc.property(job, crews, (each, count) => {
        const { late } = placed([{ ...each, village: 'v' }], count)
        const parts = Math.min(each.crews, count, each.homes)
        const needed = parts === 0 ? 0 : Math.ceil(Math.ceil(each.homes / parts) / each.homesPerDay)
        const start = each.from > today ? each.from : today
        expect(late.length > 0).toBe(each.homes > 0 && needed > daysBetween(start, deadline) + 1)
      }),
    )
  })

  it('leaves as late as possible: the last day has work where any is placed', () => {
    const { shifts, late } = placed([{ village: 'v', homes: 10, crews: 2, homesPerDay: 3, from: today }], 2)
    expect(late).toEqual([])
    expect(curveOf(shifts)).toEqual([
      { day: '2023-08-30', homes: 6 },
      { day: '2023-08-31', homes: 10 },
    ])
  })
})

describe('the early warning', () => {
  const progress = { remaining: 28, recent: 14, paceDays: 14, capacity: 100 }
  it('foretells from the pace of late, or from what the firm says it has', () => {
    expect(projectedFinish(progress, today)).toBe('2023-08-29')
    expect(projectedFinish({ ...progress, recent: 0, capacity: 4 }, today)).toBe('2023-08-08')
    expect(projectedFinish({ ...progress, recent: 0, capacity: 0 }, today)).toBe(null)
    expect(isBehind(progress, today, deadline)).toBe(false)
    expect(isBehind({ ...progress, remaining: 31 }, today, deadline)).toBe(true)
    expect(isBehind({ ...progress, recent: 0, capacity: 0 }, today, deadline)).toBe(true)
    expect(isBehind({ ...progress, remaining: 0, recent: 0, capacity: 0 }, today, deadline)).toBe(false)
  })
})

describe('a village’s plan (§3.2.2)', () => {
  const village = { code: 'v', lot: { contractor: 'f' }, isOpen: false, crews: 3 }
  it('is proposed within what the firm has, from today to the deadline, one at a time', () => {
    expect(mayPropose(village)).toEqual([])
    expect(codes(mayPropose({ ...village, isOpen: true, crews: null }))).toEqual([
      'plan.open-already',
      'plan.no-crews',
    ])
    expect(codes(mayPropose({ ...village, lot: undefined, crews: null }))).toEqual(['plan.no-contractor'])
    const asked = (startsOn: string, count = 1) =>
      codes(checkProposal(village, { startsOn, crews: count }, { today, deadline }))
    expect(asked(today, 3)).toEqual([])
    expect(asked('2023-07-31', 4)).toEqual(['plan.starts-in-past', 'plan.too-many-crews'])
    expect(asked('2023-09-01')).toEqual(['plan.starts-after-deadline'])
  })

  it('is answered once, by somebody else', () => {
    const plan = { code: 'v', state: 'proposed', proposedBy: 'a' } as const
    expect(mayDecide(plan, { id: 'b' })).toEqual([])
    expect(codes(mayDecide(plan, { id: 'a' }))).toEqual(['plan.own'])
    expect(codes(mayDecide({ ...plan, state: 'agreed' }, { id: 'b' }))).toEqual(['plan.decided'])
  })
})
