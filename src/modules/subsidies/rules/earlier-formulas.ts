import { exactly, isMore, product } from '../../../kernel/money/exact.ts'
import type { FailedRule } from '../../funds/model.ts'
import { lackingRules } from '../../funds/rules.ts'
import type { EarlierUsageFormula, UsageFormula } from '../model.ts'

/** How a statement was reckoned, whenever that was: what is older is read as what it meant. */
export function readUsageFormula(kept: UsageFormula | EarlierUsageFormula, amountFen: number): UsageFormula {
  if ('parts' in kept) return kept
  const { usedCentiKwh, countedCentiKwh, capKwh, rateFenPerKwh, analysed, parameters } = kept
  return {
    amountFen,
    lacking: [],
    split: [],
    parameters,
    ...(analysed && { analysed }),
    parts: [
      {
        subsidy: 'operating',
        label: { zh: '运行补贴', en: 'Operating subsidy' },
        of: 'kWh',
        amountFen,
        centi: usedCentiKwh,
        countedCenti: countedCentiKwh,
        mostCenti: Math.floor(capKwh * 100),
        products: [{ centi: countedCentiKwh, rate: rateFenPerKwh }],
        isCapped: false,
        isUpToPrice: false,
        rounding: { toFen: 1, how: 'down' },
        isRounded: isMore(product([countedCentiKwh, rateFenPerKwh], 100), exactly(amountFen)),
      },
    ],
  }
}

/** What a statement waits for because it cannot be reckoned. */
export const lackingOf = (kept: UsageFormula | EarlierUsageFormula): FailedRule[] =>
  'parts' in kept ? lackingRules(kept.lacking) : []
