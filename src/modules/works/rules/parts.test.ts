import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { measuredWorks } from '../../../kernel/pack/pack.ts'
import type { HomeState } from '../../households/public.ts'
import { stages } from '../../households/stages.ts'
import {
  checkCorrectedParts,
  checkInstallParts,
  mayCorrectParts,
  mayInstallParts,
  type PartsFacts,
} from './parts.ts'
import { builtParts, enteredRefusals, totalM2 } from './parts-entered.ts'

const asOf = { pack: await loadPack(path.resolve('packs/laizhou-2023')), today: '2023-08-01' }
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)
const home = (given: Partial<HomeState> = {}): HomeState => ({
  id: 'h',
  town: '370683101000',
  village: '370683101201',
  sequence: 1,
  line: 'building',
  areaKind: 'rural',
  stage: 'assigned',
  ended: null,
  answer: 'yes',
  contractor: 'c',
  supervisor: 's',
  householder: '模拟户',
  accountHolder: null,
  accountNumber: null,
  transformerArea: null,
  wantedUnits: null,
  confirmedOn: '2023-06-20',
  acceptedOn: null,
  committed: true,
  coalFinding: null,
  ...given,
})
const facts = (given: Partial<PartsFacts> = {}): PartsFacts => ({
  home: home(),
  devices: [],
  takenSerials: new Set(),
  models: new Map(),
  installedOn: null,
  parts: [],
  ...given,
})
const digest = (of: string) => of.repeat(64)
const parts = [
  { part: 'wall', areaM2: 60 },
  { part: 'roof', areaM2: 40.25 },
]
const input = {
  home: 'h',
  parts,
  materials: [{ name: '岩棉板', maker: '甲厂', batch: 'B1', certificate: digest('c') }],
  before: [digest('1')],
  after: [digest('2')],
  installedOn: '2023-08-01',
}
const evidence = [
  { kind: 'photo', digest: digest('1') },
  { kind: 'photo', digest: digest('2') },
  { kind: 'document', digest: digest('c') },
]
const check = (given: Partial<typeof input>, shown = evidence) =>
  codes(checkInstallParts(facts(), { ...input, ...given }, shown, asOf))

describe('measured parts', () => {
  it('are recorded and corrected at their stages, of homes of a measured line only', () => {
    for (const stage of stages) {
      expect(mayInstallParts(facts({ home: home({ stage }) }), asOf).length === 0).toBe(stage === 'assigned')
      expect(mayCorrectParts(facts({ home: home({ stage }) }), asOf).length === 0).toBe(
        stage === 'installed' || stage === 'self-checked',
      )
      for (const may of [mayInstallParts, mayCorrectParts]) {
        const heated = facts({ home: home({ stage, line: 'heating' }) })
        expect(codes(may(heated, asOf))).toEqual(['home.made-of-machines'])
        const gone = facts({ home: home({ stage, ended: 'withdrawn' }) })
        expect(codes(may(gone, asOf))).toEqual(['home.ended'])
      }
    }
  })

  it('are of the pack’s list, each once, as many as the line asks, and within what a home can have', () => {
    expect(check({})).toEqual([])
    expect(check({ parts: [...parts, { part: 'wall', areaM2: 1 }] })).toEqual(['parts.twice'])
    expect(check({ parts: [...parts, { part: 'cellar', areaM2: 1 }] })).toEqual(['parts.unknown'])
    expect(check({ parts: parts.slice(0, 1) })).toEqual(['parts.too-few'])
    expect(
      check({
        parts: [
          { part: 'wall', areaM2: 990 },
          { part: 'roof', areaM2: 10.01 },
        ],
      }),
    ).toEqual(['parts.implausible'])
  })

  it('come with certificate and photographs of before and after, each its own', () => {
    expect(check({ before: [] })).toEqual(['parts.no-photo-before'])
    expect(check({ after: [digest('9')] })).toEqual(['parts.no-photo-after'])
    expect(check({ after: [digest('1')] })).toEqual(['parts.same-photo'])
    expect(check({}, evidence.slice(0, 2))).toEqual(['material.no-certificate'])
    // A certificate is no photograph of the wall.
    expect(check({ after: [digest('c')] })).toEqual(['parts.no-photo-after'])
  })

  it('are told by a form itself what the door would say, and what was typed is rounded as it is kept', () => {
    const works = measuredWorks(asOf.pack, { line: 'building', areaKind: 'rural' })
    if (!works) throw new Error('The pack builds the rural line of measured parts.')
    const areas = { wall: 60.004, roof: 40.25, window: 0, door: null, cellar: 5 }
    expect(builtParts(works, areas)).toEqual([
      { part: 'wall', areaM2: 60 },
      { part: 'roof', areaM2: 40.25 },
    ])
    expect(builtParts(works, { wall: -3, roof: 0.004 })).toEqual([])
    expect(enteredRefusals(works, { ...input, parts: builtParts(works, areas) }, evidence)).toEqual([])
    const lacking = { parts: parts.slice(0, 1), materials: input.materials, before: [], after: [digest('1')] }
    const door = checkInstallParts(facts(), { ...input, ...lacking }, [], asOf)
    expect(enteredRefusals(works, lacking, [])).toEqual(door)
    expect(codes(door)).toEqual([
      'parts.too-few',
      'material.no-certificate',
      'parts.no-photo-before',
      'parts.no-photo-after',
    ])
  })

  it('are built neither tomorrow nor before the home was confirmed', () => {
    expect(check({ installedOn: '2023-08-02' })).toEqual(['home.installed-in-future'])
    expect(check({ installedOn: '2023-06-19' })).toEqual(['home.installed-before-confirmed'])
  })

  it('are corrected to something else', () => {
    expect(codes(checkCorrectedParts(facts({ parts }), [...parts].reverse(), asOf))).toEqual([
      'parts.nothing-changed',
    ])
    expect(
      checkCorrectedParts(
        facts({ parts }),
        [
          { part: 'wall', areaM2: 59.99 },
          { part: 'roof', areaM2: 40.25 },
        ],
        asOf,
      ),
    ).toEqual([])
  })

  it('add up to the hundredth', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 20 }), (hundredths) => {
        const areas = hundredths.map((each) => ({ areaM2: each / 100 }))
        expect(totalM2(areas)).toBe(hundredths.reduce((sum, each) => sum + each, 0) / 100)
      }),
    )
  })
})
