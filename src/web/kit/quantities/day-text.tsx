import { daysBetween } from '../../../kernel/dates/day.ts'
import { useWords } from '../language/use-words.ts'
import { Blank } from './amounts.tsx'

interface Props {
  /** `YYYY-MM-DD`, or an instant of which the day in Shanghai is shown. */
  day: string | null | undefined
  /** Today; with it the distance is told: 还有 16 天, 过了 3 天. */
  today?: string
}

export function DayText({ day, today }: Props) {
  const { t } = useWords()
  if (!day) return <Blank />
  const shown = day.length > 10 ? shanghai(day, 'day') : day
  return (
    <time className="figure" dateTime={shown}>
      {shown}
      {today && <span className="day-distance"> {distance(t, daysBetween(today, shown))}</span>}
    </time>
  )
}

/** An instant as Shanghai reads it, to the minute. */
export function InstantText({ at }: { at: string | null | undefined }) {
  return at ? (
    <time className="figure" dateTime={at}>
      {shanghai(at, 'minute')}
    </time>
  ) : (
    <Blank />
  )
}

function shanghai(instant: string, to: 'day' | 'minute'): string {
  const text = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()
  return to === 'day' ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`
}

function distance(t: (key: string, values?: Record<string, unknown>) => string, days: number): string {
  if (days === 0) return t('kit.day.today')
  return days > 0 ? t('kit.day.left', { count: days }) : t('kit.day.past', { count: -days })
}
