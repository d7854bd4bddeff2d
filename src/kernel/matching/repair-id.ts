import { readIdNumber } from '../standards/id-number.ts'
import { withoutSpacing } from '../standards/plain-text.ts'

/**
 * The valid ID numbers one slip away from a text that is none: one wrong character, two neighbours swapped, one
 * character lost or doubled. A valid number has no repairs: the check digit (GB 11643) finds every such slip, so
 * two numbers that both check are two people's.
 */
export function repairsOf(text: string): string[] {
  const plain = withoutSpacing(text)
    .toUpperCase()
    .replace(/[^0-9X]/g, '')
  if (plain.length < 17 || plain.length > 19 || readIdNumber(plain, undefined).ok) return []
  const found = new Set<string>()
  const keep = (candidate: string) => {
    const reading = /^\d{17}[\dX]$/.test(candidate) ? readIdNumber(candidate, undefined) : undefined
    if (reading?.ok) found.add(reading.idNumber)
  }
  const at = (from: number, to?: number) => plain.slice(from, to)
  for (let place = 0; place < 18; place++) {
    if (plain.length === 18) {
      for (const digit of place === 17 ? '0123456789X' : '0123456789')
        keep(at(0, place) + digit + at(place + 1))
      keep(at(0, place) + at(place + 1, place + 2) + at(place, place + 1) + at(place + 2))
    }
    if (plain.length === 17)
      for (const digit of place === 17 ? '0123456789X' : '0123456789') keep(at(0, place) + digit + at(place))
    if (plain.length === 19) keep(at(0, place) + at(place + 1))
  }
  return [...found]
}
