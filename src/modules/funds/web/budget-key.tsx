import { useWords } from '../../../web/kit/language/use-words.ts'

/** What the parts of the bar mean. */
export function BudgetKey() {
  const { t } = useWords()
  return (
    <p className="budget-key">
      <span>
        <i className="budget-paid" />
        {t('fund.key.paid')}
      </span>
      <span>
        <i className="budget-reserved" />
        {t('fund.key.reserved')}
      </span>
      <span>
        <i />
        {t('fund.key.left')}
      </span>
    </p>
  )
}
