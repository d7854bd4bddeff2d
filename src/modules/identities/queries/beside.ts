import { featuresOf } from '../../../kernel/matching/features.ts'
import { maskAccount } from '../../../kernel/standards/mask.ts'
import { differingPlaces } from '../rules/letters.ts'

/** What a record says beside the first of them, compared as the matcher compares. */
export type Agreement = 'same' | 'house' | 'differs'

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
  address: Agreement | null
  accountNumber: Beside | null
  titleNumber: Beside | null
}

/** The numbers of a record masked as its home's page masks them, and what of it agrees with the first record. */
export function masked<Record extends Placed>(
  record: Record,
  first: Record | undefined,
): Record & { beside: BesideFirst } {
  const { accountNumber, titleNumber } = record
  return {
    ...record,
    accountNumber: accountNumber && maskAccount(accountNumber),
    titleNumber: titleNumber && maskAccount(titleNumber),
    beside: {
      address: first ? addressBeside(record, first) : null,
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

/**
 * In one village an address that only adds the names of town and village before the other says the same, and one
 * with the same numbers names the same house.
 */
function addressBeside(one: Placed, first: Placed): Agreement | null {
  if (!one.address || !first.address) return null
  const [own = '', numbers = null] = featuresOf('address', one.address) as (string | null)[]
  const [other = '', others = null] = featuresOf('address', first.address) as (string | null)[]
  if (own === other) return 'same'
  if (one.village === null || one.village !== first.village || numbers !== others) return 'differs'
  if (own && other && (own.endsWith(other) || other.endsWith(own))) return 'same'
  return numbers === null ? 'differs' : 'house'
}
