import type { Day } from '../../../kernel/dates/day.ts'
import { amount, hasParameter, type Pack } from '../../../kernel/pack/pack.ts'
import { mostOf, type Reckonable } from '../../../kernel/pack/reckon.ts'
import { figuresOf, subsidiesOf } from '../../../kernel/pack/subsidies.ts'

export interface Cost {
  equipmentFen: number
  operatingFen: number
}

const seasonsName = 'operating.seasons'

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
  try {
    const operatingFen = operatingCost(pack, day, seasons)
    const equipmentFen = isClaimed ? 0 : equipmentCost(pack, day, units, priceFen)
    return operatingFen === null || equipmentFen === null ? null : { equipmentFen, operatingFen }
  } catch (error) {
    // Too large to pay exactly: a slip of the hand in a draft.
    if (error instanceof RangeError) return null
    throw error
  }
}

function equipmentCost(pack: Pack, day: Day, units: number, priceFen: number | null): number | null {
  const wanted = units > 0 ? { units } : {}
  const contract =
    priceFen === null ? {} : { contract: { priceFen, ...(units > 0 && { centi: units * 100 }) } }
  return mostFen(pack, 'equipment', day, day, { ...wanted, ...contract })
}

/** All seasons not yet settled together, each by the values of its last day. */
function operatingCost(pack: Pack, day: Day, settled: number): number | null {
  const { day: end } = pack.season.end
  const known = end > day ? end : day
  if (!hasParameter(pack, seasonsName, known)) return null
  const seasons = Math.floor(amount(pack, seasonsName, known))
  if (seasons - settled > mostSeasons) return null
  let sum = 0
  for (let nth = settled; nth < seasons; nth++) {
    const fen = mostFen(pack, 'operating', known, yearsLater(known, nth), { season: nth + 1 })
    if (fen === null) return null
    sum += fen
  }
  return sum
}

/** More seasons than anybody promises are a slip of the hand in a draft. */
const mostSeasons = 200

/** Null where the pack pays nothing of the kind at all, has not all its figures by then, or sets no bound. */
function mostFen(
  pack: Pack,
  pays: 'equipment' | 'operating',
  known: Day,
  on: Day,
  of: Reckonable,
): number | null {
  const names = subsidiesOf(pack, pays, known).flatMap((each) => figuresOf(each).map(({ name }) => name))
  if (names.length === 0 || !names.every((name) => hasParameter(pack, name, known))) return null
  return mostOf(pack, on, subsidiesOf(pack, pays, on), of)?.amountFen ?? null
}

const yearsLater = (day: Day, years: number): Day =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`
