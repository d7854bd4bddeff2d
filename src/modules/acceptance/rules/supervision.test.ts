import { describe, expect, it } from 'vitest'
import { checkNamed, mayWatch, type NamingFacts } from './supervision.ts'

const facts = (given: Partial<NamingFacts> = {}): NamingFacts => ({
  code: '370683103201',
  lotId: 'lot',
  contractor: 'c',
  supervisor: 's',
  named: null,
  people: new Set(['li', 'wang']),
  ...given,
})
const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code)

describe('who watches a village (§3.3.4)', () => {
  it('is one of the supervising firm, and somebody new', () => {
    expect(mayWatch(facts())).toEqual([])
    expect(checkNamed(facts({ named: 'wang' }), 'li')).toEqual([])
    expect(codes(mayWatch(facts({ supervisor: null })))).toEqual(['supervision.no-firm'])
    expect(codes(checkNamed(facts(), 'zhao'))).toEqual(['supervision.not-of-firm'])
    expect(codes(checkNamed(facts({ named: 'li' }), 'li'))).toEqual(['supervision.named-already'])
  })
})
