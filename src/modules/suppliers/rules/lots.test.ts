import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import type { Firm } from './firms.ts'
import { checkAward, type LotFacts, mayAward } from './lots.ts'

const pack = await loadPack(path.resolve('packs/laizhou-2023'))
const firm = (kind: string, given: Partial<Firm> = {}): Firm => ({
  id: kind,
  kind,
  name: kind,
  admissions: [{ id: 'a', from: '2023-04-10', to: '2024-04-09' }],
  bars: [],
  ...given,
})

const facts = (given: Partial<LotFacts> = {}): LotFacts => ({
  area: '370683000000',
  awardedOn: null,
  assignedHomes: 0,
  contractor: firm('contractor'),
  supervisor: firm('supervisor'),
  ...given,
})
const award = {
  lot: '0189a000-0000-7000-8000-000000000001',
  contractor: '0189a000-0000-7000-8000-000000000002',
  supervisor: '0189a000-0000-7000-8000-000000000003',
  unitPriceFen: 468_000,
  awardedOn: '2023-04-27',
}
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('awarding a lot', () => {
  it('goes through for two firms of the right kinds', () => {
    expect(checkAward(facts(), award, pack, '2023-05-01')).toEqual([])
  })

  it('tells every reason at once: wrong kinds, one firm for both, a day to come', () => {
    const refusals = checkAward(
      facts({ contractor: firm('supervisor'), supervisor: undefined }),
      { ...award, supervisor: award.contractor, awardedOn: '2023-05-02' },
      pack,
      '2023-05-01',
    )
    expect(codes(refusals)).toEqual([
      'lot.not-a-contractor',
      'lot.not-a-supervisor',
      'lot.same-firm',
      'lot.awarded-in-future',
    ])
  })

  it('goes only to firms that were admitted on its day', () => {
    const late = firm('contractor', { admissions: [{ id: 'a', from: '2023-04-28', to: '2024-04-27' }] })
    const over = firm('supervisor', { admissions: [{ id: 'a', from: '2022-04-01', to: '2023-04-26' }] })
    const refusals = checkAward(facts({ contractor: late, supervisor: over }), award, pack, '2023-05-01')
    expect(codes(refusals)).toEqual(['firm.not-admitted', 'firm.not-admitted'])
  })

  it('goes to nobody who is on the negative list when it is recorded', () => {
    const bar = { number: 1, reason: 'fraud', from: '2023-05-01', to: null, liftedOn: null }
    const barred = firm('contractor', { bars: [bar] })
    expect(codes(checkAward(facts({ contractor: barred }), award, pack, '2023-05-01'))).toEqual([
      'firm.barred',
    ])
    expect(checkAward(facts({ contractor: barred }), award, pack, '2023-04-30')).toEqual([])
  })

  it('may be repeated until the first home is handed over', () => {
    expect(mayAward(facts({ awardedOn: '2023-04-27' }))).toEqual([])
    expect(codes(mayAward(facts({ awardedOn: '2023-04-27', assignedHomes: 1 })))).toEqual(['lot.works-begun'])
  })
})
