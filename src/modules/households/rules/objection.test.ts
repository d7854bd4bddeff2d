import { describe, expect, it } from 'vitest'
import type { Pack } from '../../../kernel/pack/pack.ts'
import { addDays } from '../../../kernel/dates/day.ts'
import type { NoticeState } from './notice.ts'
import {
  checkDecision,
  checkOwn,
  checkRaised,
  checkReview,
  mayDecide,
  mayFollowUp,
  mayNarrow,
  mayRaise,
  mayRaiseOwn,
  type NamedHome,
  reviewUntil,
} from './objection.ts'

const notice: NoticeState = {
  id: 'n',
  village: '370683101201',
  town: '370683101000',
  number: 1,
  state: 'open',
  openedOn: '2023-08-15',
  closesOn: '2023-08-22',
  postedOn: '2023-08-15',
}
const label = { zh: '事项', en: 'A fact' }
const pack = {
  facts: { 'household.isActualResident': { type: 'boolean', label }, 'home.kind': { type: 'text', label } },
  parameters: { 'notice.periodDays': { days: 'working', values: [{ from: '2023-01-01', value: 7 }] } },
  calendar: { years: {} },
} as unknown as Pack
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('raising an objection', () => {
  const raised = { receivedOn: '2023-08-16', named: [], about: [], isThere: false }
  const onNotice = { outcome: null }
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
  it('is taken for as long as the board does not hang, since no day of the period has run (§3.1.3d)', () => {
    const unposted = { ...notice, postedOn: null }
    const on = (receivedOn: string) => codes(checkRaised(unposted, { ...raised, receivedOn }, '2023-09-30'))
    expect(on('2023-09-30')).toEqual([])
    expect(on('2023-08-14')).toEqual(['objection.before-notice'])
  })
  it('needs every home it names still on the notice, once, and not confirmed yet', () => {
    const naming = (named: (string | number)[], about: NamedHome[]) =>
      codes(checkRaised(notice, { ...raised, named, about }, '2023-08-16'))
    expect(naming(['h', 'k'], [onNotice, { outcome: 'returned' }])).toEqual(['objection.home-gone'])
    expect(naming(['h', 'k'], [onNotice, undefined])).toEqual(['objection.home-not-on-notice'])
    expect(
      checkRaised(
        notice,
        { ...raised, named: [3, 40, 41], about: [onNotice, undefined, undefined] },
        '2023-08-16',
      ),
    ).toMatchObject([{ code: 'objection.numbers-not-on-notice', facts: { numbers: '40、41' } }])
    expect(naming(['h', 'k'], [onNotice, { outcome: 'confirmed' }])).toEqual(['objection.home-confirmed'])
    expect(naming([3, 3], [onNotice, onNotice])).toEqual(['objection.home-twice'])
  })
  it('names at most twenty', () => {
    const naming = (count: number) => ({
      named: Array.from({ length: count }, (_, at) => at + 1),
      about: Array.from({ length: count }, () => onNotice),
    })
    expect(checkRaised(notice, { ...raised, ...naming(20) }, '2023-08-16')).toEqual([])
    expect(checkRaised(notice, { ...raised, ...naming(21) }, '2023-08-16')).toMatchObject([
      { code: 'objection.too-many-homes', facts: { count: 21, most: 20 } },
    ])
  })
  it('is taken once under its own number', () => {
    expect(codes(checkRaised(notice, { ...raised, isThere: true }, '2023-08-16'))).toEqual([
      'objection.raised-already',
    ])
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
  const today = '2023-08-16'
  const objection = {
    id: 'o',
    state: 'open' as const,
    raisedBy: 'cadre',
    home: 'h',
    notice,
    followUpBy: null,
    followedOn: null,
    aboutOwn: false,
    upheldBy: [],
    raisedOn: '2023-08-15',
  }
  it('needs another person than who wrote it down, once', () => {
    expect(mayDecide(objection, 'officer')).toEqual([])
    expect(codes(mayDecide(objection, 'cadre'))).toEqual(['objection.own'])
    expect(codes(mayDecide({ ...objection, state: 'rejected' }, 'officer'))).toEqual([
      'objection.decided-already',
    ])
  })
  it('of a family about what was upheld is answered by another than who upheld it', () => {
    const review = { ...objection, upheldBy: ['clerk'] }
    expect(codes(mayDecide(review, 'clerk'))).toEqual(['objection.own-answer'])
    expect(mayDecide(review, 'officer')).toEqual([])
  })
  it('of a family about what was upheld is taken once, for as many days as a notice runs, counted as those are', () => {
    // Friday: the weekend counts for nothing.
    const until = reviewUntil(pack, '2023-08-11')
    expect(until).toBe('2023-08-22')
    const review = { notice: 'n', position: 1, until, isAsked: false }
    const asked = { isThere: false, openOnes: 0 }
    expect(checkReview(review, asked, until)).toEqual([])
    expect(codes(checkReview(review, asked, addDays(until, 1)))).toEqual(['objection.review-over'])
    expect(codes(checkReview({ ...review, isAsked: true }, asked, until))).toEqual([
      'objection.reviewed-already',
    ])
    expect(codes(checkReview(review, { ...asked, isThere: true }, until))).toEqual([
      'objection.raised-already',
    ])
    expect(codes(checkReview(review, { ...asked, openOnes: 3 }, until))).toEqual(['objection.too-many-open'])
  })
  it('may be narrowed to homes where it names none, by whoever may answer it', () => {
    const whole = { ...objection, home: null }
    expect(mayNarrow(whole, 'officer')).toEqual([])
    expect(codes(mayNarrow(whole, 'cadre'))).toEqual(['objection.own'])
    expect(codes(mayNarrow({ ...whole, state: 'narrowed' }, 'officer'))).toEqual([
      'objection.decided-already',
    ])
    for (const aboutOne of [objection, { ...whole, aboutOwn: true }])
      expect(codes(mayNarrow(aboutOne, 'officer'))).toEqual(['objection.about-home-already'])
  })
  it('is closed once it was narrowed', () => {
    expect(codes(mayDecide({ ...objection, home: null, state: 'narrowed' }, 'officer'))).toEqual([
      'objection.decided-already',
    ])
  })
  const about = { outcome: null }
  const upheld = { decision: 'upheld' as const, home: 'h', about }
  it('upheld about a home settles a yes-or-no fact of the pack', () => {
    expect(codes(checkDecision(upheld, pack, today))).toEqual(['objection.needs-consequence'])
    expect(codes(checkDecision({ ...upheld, fact: 'household.isActualResident' }, pack, today))).toEqual([
      'objection.needs-consequence',
    ])
    expect(codes(checkDecision({ ...upheld, fact: 'home.kind', settled: 'no' }, pack, today))).toEqual([
      'objection.no-such-fact',
    ])
    const excepting = { facts: { 'exception.severalHomes': { type: 'boolean', label } } } as unknown as Pack
    const excepted = { ...upheld, fact: 'exception.severalHomes', settled: 'yes' as const, hasPaper: true }
    expect(codes(checkDecision(excepted, excepting, today))).toEqual(['objection.no-such-fact'])
    expect(codes(checkDecision({ ...upheld, fact: 'nothing', settled: 'no' }, pack, today))).toEqual([
      'objection.no-such-fact',
    ])
    expect(
      checkDecision({ ...upheld, fact: 'household.isActualResident', settled: 'unknown' }, pack, today),
    ).toEqual([])
  })
  it('settles for certain on a paper, and refuses no family unheard', () => {
    const no = {
      ...upheld,
      fact: 'household.isActualResident',
      settled: 'no' as const,
      outcome: 'no' as const,
    }
    const heard = { on: today }
    expect(codes(checkDecision(no, pack, today))).toEqual(['evidence.required', 'objection.family-unheard'])
    expect(codes(checkDecision({ ...no, heard }, pack, today))).toEqual(['evidence.required'])
    const proved = { ...no, hasPaper: true, paper: '入户核实记录' }
    expect(codes(checkDecision({ ...proved, paper: undefined, heard }, pack, today))).toEqual([
      'objection.paper-unnamed',
    ])
    expect(codes(checkDecision(proved, pack, today))).toEqual(['objection.family-unheard'])
    expect(codes(checkDecision({ ...proved, heard: { on: addDays(today, 1) } }, pack, today))).toEqual([
      'day.in-future',
    ])
    expect(checkDecision({ ...proved, heard }, pack, today)).toEqual([])
    const early = { ...proved, heard, raisedOn: addDays(today, 1) }
    expect(codes(checkDecision(early, pack, today))).toEqual(['objection.heard-before'])
    expect(checkDecision({ ...proved, outcome: 'unknown' }, pack, today)).toEqual([])
    expect(checkDecision({ ...no, settled: 'unknown', outcome: 'unknown' }, pack, today)).toEqual([])
  })
  it('has no consequence where it is not upheld or names no home', () => {
    expect(checkDecision({ decision: 'rejected', home: 'h', about }, pack, today)).toEqual([])
    const fact = { fact: 'household.isActualResident', settled: 'no' as const }
    expect(codes(checkDecision({ decision: 'rejected', home: 'h', about, ...fact }, pack, today))).toEqual([
      'objection.consequence-without-home',
    ])
    expect(
      codes(checkDecision({ decision: 'upheld', home: null, about: undefined, ...fact }, pack, today)),
    ).toEqual(['objection.consequence-without-home'])
  })
  it('says what will be done, by whom and by when, where it is upheld and names no home', () => {
    const noHome = { decision: 'upheld' as const, home: null, about: undefined }
    const followUp = { what: '核对漏报农户并补充登记', who: '镇街张某', by: '2023-08-30' }
    expect(codes(checkDecision(noHome, pack, today))).toEqual(['objection.needs-follow-up'])
    expect(checkDecision({ ...noHome, followUp }, pack, today)).toEqual([])
    expect(
      codes(checkDecision({ ...noHome, followUp: { ...followUp, by: '2023-08-15' } }, pack, today)),
    ).toEqual(['objection.follow-up-past'])
    const settled = { fact: 'household.isActualResident', settled: 'no' as const }
    for (const decided of [
      { decision: 'rejected' as const, home: null, about: undefined },
      { ...upheld, ...settled },
    ])
      expect(codes(checkDecision({ ...decided, followUp }, pack, today))).toEqual([
        'objection.follow-up-not-asked',
      ])
  })
  it('is followed up once, where something was promised', () => {
    const promised = { ...objection, state: 'upheld' as const, followUpBy: '2023-08-30', followedOn: null }
    expect(mayFollowUp(promised)).toEqual([])
    expect(codes(mayFollowUp({ ...promised, followedOn: '2023-08-20' }))).toEqual([
      'objection.followed-already',
    ])
    expect(codes(mayFollowUp({ ...promised, followUpBy: null }))).toEqual(['objection.nothing-to-follow'])
  })
  it('leaves the confirmed register alone', () => {
    const late = {
      ...upheld,
      about: { outcome: 'confirmed' as const },
      fact: 'household.isActualResident',
      settled: 'no' as const,
    }
    expect(codes(checkDecision(late, pack, today))).toEqual(['objection.home-confirmed'])
    expect(codes(checkDecision({ ...upheld, about: undefined }, pack, today))).toEqual([
      'objection.home-not-on-notice',
    ])
  })
})
