import {
  compareNames,
  type NameAnswer,
  nameAgreement,
  type NameComparison,
} from '../../../kernel/standards/name-agreement.ts'

/** The names of one application that have to be the householder's (§4.4), and the facts they settle. */
const comparedNames = [
  { field: 'titleOwner', fact: 'agreement.titleOwner' },
  { field: 'accountHolder', fact: 'agreement.accountHolder' },
] as const

export interface NameCheck extends NameComparison {
  field: (typeof comparedNames)[number]['field']
  fact: string
  householder: string
  other: string
  answer: NameAnswer
}

/** Nothing but the names themselves is known of the people behind them. */
export const answerOfNames = (householder: string, other: string): NameAnswer =>
  nameAgreement(compareNames(householder, other).grade, false)

/** The names beside the householder's that are not plainly the same. */
export function nameChecks(home: {
  householder: string
  titleOwner?: string | null
  accountHolder?: string | null
}): NameCheck[] {
  return comparedNames.flatMap(({ field, fact }) => {
    const other = home[field]
    if (!other || other === home.householder) return []
    const compared = compareNames(home.householder, other)
    const answer = nameAgreement(compared.grade, false)
    return answer === 'agrees'
      ? []
      : [{ ...compared, field, fact, householder: home.householder, other, answer }]
  })
}
