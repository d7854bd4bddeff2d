import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Checklist } from '../../kernel/pack/schema.ts'
import { stages } from '../households/stages.ts'
import { aFilledChecklist, aSerial } from '../works/samples.ts'
import {
  type AcceptanceFacts,
  checkInspection,
  completes,
  findingsOf,
  mayInspect,
  maySignOff,
} from './rules.ts'

const facts = (
  given: Partial<AcceptanceFacts> = {},
  stage: AcceptanceFacts['home']['stage'] = 'self-checked',
) => ({
  home: {
    id: 'h',
    town: '370683101000',
    village: '370683101201',
    sequence: 1,
    line: 'heating' as const,
    areaKind: 'rural' as const,
    stage,
    ended: null,
    answer: 'yes' as const,
    contractor: 'contractor',
    supervisor: 'supervisor',
    householder: '模拟户',
    accountHolder: null,
    accountNumber: null,
    transformerArea: null,
    wantedUnits: 2,
    confirmedOn: '2023-06-20',
    acceptedOn: null,
    committed: false,
    coalFinding: null,
  },
  serials: [aSerial(1), aSerial(2)],
  installedBy: 'installer',
  selfCheckedOn: '2023-08-02',
  commissioning: null,
  selfCheckedBy: 'checker',
  visit: null,
  signedBy: {},
  visitors: [],
  samplers: {},
  stopped: [],
  ...given,
})
const passed = { id: 'v', passed: true, inspector: 'inspector', visitedOn: '2023-08-05' }
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

const said = (text: string) => ({ zh: text, en: text })
const checklist: Checklist = {
  id: 'in-home',
  label: said('l'),
  by: ['supervisor'],
  clauses: ['§3.3.4'],
  status: 'assumed',
  note: said('n'),
  items: [
    { id: 'terminal', label: said('terminal'), blocks: true, photo: true, clauses: ['§3.3.2c'] },
    { id: 'stove', label: said('stove'), blocks: false, photo: false, clauses: ['§3.3.2a'] },
  ],
}
const photo = { kind: 'photo', digest: 'a'.repeat(64) }
const visit = (failed: string[] = [], serials = [aSerial(1), aSerial(2)], visitedOn = '2023-08-05') => ({
  home: 'h',
  visitedOn,
  items: aFilledChecklist(checklist, [photo.digest], failed),
  serials,
})

describe('a home of measured parts', () => {
  const part = (id: string, areaM2: number, passedM2: number | null = null) => ({
    part: id,
    label: said(id),
    areaM2,
    passedM2,
  })
  const built = (given: Partial<AcceptanceFacts> = {}) =>
    facts({ serials: [], parts: [part('wall', 60, 58), part('roof', 40, 40)], ...given })
  const seen = (wall: number, roof: number) => ({
    ...visit([], []),
    parts: [
      { part: 'wall', areaM2: wall },
      { part: 'roof', areaM2: roof },
    ],
  })
  const check = (input: ReturnType<typeof seen>, given = built(), tolerance?: number) =>
    codes(checkInspection(given, input, [photo], checklist, 1, '2023-08-10', true, tolerance))

  it('passes with less than recorded, never with more, and waits for no commissioning', () => {
    expect(check(seen(60, 40))).toEqual([])
    expect(check(seen(59.99, 12))).toEqual([])
    expect(check(seen(60.01, 40))).toEqual(['part.more-than-recorded'])
  })

  it('has every part measured once, no other part, and no machine', () => {
    expect(check({ ...seen(60, 40), parts: [{ part: 'wall', areaM2: 60 }] })).toEqual(['part.not-measured'])
    const twice = seen(60, 40)
    expect(check({ ...twice, parts: [...twice.parts, { part: 'roof', areaM2: 1 }] })).toEqual([
      'part.measured-twice',
    ])
    expect(check({ ...twice, parts: [...twice.parts, { part: 'door', areaM2: 1 }] })).toEqual([
      'part.not-on-record',
    ])
    expect(check({ ...twice, serials: [aSerial(1)] })).toEqual(['home.made-of-parts'])
    expect(
      check({ ...visit(), parts: twice.parts }, facts({ commissioning: { runBy: 'x', passed: true } })),
    ).toEqual(['home.made-of-machines'])
  })

  it('fails where a part is not there, or where nothing is on record', () => {
    expect(findingsOf(built(), seen(60, 0), checklist)).toEqual([{ kind: 'part-not-done', of: 'roof' }])
    expect(findingsOf(built({ parts: [] }), { ...seen(1, 1), parts: [] }, checklist)).toEqual([
      { kind: 'no-part', of: '' },
    ])
  })

  it('fails a sample where less is there than was accepted, beyond the tolerance; more says nothing', () => {
    expect(findingsOf(built(), seen(56.26, 38.8), checklist, 3)).toEqual([])
    expect(findingsOf(built(), seen(56.25, 38.79), checklist, 3)).toEqual([
      { kind: 'part-short', of: 'wall' },
      { kind: 'part-short', of: 'roof' },
    ])
    expect(check(seen(70, 40), built(), 3)).toEqual([])
  })
})

describe('who visits, and when (§3.3.4)', () => {
  it('is after the firm’s own check and before the acceptance', () => {
    for (const stage of stages)
      expect(mayInspect(facts({}, stage), { id: 'inspector' }).length === 0, stage).toBe(
        ['self-checked', 'inspected'].includes(stage),
      )
  })

  it('is neither who installed nor who checked', () => {
    for (const id of ['installer', 'checker'])
      expect(codes(mayInspect(facts(), { id }))).toEqual(['person.worked-here'])
  })
})

describe('a visit', () => {
  it('passes exactly when no blocking item fails and the serials seen are those on record', () => {
    const serials = fc.subarray([1, 2, 3].map(aSerial))
    fc.assert(
      fc.property(fc.subarray(['terminal', 'stove']), serials, (failed, seen) => {
        const same = seen.length === 2 && !seen.includes(aSerial(3))
        const passes = !failed.includes('terminal') && same
        expect(findingsOf(facts(), visit(failed, seen), checklist).length === 0).toBe(passes)
      }),
    )
  })

  it('says what was found, machine by machine', () => {
    expect(findingsOf(facts(), visit(['terminal'], [aSerial(2), aSerial(9)]), checklist)).toEqual([
      { kind: 'item', of: 'terminal' },
      { kind: 'serial-not-on-record', of: aSerial(9) },
      { kind: 'serial-not-seen', of: aSerial(1) },
    ])
  })

  it('never passes a home without a machine on record (§3.3.2c)', () => {
    expect(findingsOf(facts({ serials: [] }), visit([], []), checklist)).toEqual([
      { kind: 'no-machine', of: '' },
    ])
  })

  it('that passes needs its photographs; one that fails can be recorded without', () => {
    const check = (failed: string[], evidence = [photo]) =>
      codes(checkInspection(facts(), visit(failed), evidence, checklist, 1, '2023-08-05'))
    expect(check([])).toEqual([])
    expect(check([], [])).toEqual(['checklist.no-photo', 'checklist.too-few-photos'])
    expect(check(['terminal'], [])).toEqual([])
  })

  it('passes only after a passed run where the pack asks for one; what fails is recorded all the same (§3.3.1)', () => {
    const check = (commissioning: AcceptanceFacts['commissioning'], failed: string[] = []) =>
      codes(
        checkInspection(facts({ commissioning }), visit(failed), [photo], checklist, 1, '2023-08-05', true),
      )
    expect(check(null)).toEqual(['home.not-commissioned'])
    expect(check({ runBy: 'r', passed: false })).toEqual(['home.not-commissioned'])
    expect(check({ runBy: 'r', passed: true })).toEqual([])
    expect(check(null, ['terminal'])).toEqual([])
  })

  it('is not for whoever ran the commissioning', () => {
    const ran = facts({ commissioning: { runBy: 'runner', passed: true } })
    expect(codes(mayInspect(ran, { id: 'runner' }))).toEqual(['person.worked-here'])
  })

  it('is on a day between the firm’s check and today', () => {
    const on = (day: string) =>
      codes(checkInspection(facts(), visit([], undefined, day), [photo], checklist, 1, '2023-08-05'))
    expect(on('2023-08-06')).toEqual(['home.visited-in-future'])
    expect(on('2023-08-01')).toEqual(['home.visited-before-self-check'])
  })
})

describe('signing off (§3.3.2a)', () => {
  const inspected = (given: Partial<AcceptanceFacts> = {}) => facts({ visit: passed, ...given }, 'inspected')

  it('is for a home whose latest visit passed, also without a commitment', () => {
    expect(maySignOff(inspected(), 'village', { id: 'cadre' })).toEqual([])
    expect(codes(maySignOff(facts(), 'village', { id: 'cadre' }))).toEqual(['home.not-inspected'])
    expect(
      codes(maySignOff(inspected({ visit: { ...passed, passed: false } }), 'town', { id: 'reviewer' })),
    ).toEqual(['home.not-inspected'])
  })

  it('takes people distinct from the firms’ and from each other', () => {
    for (const id of ['installer', 'checker', 'inspector'])
      expect(codes(maySignOff(inspected(), 'village', { id }))).toEqual(['person.worked-here'])
    for (const organisation of ['contractor', 'supervisor'])
      expect(codes(maySignOff(inspected(), 'town', { id: 'x', organisation }))).toEqual([
        'person.of-the-firm',
      ])
    expect(codes(maySignOff(inspected({ signedBy: { village: 'cadre' } }), 'town', { id: 'cadre' }))).toEqual(
      ['person.signed-other-level'],
    )
  })

  it('is given once a level', () => {
    expect(
      codes(maySignOff(inspected({ signedBy: { village: 'cadre' } }), 'village', { id: 'other' })),
    ).toEqual(['home.signed-off-already'])
  })

  it('accepts the home with the second level, whichever comes first', () => {
    expect(completes(inspected(), 'village')).toBe(false)
    expect(completes(inspected({ signedBy: { town: 't' } }), 'village')).toBe(true)
    expect(completes(inspected({ signedBy: { village: 'v' } }), 'town')).toBe(true)
    expect(completes(inspected({ signedBy: { village: 'v' } }), 'village')).toBe(false)
  })
})
