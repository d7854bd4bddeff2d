import { useWords } from '../../../web/kit/language/use-words.ts'
import './suppliers.css'

interface Props {
  passed: boolean
  superseded: boolean
}

/** What a sample found, and whether a later one counts instead. */
export function SamplingResult({ passed, superseded }: Props) {
  const { t } = useWords()
  return (
    <>
      <span className={passed ? 'supplier-yes' : 'supplier-no'}>
        {t(passed ? 'samplings.passed' : 'samplings.failed')}
      </span>
      {superseded && <span className="quiet"> {t('samplings.superseded')}</span>}
    </>
  )
}

export const serialsText = (batch: {
  serialPrefix: string | null
  serialFrom: string | null
  serialTo: string | null
}): string =>
  batch.serialPrefix !== null
    ? `${batch.serialPrefix}…`
    : `${batch.serialFrom ?? ''} – ${batch.serialTo ?? ''}`
