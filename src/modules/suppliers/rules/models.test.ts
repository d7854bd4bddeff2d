import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../../../kernel/pack/load.ts'
import { aModel, somePapers } from '../samples.ts'
import type { Firm } from './firms.ts'
import { checkModel, type ModelFacts } from './models.ts'

const pack = await loadPack(path.resolve('packs/laizhou-2023'))
const today = '2023-08-15'
const digest = 'a'.repeat(64)
const papers = somePapers(pack, 'model', digest)
const maker: Firm = {
  id: 'f',
  kind: 'maker',
  name: '甲厂',
  admissions: [{ id: 'a', from: '2023-04-10', to: '2024-04-09' }],
  bars: [],
}
const evidence = [{ kind: 'document', digest }]
const check = (given: Partial<Parameters<typeof aModel>[0]> = {}, facts: Partial<ModelFacts> = {}) =>
  checkModel(
    { area: 'x', exists: false, taken: false, maker, ...facts },
    aModel({ firm: maker.id, papers, ...given }),
    evidence,
    pack,
    today,
  )
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('admitting a model', () => {
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
          const refusals = check({ copAtMinus12, copAtMinus20, lowestCelsius })
          expect(refusals.length === 0).toBe(reaches)
        },
      ),
    )
  })

  it('names the temperature at which a model is too weak', () => {
    const [refusal] = check({ copAtMinus20: 1.79 })
    expect(refusal).toMatchObject({ code: 'model.too-weak', facts: { celsius: -20, cop: 1.79, least: 1.8 } })
  })

  it('admits a maker’s model once', () => {
    expect(codes(check({}, { taken: true }))).toEqual(['model.name-taken'])
  })

  it('is of an admitted maker that is not on the negative list', () => {
    const bar = { number: 1, reason: 'quality', from: '2023-08-01', to: null, liftedOn: null }
    expect(codes(check({}, { maker: undefined }))).toEqual(['model.no-maker'])
    expect(codes(check({}, { maker: { ...maker, kind: 'contractor' } }))).toEqual(['model.no-maker'])
    expect(codes(check({}, { maker: { ...maker, admissions: [], bars: [bar] } }))).toEqual([
      'firm.not-admitted',
      'firm.barred',
    ])
  })

  it('answers every certificate the standard asks for, each good on the day and really attached', () => {
    expect(codes(check({ papers: papers.slice(1) }))).toEqual(['paper.missing'])
    expect(codes(check({ papers: papers.map((paper) => ({ ...paper, digest: 'b'.repeat(64) })) }))).toEqual([
      'paper.missing',
      'paper.missing',
      'paper.missing',
    ])
    const [ccc, ...rest] = papers
    expect(codes(check({ papers: [{ paper: ccc?.paper ?? '', digest }, ...rest] }))).toEqual([
      'paper.number-missing',
      'paper.last-day-missing',
    ])
    expect(codes(check({ papers: somePapers(pack, 'model', digest, '2023-08-14') }))).toEqual([
      'paper.run-out',
    ])
    expect(codes(check({ papers: [...papers, { paper: 'other', digest }] }))).toEqual(['paper.not-asked'])
  })
})
