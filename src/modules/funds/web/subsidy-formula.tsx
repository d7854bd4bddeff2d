import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import type { AreaFormula, MachineFormula, SubsidyFormula as Formula } from '../model.ts'
import { isBelowFenDropped } from '../rules.ts'
import './money.css'

/** How a home's subsidy came about. */
export function SubsidyFormula({ formula }: { formula: Formula }) {
  return 'areaM2' in formula ? <OfArea formula={formula} /> : <OfMachines formula={formula} />
}

/** Accepted area × the lower of rate and contract price, to the cap. */
function OfArea({ formula }: { formula: AreaFormula }) {
  const { t } = useWords()
  const { areaM2, rateFenPerM2, priceFenPerM2 } = formula
  const rate = yuanText(Math.min(rateFenPerM2, priceFenPerM2))
  return (
    <span className="formula figure">
      {t('claim.formula.area', { area: areaM2, rate })}
      {priceFenPerM2 < rateFenPerM2 && (
        <span className="formula-note"> {t('claim.formula.price', { rate: yuanText(rateFenPerM2) })}</span>
      )}
      <Bounds formula={formula} />
    </span>
  )
}

/** Units × award price × share, to the cap. */
function OfMachines({ formula }: { formula: MachineFormula }) {
  const { t } = useWords()
  const { units, subsidisedUnits, unitPriceFen, percent } = formula
  return (
    <span className="formula figure">
      {t('claim.formula', { units: subsidisedUnits, price: yuanText(unitPriceFen), percent })}
      {units > subsidisedUnits && (
        <span className="formula-note">
          {' '}
          {t('claim.formula.units', { units, subsidised: subsidisedUnits })}
        </span>
      )}
      <Bounds formula={formula} />
    </span>
  )
}

/** What either formula ends in: the cap, a part of a fen left off, and whether its parameters are assumed. */
function Bounds({ formula }: { formula: Formula }) {
  const { t } = useWords()
  const { capFen, capped, parameters } = formula
  return (
    <>
      {capped && <span className="formula-note"> {t('claim.formula.cap', { cap: yuanText(capFen) })}</span>}
      {isBelowFenDropped(formula) && (
        <span className="formula-note"> {t('claim.formula.below-fen')}</span>
      )}{' '}
      {parameters.some(({ status }) => status === 'assumed') && <Assumed />}
    </>
  )
}
