/** Who is paid what: the contractor who advanced the machines (§4.2), the household for its electricity (§4.3). */
export const subsidyKinds = ['equipment', 'operating'] as const
export type SubsidyKind = (typeof subsidyKinds)[number]

/** What has to be done next before money flows, in the order of the road; whoever does it is who owes it. */
export const owedSteps = [
  'claim',
  'review',
  'approve',
  'pay',
  'draw-up',
  'town-review',
  'bureau-review',
  'freeze',
  'bank',
  'retry',
] as const
export type OwedStep = (typeof owedSteps)[number]

/** Days since the entitlement: up to 30, 90, 180, and longer. */
export const ageBands = ['to-30', 'to-90', 'to-180', 'over-180'] as const
export type AgeBand = (typeof ageBands)[number]

/** Where a home stands whose subsidy the contractor advanced, until its claim is paid (§4.2). */
export const advanceSteps = ['claim', 'review', 'approve', 'pay', 'paid'] as const
export type AdvanceStep = (typeof advanceSteps)[number]
