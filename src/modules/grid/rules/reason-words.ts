import { dayOfNumber } from './read-in.ts'
import type { Reason } from './reasons.ts'

/** The words of a part of a score, `season.reason.<key>`, and what fills them in, for screens and lists alike. */
export function reasonWords({ part, values }: Reason): {
  key: string
  values: Record<string, string | number>
} {
  const { percent = 0, day = 0, slope, away } = values
  // Use that does not rise with the cold has no share of what others add a degree; nobody away is no number of days.
  if (part === 'slope' && slope !== undefined && slope <= 0) return { key: 'slope-none', values }
  if (part === 'away' && away === 0) return { key: 'away-none', values }
  return {
    key: part,
    values: { ...values, ...ratioOf(percent), ...(part === 'break' && { day: dayOfNumber(day) }) },
  }
}

/** Three times as much and more is read as times, not as per cent. */
function ratioOf(percent: number): { ratio: string; ratioEn: string } {
  if (percent < 300) return { ratio: `${percent}%`, ratioEn: `${percent}% of` }
  const times = Math.round(percent / 10) / 10
  return { ratio: `${times} 倍`, ratioEn: `${times} times` }
}
