import { useWords } from '../../../web/kit/language/use-words.ts'
import './sites.css'

/** Whether a lot's deadline holds: by colour, sign and word. */
export function LotStanding({ remaining, behind }: { remaining: number; behind: boolean }) {
  const { t } = useWords()
  if (remaining === 0) return <span className="site-good">✓ {t('schedule.done')}</span>
  return behind ? (
    <span className="site-bad">✕ {t('schedule.behind')}</span>
  ) : (
    <span className="site-good">✓ {t('schedule.on-time')}</span>
  )
}
