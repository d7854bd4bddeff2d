import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import './sites.css'

interface Props {
  last: string | null
  due: string | null
  behind: boolean | null
}

/** When a side went last, and by when it has to go again. */
export function PatrolStanding({ last, due, behind }: Props) {
  const { t } = useWords()
  return (
    <>
      {last ? <DayText day={last} /> : <span className="quiet">{t('safety.never')}</span>}
      {due && (
        <span className={behind ? 'site-bad' : 'quiet'}>
          {' · '}
          {behind ? '! ' : ''}
          {t(behind ? 'safety.late' : 'safety.due', { day: due })}
        </span>
      )}
    </>
  )
}

interface OfficerProps {
  name: string | null
  telephone: string | null
}

/** Who watches over safety, to be called. */
export function Officer({ name, telephone }: OfficerProps) {
  const { t } = useWords()
  if (!name) return <span className="site-bad">! {t('safety.officer.none')}</span>
  return (
    <>
      {name} {telephone && <span className="figure">{telephone}</span>}
    </>
  )
}
