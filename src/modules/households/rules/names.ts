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
  { field: 'registeredHolder', fact: 'agreement.accountHolder' },
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

const isOnePerson = (answer: NameAnswer): boolean => answer === 'agrees' || answer === 'correct-record'

/** The names beside the householder's that are not plainly the same. */
export function nameChecks(home: {
  householder: string
  titleOwner?: string | null
  accountHolder?: string | null
  /** Whom the grid company's register names. */
  registeredHolder?: string | null
}): NameCheck[] {
  const { householder, registeredHolder } = home
  const isRegistered = registeredHolder ? isOnePerson(answerOfNames(householder, registeredHolder)) : false
  return comparedNames.flatMap(({ field, fact }) => {
    const other = home[field]
    if (!other || other === householder) return []
    const compared = compareNames(householder, other)
    // The grid company's register has the last word: a slip in the form's copy of it is to be corrected, no more.
    const answer =
      field === 'accountHolder' && isRegistered ? 'correct-record' : nameAgreement(compared.grade, false)
    return answer === 'agrees' ? [] : [{ ...compared, field, fact, householder, other, answer }]
  })
}
