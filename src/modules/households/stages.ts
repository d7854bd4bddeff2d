/** The road of a home, in order (design §1). Stages after `noticed` are reached by acts of later modules. */
export const stages = [
  'applied',
  'screened',
  'noticed',
  'confirmed',
  'assigned',
  'installed',
  'self-checked',
  'inspected',
  'accepted',
  'settled',
  'subsidised',
] as const

export type Stage = (typeof stages)[number]

export const isAtLeast = (stage: Stage, wanted: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(wanted)
