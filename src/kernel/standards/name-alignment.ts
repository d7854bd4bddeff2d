import { areVariants, type Likeness, likenessOf } from './name-characters.ts'
import { standsFor } from './name-latin.ts'
import { isHan, unreadable } from './name-reading.ts'

/** What stands against what: characters that are the same or taken for one another, or nothing on one side. */
export interface Pairing {
  how: Likeness | 'unreadable' | 'letters' | 'swapped' | 'missing'
  a: string
  b: string
}

const costs: Readonly<Record<Pairing['how'], number>> = {
  same: 0,
  variant: 0.01,
  sound: 0.3,
  'near-sound': 0.34,
  glyph: 0.34,
  part: 0.38,
  radical: 0.42,
  key: 0.46,
  rare: 0.48,
  unreadable: 0.3,
  letters: 0.3,
  swapped: 0.5,
  missing: 0.72,
  unlike: 1,
}
/** A mask may stand for several characters. */
const mostMasked = 4

interface Step {
  cost: number
  from: readonly [number, number]
  pairing: Pairing
}

/** The characters of a name; a run of letters or of placeholders is one. */
export const unitsOf = (name: string): string[] =>
  name.replace(/·/gu, '').match(/[A-Za-z]{2,}|[*?×xX]+|./gu) ?? []

/** Two names side by side, so that the least has to be explained. */
export function align(a: readonly string[], b: readonly string[]): Pairing[] {
  const table: (Step | undefined)[][] = Array.from({ length: a.length + 1 }, () => [])
  const reach = (i: number, j: number, from: readonly [number, number], pairing: Pairing, cost: number) => {
    if (i > a.length || j > b.length) return
    const whole = cost + (table[from[0]]?.[from[1]]?.cost ?? 0)
    const row = table[i]
    if (row && whole < (row[j]?.cost ?? Infinity) - 1e-9) row[j] = { cost: whole, from, pairing }
  }
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const here = [i, j] as const
      const [one, other] = [a[i], b[j]]
      if (one !== undefined) reach(i + 1, j, here, { how: 'missing', a: one, b: '' }, costOfGap(a, i))
      if (other !== undefined) reach(i, j + 1, here, { how: 'missing', a: '', b: other }, costOfGap(b, j))
      if (one === undefined || other === undefined) continue
      for (const [width, height, pairing] of pairings(a.slice(i), b.slice(j)))
        reach(i + width, j + height, here, pairing, costs[pairing.how])
    }
  const found: Pairing[] = []
  for (let [i, j] = [a.length, b.length]; i > 0 || j > 0; ) {
    const step = table[i]?.[j]
    if (!step) break
    found.unshift(step.pairing)
    ;[i, j] = step.from
  }
  return found
}

/** A character written twice is half a slip. */
const costOfGap = (units: readonly string[], at: number): number =>
  units[at] === units[at - 1] || units[at] === units[at + 1] ? 0.5 : costs.missing

function* pairings(a: readonly string[], b: readonly string[]): Generator<[number, number, Pairing]> {
  const [one = '', other = ''] = [a[0], b[0]]
  if (one !== other && a[1] === other && b[1] === one && isHan(one) && isHan(other))
    yield [2, 2, { how: 'swapped', a: one + other, b: other + one }]
  const isUnreadable = unreadable.test(one) || unreadable.test(other)
  if (isHan(one) && isHan(other) && (!isUnreadable || areVariants(one, other)))
    return yield [1, 1, { how: likenessOf(one, other), a: one, b: other }]
  if (one === other) return yield [1, 1, { how: isUnreadable ? 'unreadable' : 'same', a: one, b: other }]
  for (let length = 1; length <= mostMasked; length++) {
    if (length <= b.length) {
      const how = standIn(one, b.slice(0, length))
      if (how) yield [1, length, { how, a: one, b: b.slice(0, length).join('') }]
    }
    if (length <= a.length) {
      const how = standIn(other, a.slice(0, length))
      if (how) yield [length, 1, { how, a: a.slice(0, length).join(''), b: other }]
    }
  }
  yield [1, 1, { how: 'unlike', a: one, b: other }]
}

function standIn(unit: string, characters: readonly string[]): 'unreadable' | 'letters' | undefined {
  if (unreadable.test(unit))
    return characters.length === 1 || unit.length > 1 || unit === '*' ? 'unreadable' : undefined
  if (!/^[A-Za-z]+$/.test(unit) || !characters.every(isHan)) return undefined
  // Programs without a character have kept two letters in its place, whatever they were.
  return standsFor(unit, characters) || (characters.length === 1 && unit.length <= 6) ? 'letters' : undefined
}
