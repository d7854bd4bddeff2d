import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'

/** What is settled: machines, or of a line that is measured its accepted area (§1.2). */
export function Built({ units, areaM2 }: { units: number; areaM2: number }) {
  const { t } = useWords()
  return areaM2 > 0 ? (
    <span className="figure">{t('works.parts.area', { area: areaM2 })}</span>
  ) : (
    <Count of={units} />
  )
}
