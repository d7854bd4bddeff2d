import type { Day } from '../../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import { equipmentSubsidy } from '../../funds/rules.ts'
import { operatingSubsidy } from '../../subsidies/rules.ts'

export interface Cost {
  equipmentFen: number
  operatingFen: number
}

const equipmentParameters = [
  'equipment.subsidisedUnits',
  'equipment.subsidyPercent',
  'equipment.subsidyCapFen',
]
const operatingParameters = ['operating.rateFenPerKwh', 'operating.capKwh', 'operating.seasons']

/** What of a home's money is fixed already, whatever a draft says: its claim, and the seasons put into batches. */
export interface Settled {
  isClaimed: boolean
  seasons: number
}

/**
 * What a home that answers yes still costs at most, by the formulas of the payments: its units at its lot's price, and
 * electricity up to the cap in every season to come. Null where the pack has no rates, or none that can be reckoned with.
 */
export function costOfHome(
  pack: Pack,
  day: Day,
  { units, priceFen, isClaimed, seasons }: Settled & { units: number; priceFen: number | null },
): Cost | null {
  if (!equipmentParameters.every((name) => hasParameter(pack, name, day))) return null
  try {
    const operatingFen = operatingCost(pack, day, seasons)
    return operatingFen === null
      ? null
      : { equipmentFen: isClaimed ? 0 : equipmentCost(pack, day, units, priceFen), operatingFen }
  } catch (error) {
    // Too large to pay exactly: a slip of the hand in a draft.
    if (error instanceof RangeError) return null
    throw error
  }
}

function equipmentCost(pack: Pack, day: Day, units: number, priceFen: number | null): number {
  if (priceFen === null) return amount(pack, 'equipment.subsidyCapFen', day)
  const wanted = units > 0 ? units : amount(pack, 'equipment.subsidisedUnits', day)
  return equipmentSubsidy(pack, day, wanted, priceFen).subsidyFen
}

/** All seasons not yet settled together, each by the values of its last day; from the last dated value on they are alike. */
function operatingCost(pack: Pack, day: Day, settled: number): number | null {
  const { day: end } = pack.season.end
  const known = end > day ? end : day
  if (!operatingParameters.every((name) => hasParameter(pack, name, known))) return null
  const dated = operatingParameters.flatMap((name) => pack.parameters[name]?.values ?? [])
  const lastChange = dated.reduce((last, { from }) => (from > last ? from : last), '')
  const seasons = Math.floor(amount(pack, 'operating.seasons', known))
  let sum = 0
  for (let nth = settled; nth < seasons; nth++) {
    const on = yearsLater(known, nth)
    const fen = operatingSubsidy(pack, on, Math.ceil(amount(pack, 'operating.capKwh', on) * 100)).amountFen
    if (on >= lastChange) return sum + fen * (seasons - nth)
    sum += fen
  }
  return sum
}

const yearsLater = (day: Day, years: number): Day =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`
