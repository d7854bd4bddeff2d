import { compareNames, nameAgreement } from '../../../src/kernel/standards/name-agreement.ts'
import { inventPairs } from './name-pairs.ts'

export interface NamesMeasured {
  samePerson: number
  /** One person told "mismatch". */
  falseMismatch: number
  otherPerson: number
  /** Two persons told "agrees" or "correct the record". */
  wronglyPassed: number
  /** Two persons told "look at it". */
  looked: number
}

/** Both error rates, names alone, over every kind of slip and relation. */
export function measureNames(seed: number, perKind: number): NamesMeasured {
  const measured = { samePerson: 0, falseMismatch: 0, otherPerson: 0, wronglyPassed: 0, looked: 0 }
  for (const { a, b, isOnePerson } of inventPairs(seed, perKind)) {
    const answer = nameAgreement(compareNames(a, b).grade, false)
    if (isOnePerson) {
      measured.samePerson++
      if (answer === 'mismatch') measured.falseMismatch++
    } else {
      measured.otherPerson++
      if (answer === 'look') measured.looked++
      else if (answer !== 'mismatch') measured.wronglyPassed++
    }
  }
  return measured
}
