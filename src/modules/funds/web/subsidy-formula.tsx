import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import type { SubsidyFormula as Formula } from '../model.ts'
import { isBelowFenDropped } from '../rules.ts'
import './money.css'

/** How a home's equipment subsidy came about: units × award price × share, to the cap. */
export function SubsidyFormula({ formula }: { formula: Formula }) {
  const { t } = useWords()
  const { units, subsidisedUnits, unitPriceFen, percent, capFen, capped, parameters } = formula
  return (
    <span className="formula figure">
      {t('claim.formula', { units: subsidisedUnits, price: yuanText(unitPriceFen), percent })}
      {units > subsidisedUnits && (
        <span className="formula-note">
          {' '}
          {t('claim.formula.units', { units, subsidised: subsidisedUnits })}
        </span>
      )}
      {capped && <span className="formula-note"> {t('claim.formula.cap', { cap: yuanText(capFen) })}</span>}
      {isBelowFenDropped(formula) && (
        <span className="formula-note"> {t('claim.formula.below-fen')}</span>
      )}{' '}
      {parameters.some(({ status }) => status === 'assumed') && <Assumed />}
    </span>
  )
}
