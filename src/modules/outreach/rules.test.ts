import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPack } from '../../kernel/pack/samples.ts'
import { checkMeeting, outcomeOf } from './rules/meeting.ts'
import { checkPublicity, mayStrike } from './rules/publicity.ts'
import { checkWish, mayAsk } from './rules/wish.ts'

const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)
const id = '0189a000-0000-7000-8000-000000000001'
const other = '0189a000-0000-7000-8000-000000000002'
const said = (en: string) => ({ zh: en, en })
const term = { clauses: ['§1.1'], label: said('term'), status: 'assumed' as const, note: said('note') }
const pack = aPack({}, [], {
  outreach: {
    activities: [
      { ...term, id: 'leaflet', reach: 'count' },
      { ...term, id: 'home-visit', reach: 'homes' },
    ],
    reasons: [{ ...term, id: 'cost' }],
  },
})

describe('what a meeting decided (§3.1.3b)', () => {
  const terms = { quorumPercent: 66.67, majorityPercent: 50 }
  const vote = (route: string, forIt: number, against = 0) => ({ route, for: forIt, against, abstained: 0 })
  const outcome = (representatives: number, present: number, ...votes: ReturnType<typeof vote>[]) =>
    outcomeOf({ representatives, present, votes }, terms)

  it('is nothing without two thirds of the representatives, and says so', () => {
    expect(outcome(9, 6, vote('gas', 6))).toEqual({ route: 'gas', why: null })
    expect(outcome(9, 5, vote('gas', 5))).toEqual({ route: null, why: 'no-quorum' })
    expect(outcome(50, 33, vote('gas', 33))).toEqual({ route: null, why: 'no-quorum' })
    expect(outcome(9, 0, vote('gas', 0))).toEqual({ route: null, why: 'no-quorum' })
  })

  it('needs more than half of those present, not of those who voted', () => {
    expect(outcome(9, 8, vote('gas', 5, 3))).toEqual({ route: 'gas', why: null })
    expect(outcome(9, 8, vote('gas', 4, 1))).toEqual({ route: null, why: 'no-majority' })
  })

  it('is the route with most votes, and none where two have as many', () => {
    expect(outcome(9, 9, vote('gas', 5), vote('heat', 6))).toEqual({ route: 'heat', why: null })
    expect(outcome(9, 9, vote('gas', 6), vote('heat', 6))).toEqual({ route: null, why: 'tie' })
  })

  it('whatever the votes, either a route or why not, and never one without majority and quorum', () => {
    const count = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        count,
        fc.array(count, { minLength: 1 }),
        (all, came, fors) => {
          const votes = fors.map((forIt, i) => vote(`r${i}`, Math.min(forIt, came)))
          const { route, why } = outcome(all, Math.min(came, all), ...votes)
          expect((route === null) !== (why === null)).toBe(true)
          const won = votes.find((each) => each.route === route)
          if (won) expect(won.for * 2).toBeGreaterThan(Math.min(came, all))
        },
      ),
    )
  })

  it('is checked against who was there, the pack’s routes, and today', () => {
    const meeting = { heldOn: '2023-05-10', representatives: 9, present: 8, votes: [vote('gas', 7, 1)] }
    const check = (given: object) =>
      codes(checkMeeting({ ...meeting, ...given }, ['gas', 'heat'], '2023-05-10'))
    expect(check({})).toEqual([])
    expect(check({ heldOn: '2023-05-11' })).toEqual(['day.in-future'])
    expect(check({ representatives: 7 })).toEqual(['meeting.more-present'])
    expect(check({ votes: [vote('gas', 8, 1)] })).toEqual(['meeting.more-votes'])
    expect(check({ votes: [vote('wood', 7)] })).toEqual(['village.route-unknown'])
    expect(check({ votes: [vote('gas', 4), vote('gas', 4)] })).toEqual(['meeting.route-twice'])
  })
})

describe('publicity (§3.1.3a)', () => {
  const facts = { code: '370683101201', ownHomes: [id] }
  const leaflet = {
    ...{ village: id, id, activity: 'leaflet', heldOn: '2023-05-06', carriedOutBy: '村委会' },
    ...{ families: 100, reached: 80 },
  }
  const check = (given: object) => codes(checkPublicity(facts, { ...leaflet, ...given }, pack, '2023-05-06'))

  it('says how many families it reached, or which homes', () => {
    expect(check({})).toEqual([])
    expect(check({ reached: undefined })).toEqual(['publicity.reached-missing'])
    expect(check({ reached: undefined, homes: [id] })).toEqual([])
    expect(check({ activity: 'home-visit' })).toEqual(['publicity.homes-missing'])
    expect(check({ activity: 'home-visit', homes: [id] })).toEqual([])
  })

  it('is of the pack’s kinds, held by today, in this village, and reaches no more than there are', () => {
    expect(check({ activity: 'airship' })).toEqual(['publicity.kind-unknown'])
    expect(check({ heldOn: '2023-05-07' })).toEqual(['day.in-future'])
    expect(check({ homes: [id, other] })).toEqual(['publicity.not-of-village'])
    expect(check({ reached: 101 })).toEqual(['publicity.more-than-families'])
  })

  it('is struck once', () => {
    expect(mayStrike({ struckOn: null })).toEqual([])
    expect(codes(mayStrike({ struckOn: '2023-05-07' }))).toEqual(['publicity.struck'])
  })
})

describe('a wish (§3.1.3b)', () => {
  const check = (given: object) => codes(checkWish({ home: id, wish: 'wants', ...given }, pack, ['gas']))

  it('has its reason where it is not simply yes, of the pack’s; a route is the county’s', () => {
    expect(check({})).toEqual([])
    expect(check({ wish: 'does-not-want' })).toEqual(['wish.reason-missing'])
    expect(check({ wish: 'undecided', reason: 'cost' })).toEqual([])
    expect(check({ wish: 'undecided', reason: 'weather' })).toEqual(['wish.reason-unknown'])
    expect(check({ route: 'wood' })).toEqual(['village.route-unknown'])
  })

  it('is asked of homes that are in the programme', () => {
    expect(mayAsk({ ended: null, line: 'heating' })).toEqual([])
    expect(codes(mayAsk({ ended: null, line: 'building' }))).toEqual(['wish.no-route'])
    expect(codes(mayAsk({ ended: 'withdrawn', line: 'heating' }))).toEqual(['wish.home-ended'])
  })
})
