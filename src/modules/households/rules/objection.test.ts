import { describe, expect, it } from 'vitest'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { NoticeState } from './notice.ts'
import { checkDecision, checkOwn, checkRaised, mayDecide, mayRaise, mayRaiseOwn } from './objection.ts'

const notice: NoticeState = {
  id: 'n',
  village: '370683101201',
  town: '370683101000',
  number: 1,
  state: 'open',
  openedOn: '2023-08-15',
  closesOn: '2023-08-22',
  postedOn: null,
}
const pack = {
  facts: { 'household.isActualResident': { type: 'boolean' }, 'home.kind': { type: 'text' } },
} as unknown as Pack
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('raising an objection', () => {
  const raised = { receivedOn: '2023-08-16', named: false, about: undefined }
  it('is open from the first to the last day of the period, also when entered later', () => {
    for (const day of ['2023-08-15', '2023-08-22'])
      expect(checkRaised(notice, { ...raised, receivedOn: day }, '2023-08-25')).toEqual([])
    for (const day of ['2023-08-14', '2023-08-23'])
      expect(codes(checkRaised(notice, { ...raised, receivedOn: day }, '2023-08-25'))).toEqual([
        'objection.outside-period',
      ])
    expect(codes(checkRaised(notice, { ...raised, receivedOn: '2023-08-17' }, '2023-08-16'))).toEqual([
      'day.in-future',
    ])
  })
  it('needs the home it names on the notice, and not confirmed yet', () => {
    expect(codes(checkRaised(notice, { ...raised, named: true }, '2023-08-16'))).toEqual([
      'objection.home-not-on-notice',
    ])
    const confirmed = { ...raised, named: true, about: { outcome: 'confirmed' as const } }
    expect(codes(checkRaised(notice, confirmed, '2023-08-16'))).toEqual(['objection.home-confirmed'])
  })
  it('ends with the confirmation', () => {
    expect(mayRaise(notice)).toEqual([])
    expect(codes(mayRaise({ ...notice, state: 'confirmed' }))).toEqual(['notice.confirmed-already'])
  })
  it('is for a household its own village’s matter, a few at a time', () => {
    expect(codes(checkOwn('370683101202', notice, 0))).toEqual(['objection.other-village'])
    expect(codes(checkOwn(notice.village, undefined, 0))).toEqual(['objection.other-village'])
    expect(codes(checkOwn(notice.village, notice, 3))).toEqual(['objection.too-many-open'])
    expect(checkOwn(notice.village, notice, 2)).toEqual([])
    expect(codes(mayRaiseOwn(0))).toEqual(['objection.no-notice'])
  })
})

describe('deciding an objection', () => {
  const objection = { id: 'o', state: 'open' as const, raisedBy: 'cadre', home: 'h', notice }
  it('needs another person than who wrote it down, once', () => {
    expect(mayDecide(objection, 'officer')).toEqual([])
    expect(codes(mayDecide(objection, 'cadre'))).toEqual(['objection.own'])
    expect(codes(mayDecide({ ...objection, state: 'rejected' }, 'officer'))).toEqual([
      'objection.decided-already',
    ])
  })
  const about = { outcome: null }
  const upheld = { decision: 'upheld' as const, home: 'h', about }
  it('upheld about a home settles a yes-or-no fact of the pack', () => {
    expect(codes(checkDecision(upheld, pack))).toEqual(['objection.needs-consequence'])
    expect(codes(checkDecision({ ...upheld, fact: 'household.isActualResident' }, pack))).toEqual([
      'objection.needs-consequence',
    ])
    expect(codes(checkDecision({ ...upheld, fact: 'home.kind', settled: 'no' }, pack))).toEqual([
      'objection.no-such-fact',
    ])
    expect(codes(checkDecision({ ...upheld, fact: 'nothing', settled: 'no' }, pack))).toEqual([
      'objection.no-such-fact',
    ])
    expect(
      checkDecision({ ...upheld, fact: 'household.isActualResident', settled: 'unknown' }, pack),
    ).toEqual([])
  })
  it('has no consequence where it is not upheld or names no home', () => {
    expect(checkDecision({ decision: 'rejected', home: 'h', about }, pack)).toEqual([])
    expect(checkDecision({ decision: 'upheld', home: null, about: undefined }, pack)).toEqual([])
    const fact = { fact: 'household.isActualResident', settled: 'no' as const }
    expect(codes(checkDecision({ decision: 'rejected', home: 'h', about, ...fact }, pack))).toEqual([
      'objection.consequence-without-home',
    ])
    expect(codes(checkDecision({ decision: 'upheld', home: null, about: undefined, ...fact }, pack))).toEqual(
      ['objection.consequence-without-home'],
    )
  })
  it('leaves the confirmed register alone', () => {
    const late = {
      ...upheld,
      about: { outcome: 'confirmed' as const },
      fact: 'household.isActualResident',
      settled: 'no' as const,
    }
    expect(codes(checkDecision(late, pack))).toEqual(['objection.home-confirmed'])
    expect(codes(checkDecision({ ...upheld, about: undefined }, pack))).toEqual([
      'objection.home-not-on-notice',
    ])
  })
})
