import type { FactSource } from '../../../kernel/pack/condition.ts'

/** A person of a registered family, as the police list has it. */
export interface Member {
  family: string
  relation: string | null
  source: FactSource
}

/** Another home of the same line is of a member of the same registered family. */
export interface Kin {
  /**
   * `one`: householder and spouse of one list, or an official found them to be one family. `asked`: anybody else of the
   * family may keep a household apart. `apart`: officials found that all of them do.
   */
  standing: 'one' | 'asked' | 'apart'
  /** A confirmed home is among them. */
  confirmed: boolean
  /** The own line in the police list. */
  source: FactSource
}

const head = /^(户主|本人)$/u
const spouse = /^(配偶|夫|妻|丈夫|妻子|爱人)$/u

/** Whether two lines of one list are those of a householder and the spouse. */
export function areSpouses(one: Member, other: Member): boolean {
  if (one.source.id !== other.source.id) return false
  const [a, b] = [one.relation?.trim() ?? '', other.relation?.trim() ?? '']
  return (head.test(a) && spouse.test(b)) || (spouse.test(a) && head.test(b))
}

/** What the homes of other members of the family are to a home; undefined where there are none. */
export function kinAmong(own: Member, others: readonly (Member & { confirmed: boolean })[]): Kin | undefined {
  if (others.length === 0) return undefined
  return {
    standing: others.some((other) => areSpouses(own, other)) ? 'one' : 'asked',
    confirmed: others.some(({ confirmed }) => confirmed),
    source: own.source,
  }
}

/** What comparison and officials say of a home's pairs with its family, in `home.match_flags`. */
const familyFlags = { one: 128, asked: 256, apart: 512 } as const

/** What is left of it once officials have looked at the pairs; a home that was not compared yet has what the list says. */
export function kinDecided(kin: Kin | undefined, matchFlags: number): Kin | undefined {
  const standing = (['one', 'asked', 'apart'] as const).find((each) => (matchFlags & familyFlags[each]) !== 0)
  return kin && standing ? { ...kin, standing } : kin
}

/** Officials found some of the family apart, and nobody said it of the others. */
export const isPartlyApart = (matchFlags: number): boolean =>
  (matchFlags & familyFlags.apart) !== 0 && (matchFlags & (familyFlags.one | familyFlags.asked)) !== 0
