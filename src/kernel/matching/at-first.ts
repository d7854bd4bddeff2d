import type { LevelName } from './levels.ts'
import type { FieldKind } from './model.ts'

type Shares = Partial<Record<LevelName, number>>

/**
 * What is expected of pairs that are the same before any was seen, by kind of field; the data overrule it as soon as
 * there are some tens of pairs. The rest to 1 is `different`.
 */
export const sameAtFirst: Readonly<Record<FieldKind, Shares>> = {
  'chinese-name': { same: 0.9, sound: 0.04, wildcard: 0.005, slip: 0.03, surname: 0.01 },
  name: { same: 0.65, moved: 0.03, slip: 0.15, alike: 0.05 },
  'id-number': { same: 0.9, repaired: 0.05, ends: 0.02, birth: 0.005, unclear: 0.01 },
  date: { same: 0.88, slip: 0.05, alike: 0.02 },
  telephone: { same: 0.75, slip: 0.05 },
  number: { same: 0.8, slip: 0.08 },
  area: { same: 0.85, slip: 0.03 },
  address: { same: 0.55, slip: 0.2, number: 0.08, alike: 0.05 },
  text: { same: 0.6, moved: 0.02, slip: 0.2, alike: 0.08 },
}

/**
 * What is expected of two people of one family: they share house, telephone and often the surname, hardly ever the
 * number, the birthday or the whole name.
 */
export const relatedAtFirst: Readonly<Record<FieldKind, Shares>> = {
  'chinese-name': { same: 0.0005, sound: 0.001, wildcard: 0.0005, slip: 0.08, surname: 0.42 },
  name: { same: 0.25, moved: 0.001, slip: 0.01, alike: 0.03 },
  'id-number': { same: 0.0002, repaired: 0.00001, ends: 0.0002, birth: 0.001, unclear: 0.04 },
  date: { same: 0.001, slip: 0.02, alike: 0.06 },
  telephone: { same: 0.4, slip: 0.02 },
  number: { same: 0.3, slip: 0.1 },
  area: { same: 0.9, slip: 0.02 },
  address: { same: 0.4, slip: 0.2, number: 0.05, alike: 0.1 },
  text: { same: 0.4, moved: 0.02, slip: 0.1, alike: 0.1 },
}

/** Kinds that tell one person from another; what families share by nature is learnt from the data instead. */
export const personal: ReadonlySet<FieldKind> = new Set(['chinese-name', 'name', 'id-number', 'date'])

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
