import { featuresOf } from '../../../kernel/matching/features.ts'
import type { LevelName } from '../../../kernel/matching/levels.ts'
import { maskAccount } from '../../../kernel/standards/mask.ts'
import { differingPlaces } from '../rules/letters.ts'

/** What a number says beside the first of them. */
type Agreement = 'same' | 'differs'

interface Placed {
  village: string | null
  address: string | null
  accountNumber: string | null
  titleNumber: string | null
}

/** A masked number says where it differs, never by which digits. */
interface Beside {
  agrees: Agreement
  differsAt: number[]
}

export interface BesideFirst {
  address: LevelName | null
  accountNumber: Beside | null
  titleNumber: Beside | null
}

/**
 * The numbers of a record masked as its home's page masks them, and what of it agrees with the first record; `address`
 * is the level at which the matcher compared the two, where it did.
 */
export function masked<Record extends Placed>(
  record: Record,
  first: Record | undefined,
  address?: LevelName,
): Record & { beside: BesideFirst } {
  const { accountNumber, titleNumber } = record
  return {
    ...record,
    accountNumber: accountNumber && maskAccount(accountNumber),
    titleNumber: titleNumber && maskAccount(titleNumber),
    beside: {
      address: address ?? (first ? addressBeside(record, first) : null),
      accountNumber: numberBeside(accountNumber, first?.accountNumber ?? null),
      titleNumber: numberBeside(titleNumber, first?.titleNumber ?? null),
    },
  }
}

function numberBeside(number: string | null, first: string | null): Beside | null {
  if (number === null || first === null) return null
  const [own, other] = [number, first].map((text) => featuresOf('number', text)[0])
  if (own === other) return { agrees: 'same', differsAt: [] }
  return { agrees: 'differs', differsAt: differingPlaces(number, first) }
}

/** Of records that were not compared as a pair: in one village the same numbers name the same house. */
function addressBeside(one: Placed, first: Placed): LevelName | null {
  if (!one.address || !first.address) return null
  const [own, numbers = null] = featuresOf('address', one.address) as (string | null)[]
  const [other, others = null] = featuresOf('address', first.address) as (string | null)[]
  if (own === other) return 'same'
  const isHouse =
    one.village !== null && one.village === first.village && numbers !== null && numbers === others
  return isHouse ? 'number' : 'different'
}
