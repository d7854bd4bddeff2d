import { readingsOf } from './name-sounds.ts'

/** Latin letters without marks and case. */
const lettersOf = (text: string): string =>
  text
    .replace(/[üǖǘǚǜÜ]/gu, 'v')
    .normalize('NFKD')
    .replace(/[^A-Za-z ]/gu, '')
    .toLowerCase()

export type LatinLikeness = 'same' | 'order' | 'letters' | 'part' | 'surname' | 'different'

/** Names in Latin letters: their words in another order, with initials, or with letters wrong. */
export function compareLatin(a: string, b: string): LatinLikeness {
  const [one, other] = [a, b].map((name) => lettersOf(name).trim().split(/ +/)) as [string[], string[]]
  if (one.join('') === other.join('')) return 'same'
  const sorted = (words: readonly string[]) => [...words].sort().join(' ')
  if (sorted(one) === sorted(other)) return 'order'
  const [text, against] = [sorted(one), sorted(other)]
  if (editsBetween(text, against) <= Math.max(1, Math.floor(Math.min(text.length, against.length) / 5)))
    return 'letters'
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const fits = (word: string) =>
    long.some((full) => full === word || (word.length === 1 && full.startsWith(word)))
  if (short.every(fits) && short.some((word) => word.length > 1)) return short.length > 1 ? 'part' : 'surname'
  return one.at(-1) === other.at(-1) || one[0] === other[0] ? 'surname' : 'different'
}

/** Letters that spell a name of characters: its pinyin, given name first or last, or all but a letter or two. */
export function spells(letters: string, characters: readonly string[]): boolean {
  const typed = lettersOf(letters).replace(/ /g, '')
  const orders = [characters, [...characters.slice(1), ...characters.slice(0, 1)]]
  return orders.some((order) =>
    spellings(order).some(
      (spelling) => editsBetween(typed, spelling) <= (spelling.length > 8 ? 2 : spelling.length > 4 ? 1 : 0),
    ),
  )
}

/** Letters in the place of some characters: their pinyin, or the first letter of each. */
export function standsFor(letters: string, characters: readonly string[]): boolean {
  const typed = lettersOf(letters)
  return spellings(characters).includes(typed) || initialsOf(characters).includes(typed)
}

const spellings = (characters: readonly string[]): string[] =>
  characters
    .slice(0, 8)
    .reduce<
      string[]
    >((so, character) => so.flatMap((text) => readingsOf(character).map((reading) => text + reading)).slice(0, 64), [''])

const initialsOf = (characters: readonly string[]): string[] =>
  characters
    .slice(0, 8)
    .reduce<
      string[]
    >((so, character) => so.flatMap((text) => [...new Set(readingsOf(character).map((reading) => reading.charAt(0)))].map((i) => text + i)).slice(0, 64), [''])

function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
