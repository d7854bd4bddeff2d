import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import './money.css'

interface Props {
  budgetFen: number
  usedFen: number
  reservedFen: number
  availableFen: number
}

/** A budget as a bar: paid, reserved, left. The figures stand beside it; the bar is heard as one sentence. */
export function BudgetBar({ budgetFen, usedFen, reservedFen, availableFen }: Props) {
  const { t } = useWords()
  const share = (fen: number) => `${budgetFen === 0 ? 0 : Math.min(100, (fen * 100) / budgetFen)}%`
  return (
    <span
      className="budget-bar"
      role="img"
      aria-label={t('fund.bar', {
        paid: yuanText(usedFen),
        reserved: yuanText(reservedFen),
        left: yuanText(availableFen),
      })}
    >
      <span className="budget-paid" style={{ width: share(usedFen) }} />
      <span className="budget-reserved" style={{ width: share(reservedFen) }} />
    </span>
  )
}
