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
