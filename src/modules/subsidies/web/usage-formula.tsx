import { useWords } from '../../../web/kit/language/use-words.ts'
import { Reckoned } from '../../../web/kit/policy/reckoned.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import type { UsageFormula as Formula } from '../model.ts'

/** How a season's subsidy came about, and where its electricity comes from. */
export function UsageFormula({ formula }: { formula: Formula }) {
  const { t } = useWords()
  return (
    <span className="formula">
      <Reckoned formula={formula} />
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
    </span>
  )
}
