import type { LevelName } from './levels.ts'
import type { FieldKind, Question } from './model.ts'

type Shares = Partial<Record<LevelName, number>>

/**
 * What is expected of pairs that are the same before any was seen, by kind of field; the data overrule it as soon as
 * there are some tens of pairs. The rest to 1 is `different`.
 */
export const sameAtFirst: Readonly<Record<FieldKind, Shares>> = {
  'chinese-name': { same: 0.9, sound: 0.04, wildcard: 0.005, slip: 0.03, surname: 0.01 },
  name: { same: 0.65, moved: 0.03, slip: 0.15, alike: 0.05 },
  // Slips are found by the check digit, so two whole numbers that differ are hardly ever one person's.
  'id-number': { same: 0.92, repaired: 0.05, ends: 0.01, birth: 0.005, unclear: 0.01 },
  date: { same: 0.88, slip: 0.05, alike: 0.02 },
  telephone: { same: 0.75, slip: 0.05 },
  number: { same: 0.8, next: 0.03, slip: 0.05 },
  area: { same: 0.85, slip: 0.03 },
  address: { same: 0.55, slip: 0.2, number: 0.08, alike: 0.05 },
  text: { same: 0.6, moved: 0.02, slip: 0.2, alike: 0.08 },
}

/**
 * What is expected of pairs that belong together without being the same. Two people of one family share house,
 * telephone and often the surname, hardly ever the number, the birthday or the whole name. Two houses of one person
 * share all that is personal, hardly ever the place, the meter or the deed.
 */
export const relatedAtFirst: Readonly<Record<Question, Readonly<Record<FieldKind, Shares>>>> = {
  person: {
    'chinese-name': { same: 0.0005, sound: 0.001, wildcard: 0.0005, slip: 0.08, surname: 0.42 },
    name: { same: 0.25, moved: 0.001, slip: 0.01, alike: 0.03 },
    'id-number': { same: 0.0002, repaired: 0.00001, ends: 0.0002, birth: 0.001, unclear: 0.04 },
    date: { same: 0.001, slip: 0.02, alike: 0.06 },
    telephone: { same: 0.4, slip: 0.02 },
    number: { same: 0.3, next: 0.1, slip: 0.02 },
    area: { same: 0.9, slip: 0.02 },
    address: { same: 0.4, slip: 0.2, number: 0.05, alike: 0.1 },
    text: { same: 0.4, moved: 0.02, slip: 0.1, alike: 0.1 },
  },
  dwelling: {
    ...sameAtFirst,
    area: { same: 0.6, slip: 0.05 },
    address: { same: 0.0005, slip: 0.0005, number: 0.02, alike: 0.2 },
    number: { same: 0.0005, next: 0.1, slip: 0.01 },
  },
}

/** What is expected of two records that have nothing to do with each other, before any were seen. */
export const unrelatedAtFirst: Readonly<Record<FieldKind, Shares>> = {
  'chinese-name': { same: 0.0002, sound: 0.0002, wildcard: 0.0001, slip: 0.01, surname: 0.1 },
  name: { same: 0.005, moved: 0.001, slip: 0.002, alike: 0.005 },
  'id-number': { same: 0.000001, repaired: 0.000001, ends: 0.00001, birth: 0.0001, unclear: 0.02 },
  date: { same: 0.0001, slip: 0.003, alike: 0.02 },
  telephone: { same: 0.0001, slip: 0.0001 },
  number: { same: 0.00001, next: 0.1, slip: 0.02 },
  area: { same: 0.01, slip: 0.1 },
  address: { same: 0.001, slip: 0.01, number: 0.03, alike: 0.1 },
  text: { same: 0.005, moved: 0.001, slip: 0.005, alike: 0.05 },
}

/** Kinds that tell one from another; what the related share by nature is learnt from the data instead. */
const telling: Readonly<Record<Question, ReadonlySet<FieldKind>>> = {
  person: new Set(['chinese-name', 'name', 'id-number', 'date']),
  dwelling: new Set(['address', 'number']),
}

export const isTelling = (question: Question, kind: FieldKind): boolean => telling[question].has(kind)

/** Names people share by nature; numbers and places are given out once. */
export const isShared = (kind: FieldKind): boolean => kind === 'name' || kind === 'chinese-name'

/** The shares of a field's levels by their numbers, from 1; place 0 says nothing. */
export function sharesOf(shares: Shares, names: readonly LevelName[]): Float64Array {
  const known = new Float64Array(names.length + 1)
  known[0] = 1
  let rest = 1
  for (const [at, name] of names.entries()) {
    if (name === 'different') continue
    const share = shares[name] ?? 0.0005
    known[at + 1] = share
    rest -= share
  }
  known[names.length] = rest
  return known
}
