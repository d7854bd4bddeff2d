import { describe, expect, it } from 'vitest'
import type { HomeState } from '../../households/public.ts'
import { checkPutRight, type FindingFacts, mayPutRight } from './findings.ts'

const facts = (given: Partial<FindingFacts> = {}): FindingFacts => ({
  home: { ended: null } as HomeState,
  foundOn: '2023-08-05',
  fixedOn: null,
  closedOn: null,
  ...given,
})
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('putting a finding right (§3.3.2c)', () => {
  it('is recorded once, until somebody finds it again', () => {
    expect(mayPutRight(facts())).toEqual([])
    expect(codes(mayPutRight(facts({ fixedOn: '2023-08-06' })))).toEqual(['finding.put-right-already'])
    expect(codes(mayPutRight(facts({ fixedOn: '2023-08-06', closedOn: '2023-08-07' })))).toEqual([
      'finding.closed',
    ])
    expect(codes(mayPutRight(facts({ home: { ended: 'withdrawn' } as HomeState })))).toEqual(['home.ended'])
  })

  it('is of a day between the finding and today', () => {
    expect(checkPutRight(facts(), '2023-08-05', '2023-08-05')).toEqual([])
    expect(codes(checkPutRight(facts(), '2023-08-06', '2023-08-05'))).toEqual(['finding.day-ahead'])
    expect(codes(checkPutRight(facts(), '2023-08-04', '2023-08-05'))).toEqual(['finding.day-before'])
  })
})
