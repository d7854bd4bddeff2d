import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAward, checkModel, type LotFacts, mayAward } from './rules.ts'
import { aModel } from './samples.ts'

const facts = (given: Partial<LotFacts> = {}): LotFacts => ({
  area: '370683000000',
  awardedOn: null,
  assignedHomes: 0,
  contractorKind: 'contractor',
  supervisorKind: 'supervisor',
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
    expect(checkAward(facts(), award, '2023-05-01')).toEqual([])
  })

  it('tells every reason at once: wrong kinds, one firm for both, a day to come', () => {
    const refusals = checkAward(
      facts({ contractorKind: 'supervisor', supervisorKind: undefined }),
      { ...award, supervisor: award.contractor, awardedOn: '2023-05-02' },
      '2023-05-01',
    )
    expect(codes(refusals)).toEqual([
      'lot.not-a-contractor',
      'lot.not-a-supervisor',
      'lot.same-firm',
      'lot.awarded-in-future',
    ])
  })

  it('may be repeated until the first home is handed over', () => {
    expect(mayAward(facts({ awardedOn: '2023-04-27' }))).toEqual([])
    expect(codes(mayAward(facts({ awardedOn: '2023-04-27', assignedHomes: 1 })))).toEqual(['lot.works-begun'])
  })
})

describe('admitting a model', () => {
  const standard = { copAtMinus12: 2.2, copAtMinus20: 1.8, lowestCelsius: -25, assumed: true }

  it('admits exactly what reaches the access standard', () => {
    const cop = fc.integer({ min: 150, max: 300 }).map((centi) => centi / 100)
    fc.assert(
      fc.property(
        cop,
        cop,
        fc.integer({ min: -40, max: -10 }),
        (copAtMinus12, copAtMinus20, lowestCelsius) => {
          const reaches =
            copAtMinus12 >= 2.2 && copAtMinus20 >= 1.8 && copAtMinus20 <= copAtMinus12 && lowestCelsius <= -25
          const refusals = checkModel(false, aModel({ copAtMinus12, copAtMinus20, lowestCelsius }), standard)
          expect(refusals.length === 0).toBe(reaches)
        },
      ),
    )
  })

  it('names the temperature at which a model is too weak', () => {
    const [refusal] = checkModel(false, aModel({ copAtMinus20: 1.79 }), standard)
    expect(refusal).toMatchObject({ code: 'model.too-weak', facts: { celsius: -20, cop: 1.79, least: 1.8 } })
  })

  it('admits a maker’s model once', () => {
    expect(codes(checkModel(true, aModel(), standard))).toEqual(['model.name-taken'])
  })
})
