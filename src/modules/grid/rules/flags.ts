/** What is said of a meter's readings, one bit each. The order is kept: the bits may be stored. */
export const seasonFlags = [
  'rollover',
  'replacement',
  'replacement-without-final',
  'replacement-without-initial',
  'missing',
  'estimated',
  'backwards',
  'duplicate',
  'conflicting',
  'out-of-order',
  'no-boundary-reading',
  'frozen',
  'implausible-spike',
  'no-use',
  'too-few-readings',
] as const
export type SeasonFlag = (typeof seasonFlags)[number]

export const bitOf = (flag: SeasonFlag): number => 1 << seasonFlags.indexOf(flag)

export const flagsOf = (bits: number): SeasonFlag[] =>
  seasonFlags.filter((_, place) => (bits & (1 << place)) !== 0)
