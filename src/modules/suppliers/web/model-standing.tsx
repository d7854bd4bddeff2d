import type { Said } from '../../../kernel/words/words.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import './suppliers.css'

interface Props {
  barred: boolean
  runOut: readonly { label: Said; ranOut: string }[]
}

/** Whether a model may be newly built in today, and what stands against it. */
export function ModelStanding({ barred, runOut }: Props) {
  const { t, pick } = useWords()
  if (!barred && runOut.length === 0) return <span className="supplier-yes">{t('models.free')}</span>
  return (
    <>
      {barred && <div className="supplier-no">{t('firms.barred')}</div>}
      {runOut.map(({ label, ranOut }) => (
        <div key={label.zh} className="supplier-no">
          {t('models.run-out', { paper: pick(label), day: ranOut })}
        </div>
      ))}
    </>
  )
}
