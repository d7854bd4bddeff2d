import type { HomeFields } from '../model/fields.ts'
import { readChoice } from './choices.ts'

/**
 * A title number as it is compared: brackets, dashes and spaces differ from list to list and say nothing, letters and
 * digits do.
 */
export const plainTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

/** Shorter, it would take strangers' homes for one. */
export const isComparable = (titleNumber: string): boolean => plainTitle(titleNumber).length >= 4

/**
 * What two homes with the same title share (§4.4), or undefined where the number is too short to tell titles apart.
 * A village's certificates are numbered by the village, so theirs is compared within it.
 */
export function titleKey(
  fields: Pick<HomeFields, 'titleKind' | 'titleNumber'>,
  village: string,
): string | undefined {
  if (!fields.titleNumber || !isComparable(fields.titleNumber)) return undefined
  const plain = plainTitle(fields.titleNumber)
  return fields.titleKind === 'village-proof' ? `${village}:${plain}` : plain
}

/** A cell for kind and number that says only the kind, as `村证明`. */
export const titleKindNamedBy = (text: string) => readChoice('titleKind', text)
