import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import './subsidies.css'

interface Props {
  deadline: string
  daysLeft: number
  over: boolean
}

/** The clock of §4.3: until when a season's electricity is to be counted. */
export function Deadline({ deadline, daysLeft, over }: Props) {
  const { t } = useWords()
  const late = daysLeft < 0
  return (
    <span className={late ? 'deadline deadline-late' : 'deadline'}>
      <DayText day={deadline} />{' '}
      <span>
        {!over
          ? t('season.not-over')
          : late
            ? t('season.late', { count: -daysLeft })
            : t('season.days-left', { count: daysLeft })}
      </span>{' '}
      <Clauses ids={['§4.3']} />
    </span>
  )
}
