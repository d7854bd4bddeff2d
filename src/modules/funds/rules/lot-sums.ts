import type { purposeOfLine } from '../model.ts'

interface Claimed {
  state: string
  units: number
  areaM2: number
  totalFen: number
  deductedFen: number
  retainedFen: number
  paidFen: number
  releasedOn: string | null
}

/** What a claim counts: machines, or the m² of a building lot. */
export const quantityOf = (
  line: keyof typeof purposeOfLine,
  { units, areaM2 }: Pick<Claimed, 'units' | 'areaM2'>,
) => (line === 'heating' ? units : areaM2)

/**
 * A lot's claims together. Total less what is taken off = paid + kept + not paid yet, to the fen; kept is what was
 * retained of paid claims and not released.
 */
export function accountSums({
  claims,
  lot,
}: {
  claims: readonly Claimed[]
  lot: { line: keyof typeof purposeOfLine }
}) {
  const sum = (of: (claim: Claimed) => number) => claims.reduce((all, claim) => all + of(claim), 0)
  const [totalFen, deductedFen, paidFen] = [
    sum((claim) => claim.totalFen),
    sum((claim) => claim.deductedFen),
    sum((claim) => claim.paidFen),
  ]
  const keptFen = sum(({ state, retainedFen, releasedOn }) =>
    state === 'paid' && releasedOn === null ? retainedFen : 0,
  )
  return {
    quantity: Math.round(sum((claim) => quantityOf(lot.line, claim)) * 100) / 100,
    totalFen,
    deductedFen,
    paidFen,
    keptFen,
    unpaidFen: totalFen - deductedFen - paidFen - keptFen,
  }
}
