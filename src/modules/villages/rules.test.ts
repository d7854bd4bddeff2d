import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPack } from '../../kernel/pack/samples.ts'
import {
  checkDemolition,
  checkJoinLot,
  checkRoute,
  mayDecideRoute,
  mayJoinLot,
  type VillageFacts,
  villageState,
} from './rules.ts'

const facts = (given: Partial<VillageFacts> = {}): VillageFacts => ({
  code: '370683101201',
  demolitionPlanned: null,
  route: null,
  lot: null,
  homesInHand: 0,
  buildingLot: null,
  buildingHomes: 0,
  buildingInHand: 0,
  ...given,
})
const village = '0189a000-0000-7000-8000-000000000001'
const decision = { village, route: 'heat-pump-air-heater', decidedOn: '2023-05-10' }
const choices = ['heat-pump-air-heater', 'central-heating']
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('the route of a village (§4.1a)', () => {
  it('is decided, and decided anew while no home is being fitted', () => {
    expect(mayDecideRoute(facts())).toEqual([])
    expect(mayDecideRoute(facts({ route: 'central-heating' }))).toEqual([])
  })

  it('stands once a home is in a contractor’s hands', () => {
    expect(mayDecideRoute(facts({ route: 'central-heating', homesInHand: 3 }))).toMatchObject([
      { code: 'village.route-in-use', clauses: ['§4.1a'], facts: { homes: 3 } },
    ])
  })

  it('is none for a village that is to be demolished; not knowing refuses nobody', () => {
    expect(codes(mayDecideRoute(facts({ demolitionPlanned: true })))).toEqual(['village.to-be-demolished'])
    expect(mayDecideRoute(facts({ demolitionPlanned: false }))).toEqual([])
  })

  it('is one of the pack’s, decided by today, and a change', () => {
    expect(checkRoute(facts(), decision, choices, '2023-05-10')).toEqual([])
    expect(codes(checkRoute(facts(), { ...decision, route: 'wood' }, choices, '2023-05-09'))).toEqual([
      'village.route-unknown',
      'village.decided-in-future',
    ])
    expect(codes(checkRoute(facts({ route: decision.route }), decision, choices, '2023-05-10'))).toEqual([
      'village.route-same',
    ])
  })
})

describe('joining a lot', () => {
  const wantedLot = { id: village, code: 'L-1', line: 'heating' as const }

  it('needs a route and no demolition, and every reason is told', () => {
    expect(mayJoinLot(facts({ route: 'central-heating' }))).toEqual([])
    expect(codes(mayJoinLot(facts({ demolitionPlanned: true })))).toEqual([
      'village.to-be-demolished',
      'village.no-route',
    ])
  })

  it('may be changed until homes are handed over', () => {
    const joined = { route: 'central-heating', lot: 'x' }
    expect(mayJoinLot(facts(joined))).toEqual([])
    expect(codes(mayJoinLot(facts({ ...joined, homesInHand: 1 })))).toEqual(['village.lot-in-use'])
  })

  it('is one of each line of work; only the heating line needs a route', () => {
    const building = { ...wantedLot, line: 'building' as const }
    expect(mayJoinLot(facts({ wantedLot: building }))).toEqual([])
    expect(codes(mayJoinLot(facts({ wantedLot })))).toEqual(['village.no-route'])
    const begun = { route: 'central-heating', lot: 'x', homesInHand: 1 }
    expect(mayJoinLot(facts({ ...begun, wantedLot: building }))).toEqual([])
    expect(
      codes(
        mayJoinLot(facts({ buildingLot: 'y', buildingHomes: 2, buildingInHand: 2, wantedLot: building })),
      ),
    ).toEqual(['village.lot-in-use'])
    expect(
      codes(
        checkJoinLot(facts({ buildingLot: village, wantedLot: building }), [], aPack({}, []), '2023-08-15'),
      ),
    ).toEqual(['village.lot-same'])
  })

  it('is offered as long as either line may have one', () => {
    const begun = { route: 'central-heating', lot: 'x', homesInHand: 1 }
    expect(mayJoinLot(facts({ ...begun, buildingHomes: 1 }))).toEqual([])
    expect(codes(mayJoinLot(facts(begun)))).toEqual(['village.lot-in-use'])
    expect(
      codes(mayJoinLot(facts({ ...begun, buildingHomes: 1, buildingLot: 'y', buildingInHand: 1 }))),
    ).toEqual(['village.lot-in-use'])
  })

  it('is for another lot that exists', () => {
    const check = (given: Partial<VillageFacts> = {}) =>
      codes(checkJoinLot(facts(given), [], aPack({}, []), '2023-08-15'))
    expect(check()).toEqual(['lot.not-found'])
    expect(check({ wantedLot })).toEqual([])
    expect(check({ lot: wantedLot.id, wantedLot })).toEqual(['village.lot-same'])
  })
})

it('marking the demolition plan is a change: from unknown either way, else to the other', () => {
  for (const planned of [true, false]) {
    expect(checkDemolition(facts(), { village, planned })).toEqual([])
    expect(checkDemolition(facts({ demolitionPlanned: !planned }), { village, planned })).toEqual([])
    expect(codes(checkDemolition(facts({ demolitionPlanned: planned }), { village, planned }))).toEqual([
      'village.demolition-same',
    ])
  }
})

describe('where a village stands', () => {
  const settled = { route: 'central-heating', lot: 'L-1' }

  it('names the first thing that is missing', () => {
    expect(villageState({ route: null, lot: null }, { accepted: 3 })).toBe('no-route')
    expect(villageState({ route: 'central-heating', lot: null }, {})).toBe('no-lot')
    expect(villageState(settled, { confirmed: 12, applied: 2 })).toBe('not-assigned')
  })

  it('is accepted only when nothing confirmed is left before acceptance; applications still open do not count', () => {
    const building = ['confirmed', 'assigned', 'installed', 'self-checked', 'inspected'] as const
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...building, 'applied'), fc.nat(3)), (counts) => {
        const open = building.some((stage) => (counts[stage] ?? 0) > 0)
        expect(villageState(settled, { ...counts, accepted: 1 })).toBe(open ? 'under-way' : 'accepted')
      }),
    )
  })
})
