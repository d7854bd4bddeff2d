import { expect, test } from 'vitest'
import { packFromContent } from './content.ts'
import { amount, clausesCited, milestoneDay, parameter } from './pack.ts'
import { sampleFiles } from './sample-files.ts'

const pack = packFromContent(sampleFiles)

test('a parameter has the value of its latest date, with unit, status and clauses', () => {
  expect(parameter(pack, 'size.least', '2023-06-30')).toEqual({
    ...{
      name: 'size.least',
      value: 10,
      unit: 'm2',
      from: '2023-01-01',
      status: 'assumed',
      clauses: ['§1.1'],
    },
  })
  expect(amount(pack, 'size.least', '2023-07-01')).toBe(12)
})

test('a parameter that is not there, not yet in force or not a number is a clear error', () => {
  expect(() => parameter(pack, 'size.most', '2023-06-30')).toThrow(
    "Pack sample-2023 has no parameter 'size.most'.",
  )
  expect(() => parameter(pack, 'size.least', '2022-12-31')).toThrow(
    "Parameter 'size.least' of pack sample-2023 has no value on 2022-12-31; the first is of 2023-01-01.",
  )
  const worded = {
    ...pack,
    parameters: {
      'size.least': { ...pack.parameters['size.least'], values: [{ from: '2023-01-01', value: 'big' }] },
    },
  }
  expect(() => amount(worded as typeof pack, 'size.least', '2023-06-30')).toThrow('is not a number')
})

test('a milestone counted from the season moves with it', () => {
  const [done] = pack.milestones
  if (!done) throw new Error('no milestone')
  expect(milestoneDay(pack, done)).toBe('2024-03-20')
  const later = { ...pack, season: { ...pack.season, end: { ...pack.season.end, day: '2024-03-31' } } }
  expect(milestoneDay(later, done)).toBe('2024-04-05')
  expect(milestoneDay(pack, { ...done, day: '2023-08-31', after: undefined })).toBe('2023-08-31')
})

test('every clause is listed with what cites it, also one that nothing cites', () => {
  const uncited = packFromContent({
    ...sampleFiles,
    'clauses.yaml': `${sampleFiles['clauses.yaml']}§1.3: { zh: 第三条, en: Third clause }\n`,
  })
  const cited = clausesCited(uncited)
  expect(cited['§1.2']).toEqual(['rule:large-enough'])
  expect(cited['§1.3']).toEqual([])
  expect(cited['§1.1']).toEqual(
    expect.arrayContaining([
      'season:start',
      'parameter:size.least',
      'fact:home.size',
      'rule:lived-in',
      'milestone:done',
      'target:land',
      'checklist:visit',
      'checklist:visit.lived',
    ]),
  )
})
