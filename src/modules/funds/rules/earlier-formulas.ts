import { isMore, exactly, product } from '../../../kernel/money/exact.ts'
import type { Reckoning } from '../../../kernel/pack/reckon.ts'
import { centiM2 } from '../../works/rules/parts-entered.ts'
import type { EarlierFormula } from '../model.ts'

const label = { zh: '建设补贴', en: 'Equipment subsidy' }
const rounding = { toFen: 1, how: 'down' as const }

/** How a claim's line was reckoned, whenever that was: lines are never changed, so what is older is read as what it meant. */
export function readFormula(kept: Reckoning | EarlierFormula, subsidyFen: number): Reckoning {
  if ('parts' in kept) return kept
  const { capFen, capped: isCapped, parameters } = kept
  const common = { label, amountFen: subsidyFen, capFen, isCapped, rounding }
  const of = { amountFen: subsidyFen, lacking: [], split: [], parameters }
  if ('areaM2' in kept) {
    const centi = centiM2(kept.areaM2)
    const { rateFenPerM2, priceFenPerM2 } = kept
    const exact = product([centi, Math.min(rateFenPerM2, priceFenPerM2)], 100)
    const part = {
      ...common,
      subsidy: 'works',
      of: 'm2' as const,
      centi,
      countedCenti: centi,
      products: [{ centi, rate: rateFenPerM2 }],
      priceFen: priceFenPerM2,
      isUpToPrice: centi > 0 && priceFenPerM2 < rateFenPerM2,
      isRounded: !isCapped && isMore(exact, exactly(subsidyFen)),
    }
    return { ...of, parts: [part] }
  }
  const { units, subsidisedUnits, unitPriceFen, percent } = kept
  const counted = subsidisedUnits * 100
  const part = {
    ...common,
    subsidy: 'equipment',
    of: 'price' as const,
    centi: units * 100,
    countedCenti: counted,
    ...(units > subsidisedUnits && { mostCenti: counted }),
    products: [{ centi: counted, rate: percent }],
    priceFen: unitPriceFen,
    isUpToPrice: false,
    isRounded:
      !isCapped && isMore(product([subsidisedUnits, unitPriceFen, percent], 100), exactly(subsidyFen)),
  }
  return { ...of, parts: [part] }
}
