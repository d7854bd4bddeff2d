import type { FactSource } from '../../../kernel/pack/condition.ts'

/** A person of a registered family, as the police list has it. */
export interface Member {
  family: string
  relation: string | null
  source: FactSource
}

/** Another home of the same line is of a member of the same registered family. */
export interface Kin {
  /** Householder and spouse of one list; anybody else of the family may keep a household apart. */
  certain: boolean
  /** A confirmed home is among them. */
  confirmed: boolean
  /** The own line in the police list. */
  source: FactSource
}

const head = /^(户主|本人)$/u
const spouse = /^(配偶|夫|妻|丈夫|妻子|爱人)$/u

/** Whether two lines of one list are those of a householder and the spouse. */
function areSpouses(one: Member, other: Member): boolean {
  if (one.source.id !== other.source.id) return false
  const [a, b] = [one.relation?.trim() ?? '', other.relation?.trim() ?? '']
  return (head.test(a) && spouse.test(b)) || (spouse.test(a) && head.test(b))
}

/** What the homes of other members of the family are to a home; undefined where there are none. */
export function kinAmong(own: Member, others: readonly (Member & { confirmed: boolean })[]): Kin | undefined {
  if (others.length === 0) return undefined
  return {
    certain: others.some((other) => areSpouses(own, other)),
    confirmed: others.some(({ confirmed }) => confirmed),
    source: own.source,
  }
}
