import { expect, it } from 'vitest'
import type { MatchModel } from '../../../kernel/matching/model.ts'
import { levelNames } from '../../../kernel/matching/levels.ts'
import { evidenceOf } from './evidence.ts'
import { area, fieldAt, identityFields } from './fields.ts'

it('tells two villages whose codes differ in one digit as different, and counts them as weighed', () => {
  if (!area) throw new Error('no area is compared')
  const level = levelNames(area, identityFields).indexOf('slip') + 1
  expect(level).toBeGreaterThan(0)
  const levels = identityFields.map((_, at) => (at === fieldAt('village') ? level : 0))
  const weight = { same: 0.01, related: 0.01, far: 0.1, near: 0.1 }
  const model = {
    priorSame: 0.01,
    priorRelated: 0,
    nearShare: 0.5,
    records: 10,
    fields: { village: { slip: weight } },
  } as unknown as MatchModel
  const [told] = evidenceOf(model, { levels, near: false, rare: 0 }).fields
  expect(told).toMatchObject({ field: 'village', level: 'different' })
})
