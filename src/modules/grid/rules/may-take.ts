import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import { bitOf, type SeasonFlag } from './flags.ts'

/** Why a home's electricity is not taken from an analysis but asked for. */
const leftOutReasons = [
  'no-boundary-reading',
  'too-few-readings',
  'replacement-without-final',
  'replacement-without-initial',
  'implausible-spike',
  'mostly-allocated',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

const doubtful = leftOutReasons.filter(
  (reason): reason is LeftOutReason & SeasonFlag => reason !== 'mostly-allocated',
)

/** The pack's share. */
export const mostAllocatedName = 'usage.mostAllocatedPercent'

/** Any of these flags keeps a home out. */
export const doubtfulBits: number = doubtful.reduce((bits, flag) => bits | bitOf(flag), 0)

/** Nobody is paid for what no reading vouches for: a share allocated above the pack's is asked for instead (§4.3). */
export const whyLeftOut = (
  home: { flags: number; allocated: number },
  mostAllocatedPercent: number,
): LeftOutReason[] => [
  ...doubtful.filter((flag) => (home.flags & bitOf(flag)) !== 0),
  ...(home.allocated * 100 > mostAllocatedPercent ? (['mostly-allocated'] as const) : []),
]

export interface ToAnalyse {
  readingFiles: number
  /** Days of the season so far, and those of them without a temperature. */
  days: number
  withoutTemperature: number
  /** Nothing has come in since the last analysis. */
  isSame: boolean
}

/** A day or two are filled from their neighbours; a season cannot be. */
const mostWithoutTemperature = 0.1
/** Fewer days say nothing about how a home heats. */
const leastDays = 14

export function mayAnalyse({ readingFiles, days, withoutTemperature, isSame }: ToAnalyse): Refusal[] {
  const refusals: Refusal[] = []
  if (readingFiles === 0) refusals.push(refuse('season.no-meter-readings', ['§4.3']))
  if (days < leastDays) refusals.push(refuse('season.too-short', ['§4.3'], { days, leastDays }))
  else if (withoutTemperature > mostWithoutTemperature * days)
    refusals.push(refuse('season.no-temperature', ['§4.3'], { days: withoutTemperature }))
  if (isSame) refusals.push(refuse('season.analysed-already', ['§4.3']))
  return refusals
}

export const mayTake = (facts: { analysed: boolean; homes: number }): Refusal[] => {
  if (!facts.analysed) return [refuse('usage.not-analysed', ['§4.3'])]
  return facts.homes > 0 ? [] : [refuse('usage.nothing-to-take', ['§4.3'])]
}
