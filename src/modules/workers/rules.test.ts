import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../kernel/dates/day.ts'
import { checkAttendance } from './rules/attendance.ts'
import { isMonth, lastDayOf, monthAfter, monthOf } from './rules/months.ts'
import { checkProof, dueOn, stepRefusals, wageState } from './rules/wages.ts'
import {
  checkPosting,
  checkRegistering,
  crewDemands,
  crewRefusals,
  isOnSite,
  type WorkerState,
} from './rules/workers.ts'

const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)
const worker = (given: Partial<WorkerState> = {}): WorkerState => ({
  id: 'w',
  firm: 'f',
  leftOn: null,
  registeredOn: '2023-05-01',
  contractSignedOn: null,
  postings: [{ id: 'p', lot: 'l', from: '2023-06-01', to: '2023-06-30' }],
  ...given,
})
const lot = { code: 'L1', contractor: 'f' }
const today = '2023-08-15'

describe('the real-name register', () => {
  const facts = { exists: false, known: undefined, firm: { id: 'f', kind: 'contractor' }, lot }
  it('takes nobody without a number that checks, and nobody twice (§3.2.3)', () => {
    expect(checkRegistering(facts, { idNumber: '11010519491231002X', lot: 'l' }, today)).toEqual([])
    expect(codes(checkRegistering(facts, { idNumber: '110105194912310021' }, today))).toEqual([
      'worker.id-number',
    ])
    for (const known of ['here', 'elsewhere'] as const)
      expect(codes(checkRegistering({ ...facts, known }, { idNumber: '11010519491231002X' }, today))).toEqual(
        [`worker.known-${known}`],
      )
    expect(
      codes(
        checkRegistering(
          { ...facts, lot: { code: 'L2', contractor: 'g' } },
          { idNumber: '11010519491231002X', lot: 'x', telephone: '1', contractSignedOn: '2023-09-01' },
          today,
        ),
      ),
    ).toEqual(['worker.telephone', 'worker.day-ahead', 'worker.lot-of-another'])
  })

  it('lets no two stays on one lot overlap', () => {
    const asked = (fromDay: string, toDay?: string) =>
      codes(checkPosting(worker(), lot, { lot: 'l', fromDay, toDay }))
    expect(asked('2023-07-01')).toEqual([])
    expect(asked('2023-06-30')).toEqual(['worker.posted-already'])
    expect(asked('2023-05-01')).toEqual(['worker.posted-already'])
    expect(asked('2023-05-01', '2023-05-31')).toEqual([])
    expect(asked('2023-05-02', '2023-05-01')).toEqual(['worker.days-turned'])
  })

  it('knows who is on site on a day, first and last day included', () => {
    const stay = { id: 'p', lot: 'l', from: '2023-06-01', to: '2023-06-30' }
    expect(
      ['2023-05-31', '2023-06-01', '2023-06-30', '2023-07-01'].map((day) => isOnSite(stay, day)),
    ).toEqual([false, true, true, false])
  })
})

describe('who fitted a home', () => {
  it('must be on the roll, whatever the pack asks; nobody named is refused where it asks for somebody', () => {
    for (const demand of crewDemands) {
      expect(codes(crewRefusals({ hasPeople: true, named: 2, strangers: 1 }, demand))).toEqual([
        'home.crew-unknown',
      ])
      expect(crewRefusals({ hasPeople: true, named: 1, strangers: 0 }, demand)).toEqual([])
    }
    const none = (hasPeople: boolean) =>
      crewDemands.map((demand) => crewRefusals({ hasPeople, named: 0, strangers: 0 }, demand).length)
    expect(none(true)).toEqual([0, 1, 1])
    expect(none(false)).toEqual([0, 0, 1])
  })
})

describe('attendance', () => {
  const facts = {
    lot: { contractor: 'f', supervisor: 's' },
    isOfLot: true,
    workers: new Map([['w', worker()]]),
    there: new Map<string, string>(),
  }
  const asked = { lot: 'l', village: 'v', day: '2023-06-30', workers: ['w'] }
  it('counts registered people on site, in one village a day, soon (§3.2.3)', () => {
    const on = '2023-07-02'
    expect(checkAttendance(facts, asked, 3, on)).toEqual([])
    expect(codes(checkAttendance(facts, { ...asked, workers: ['w', 'x'] }, 3, on))).toEqual([
      'attendance.not-on-site',
    ])
    expect(codes(checkAttendance(facts, { ...asked, day: '2023-07-01' }, 3, on))).toEqual([
      'attendance.not-on-site',
    ])
    expect(codes(checkAttendance({ ...facts, there: new Map([['w', 'u']]) }, asked, 3, on))).toEqual([
      'attendance.elsewhere',
    ])
    expect(codes(checkAttendance({ ...facts, there: new Map([['w', 'v']]) }, asked, 3, on))).toEqual([
      'attendance.all-there',
    ])
    expect(codes(checkAttendance(facts, asked, 3, '2023-07-04'))).toEqual(['attendance.too-late'])
    expect(codes(checkAttendance(facts, asked, 3, '2023-06-29'))).toEqual(['attendance.day-ahead'])
    expect(codes(checkAttendance({ ...facts, isOfLot: false }, asked, 3, on))).toEqual([
      'attendance.other-village',
    ])
  })
})

const terms = { dueDay: 15, escalateDays: 10 }
const month = fc.integer({ min: 0, max: 60 }).map((n) => monthOf(addDays('2022-01-15', n * 30)))

describe('months', () => {
  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(month, (each) => {
        expect(isMonth(monthAfter(each))).toBe(true)
        expect(addDays(lastDayOf(each), 1)).toBe(`${monthAfter(each)}-01`)
      }),
    )
  })
})

describe('wages', () => {
  it('are due on a day of the next month, on its last where it has no such day', () => {
    expect(dueOn('2023-07', terms)).toBe('2023-08-15')
    expect(dueOn('2023-01', { ...terms, dueDay: 31 })).toBe('2023-02-28')
    fc.assert(
      fc.property(month, fc.integer({ min: 1, max: 31 }), (each, dueDay) => {
        expect(monthOf(dueOn(each, { ...terms, dueDay }))).toBe(monthAfter(each))
      }),
    )
  })

  it('warn when late, and escalate once they stay so (§3.2.3)', () => {
    const pay = { month: '2023-07', worked: 3, paid: 2, lastPaidOn: '2023-08-14' }
    const on = (day: string, given: Partial<typeof pay> = {}) => wageState({ ...pay, ...given }, terms, day)
    expect([on('2023-08-15'), on('2023-08-16'), on('2023-08-25'), on('2023-08-26')]).toEqual([
      'open',
      'late',
      'late',
      'escalated',
    ])
    expect(on('2023-12-01', { paid: 3 })).toBe('paid')
    expect(on('2023-12-01', { paid: 3, lastPaidOn: '2023-08-16' })).toBe('paid-late')
    expect(on('2023-12-01', { worked: 0, paid: 0 })).toBe('nothing')
  })

  it('of nobody unpaid are never overdue, of somebody unpaid never paid', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2022-06-01', n))
    fc.assert(
      fc.property(month, fc.nat(9), fc.nat(9), day, (each, worked, paid, on) => {
        const state = wageState(
          { month: each, worked, paid: Math.min(worked, paid), lastPaidOn: on },
          terms,
          on,
        )
        expect(['late', 'escalated', 'open'].includes(state)).toBe(paid < worked)
      }),
    )
  })

  it('are urged when late and talked over only when they stay unpaid', () => {
    expect(codes(stepRefusals('open', 'urged'))).toEqual(['wage.not-late'])
    expect(stepRefusals('late', 'urged')).toEqual([])
    expect(codes(stepRefusals('late', 'interviewed'))).toEqual(['wage.not-escalated'])
    expect(stepRefusals('escalated', 'interviewed')).toEqual([])
  })

  it('are proved once for each of the firm’s own people, not before they were earned', () => {
    const facts = {
      firm: { id: 'f', kind: 'contractor' },
      exists: false,
      hasAccount: true,
      own: new Set(['w', 'v']),
      paid: new Set(['v']),
    }
    const asked = { month: '2023-07', paidOn: '2023-08-10', lines: [{ worker: 'w' }] }
    expect(checkProof(facts, asked, today)).toEqual([])
    expect(codes(checkProof(facts, { ...asked, lines: [{ worker: 'v' }] }, today))).toEqual([
      'wage.paid-already',
    ])
    expect(codes(checkProof(facts, { ...asked, lines: [{ worker: 'w' }, { worker: 'w' }] }, today))).toEqual([
      'wage.twice',
    ])
    expect(codes(checkProof(facts, { ...asked, lines: [{ worker: 'x' }] }, today))).toEqual(['wage.not-own'])
    expect(codes(checkProof(facts, { ...asked, paidOn: '2023-06-30' }, today))).toEqual(['wage.paid-before'])
    expect(codes(checkProof(facts, { ...asked, month: '2023-09', paidOn: '2023-09-01' }, today))).toEqual([
      'wage.month-ahead',
      'wage.day-ahead',
    ])
  })
})
