import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import type { UsageFormula as Formula } from '../model.ts'
import { isBelowFenDropped } from '../rules.ts'

/** A rate in yuan; a part of a fen is written out. */
const rateText = (fen: number): string =>
  Number.isInteger(fen) ? yuanText(fen) : String(Number((fen / 100).toFixed(6)))

/** How a season's subsidy came about: kWh × rate, to the cap. */
export function UsageFormula({ formula }: { formula: Formula }) {
  const { t } = useWords()
  const { usedCentiKwh, countedCentiKwh, capKwh, rateFenPerKwh, capped, parameters } = formula
  return (
    <span className="formula figure">
      {t('statement.formula', { kwh: yuanText(countedCentiKwh), rate: rateText(rateFenPerKwh) })}
      {capped && (
        <span className="formula-note">
          {' '}
          {t('statement.formula.cap', { used: yuanText(usedCentiKwh), cap: capKwh.toLocaleString('en-US') })}
        </span>
      )}
      {formula.analysed && (
        <span className="formula-note">
          {' '}
          {t('statement.formula.analysed', {
            number: formula.analysed.number,
            lower: yuanText(formula.analysed.lowerCentiKwh),
            upper: yuanText(formula.analysed.upperCentiKwh),
          })}
        </span>
      )}
      {isBelowFenDropped(formula) && (
        <span className="formula-note"> {t('statement.formula.below-fen')}</span>
      )}{' '}
      {parameters.some(({ status }) => status === 'assumed') && <Assumed />}
    </span>
  )
}
