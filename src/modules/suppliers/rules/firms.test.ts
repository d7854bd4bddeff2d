import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { anAdmission, aSampling, somePapers } from '../samples.ts'
import { checkAdmission, type Firm, mayAdmit, standingOf } from './firms.ts'
import { mayLift } from './negative-list.ts'
import { type BatchSerials, checkSampling, isOfBatch } from './sampling.ts'

const pack = await loadPack(path.resolve('packs/laizhou-2023'))
const digest = 'a'.repeat(64)
const evidence = [{ kind: 'document', digest }]
const today = '2023-04-10'
const firm = (given: Partial<Firm> = {}): Firm => ({
  id: 'f',
  kind: 'contractor',
  name: '甲公司',
  admissions: [],
  bars: [],
  ...given,
})
const facts = (given: Partial<Firm> = {}) => ({ area: 'x', firm: firm(given), exists: false })
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)
const check = (given: Partial<Parameters<typeof anAdmission>[0]> = {}) =>
  codes(
    checkAdmission(
      facts(),
      anAdmission({ firm: 'f', papers: somePapers(pack, 'contractor', digest), ...given }),
      evidence,
      pack,
      today,
    ),
  )

describe('admitting a firm', () => {
  it('asks for every paper of its kind, and for no longer than these are good', () => {
    expect(check()).toEqual([])
    expect(check({ papers: [] })).toEqual(Array.from({ length: 4 }, () => 'paper.missing'))
    expect(check({ validTo: '2026-01-01' })).toEqual(['firm.longer-than-paper'])
    expect(check({ validTo: '2023-04-09' })).toEqual(['firm.admission-over'])
  })

  it('is for firms, and not for one on the negative list', () => {
    const bar = { number: 1, reason: 'safety', from: today, to: today, liftedOn: null }
    expect(codes(mayAdmit(facts({ kind: 'bureau' }), pack, today))).toEqual(['firm.not-a-firm'])
    expect(codes(mayAdmit(facts({ bars: [bar] }), pack, today))).toEqual(['firm.barred'])
    expect(mayAdmit(facts({ bars: [bar] }), pack, '2023-04-11')).toEqual([])
  })

  it('stands from its first day through its last', () => {
    const admissions = [{ id: 'a', from: '2023-04-10', to: '2023-12-31' }]
    expect(
      ['2023-04-09', '2023-04-10', '2023-12-31', '2024-01-01'].map((day) => standingOf({ admissions }, day)),
    ).toEqual(['ahead', 'admitted', 'admitted', 'run-out'])
    expect(standingOf({ admissions: [] }, today)).toBe('not-admitted')
  })
})

describe('lifting an entry of the negative list', () => {
  const entry = { area: 'x', number: 1, barredBy: 'officer', to: null, liftedOn: null }

  it('is for another person than put it there, and once', () => {
    expect(mayLift(entry, 'director', today)).toEqual([])
    expect(codes(mayLift(entry, 'officer', today))).toEqual(['bar.own'])
    expect(codes(mayLift({ ...entry, liftedOn: today }, 'director', today))).toEqual(['bar.lifted'])
    expect(codes(mayLift({ ...entry, to: '2023-04-09' }, 'director', today))).toEqual(['bar.ended'])
  })
})

describe('a batch', () => {
  const none = { serialPrefix: null, serialFrom: null, serialTo: null }

  it('holds the serials between its ends, as long as these, or those that begin as it does', () => {
    const range = { ...none, serialFrom: 'AB0010', serialTo: 'AB0020' }
    expect(
      ['AB0009', 'AB0010', 'AB0015', 'AB0020', 'AB0021', 'AB00150', 'AB001'].map((s) => isOfBatch(s, range)),
    ).toEqual([false, true, true, true, false, false, false])
    expect(isOfBatch('QN23001', { ...none, serialPrefix: 'QN23' })).toBe(true)
    expect(isOfBatch('QN24001', { ...none, serialPrefix: 'QN23' })).toBe(false)
  })

  it('is named one way, and the same way again', () => {
    const sampled = (given: object, known?: BatchSerials) =>
      codes(
        checkSampling(
          { area: 'x', exists: false, known },
          { ...aSampling({ model: 'm' }), ...given },
          '2023-08-15',
        ),
      )
    expect(sampled({ serialPrefix: 'QN' })).toEqual([])
    expect(sampled({})).toEqual(['sampling.which-serials'])
    expect(sampled({ serialPrefix: 'QN', serialFrom: 'A1', serialTo: 'A2' })).toEqual([
      'sampling.which-serials',
    ])
    expect(sampled({ serialFrom: 'A2', serialTo: 'A1' })).toEqual(['sampling.range-turned'])
    expect(sampled({ serialPrefix: 'QN', sampledOn: '2023-08-16' })).toEqual(['sampling.in-future'])
    expect(sampled({ serialPrefix: 'QN' }, { ...none, serialPrefix: 'QX' })).toEqual([
      'sampling.other-serials',
    ])
  })
})
