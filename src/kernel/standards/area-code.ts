import { withoutSpacing } from './plain-text.ts'

/** A twelve-digit statistical division code: province 2, prefecture 2, county 2, town 3, village 3; unused places are 0. */
export type AreaLevel = 'nation' | 'province' | 'prefecture' | 'county' | 'town' | 'village'

const SEGMENTS: readonly { level: AreaLevel; from: number; to: number }[] = [
  { level: 'village', from: 9, to: 12 },
  { level: 'town', from: 6, to: 9 },
  { level: 'county', from: 4, to: 6 },
  { level: 'prefecture', from: 2, to: 4 },
  { level: 'province', from: 0, to: 2 },
]

/**
 * Reads a division code given in 2, 4, 6, 9 or 12 digits and answers all twelve, or undefined. A village
 * directly under a county, or a county directly under a province, has zeros between.
 */
export function readAreaCode(text: string): string | undefined {
  const plain = withoutSpacing(text)
  if (!/^[1-9]\d*$/.test(plain) || ![2, 4, 6, 9, 12].includes(plain.length)) return undefined
  return plain.padEnd(12, '0')
}

/** The level of the lowest place that is not zero. `000000000000` is the nation. Throws for anything but twelve digits. */
export function levelOf(code: string): AreaLevel {
  requireTwelve(code)
  return SEGMENTS.find((segment) => Number(code.slice(segment.from, segment.to)) !== 0)?.level ?? 'nation'
}

/** The area directly above, or undefined above the nation. Levels a place does not have are passed over. */
export function parentOf(code: string): string | undefined {
  const own = SEGMENTS.find((segment) => segment.level === levelOf(code))
  return own && code.slice(0, own.from).padEnd(12, '0')
}

/**
 * Whether `code` is `area` or lies in it. Places are compared whole, by their fixed lengths, never as a text
 * prefix: town 003 does not contain town 030.
 */
export function isWithin(code: string, area: string): boolean {
  requireTwelve(code)
  const last = SEGMENTS.find((segment) => segment.level === levelOf(area))
  return last === undefined || code.slice(0, last.to) === area.slice(0, last.to)
}

function requireTwelve(code: string): void {
  if (!/^\d{12}$/.test(code)) throw new RangeError(`An area code has twelve digits: ${code}`)
}
