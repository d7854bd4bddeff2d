import { millionText, wanText, yuanText } from './money.ts'
import { useWords } from '../language/use-words.ts'

/** An amount in fen as ¥1,234.50, or with `short` in 万元 (English: millions); the exact amount is in its title then. */
export function Money({ fen, short = false }: { fen: number | null | undefined; short?: boolean }) {
  const { t } = useWords()
  if (fen === null || fen === undefined) return <Blank />
  if (!short) return <span className="figure">¥{yuanText(fen)}</span>
  return (
    <span className="figure" title={`¥${yuanText(fen)}`}>
      {t('kit.short-amount', { wan: wanText(fen), million: millionText(fen) })}
    </span>
  )
}

/** A count with thousands marks. */
export function Count({ of }: { of: number | null | undefined }) {
  return of === null || of === undefined ? (
    <Blank />
  ) : (
    <span className="figure">{of.toLocaleString('en-US')}</span>
  )
}

/** Hundredths of a kilowatt-hour as kWh. */
export function Kwh({ centi }: { centi: number | null | undefined }) {
  if (centi === null || centi === undefined) return <Blank />
  return <span className="figure">{yuanText(centi)} kWh</span>
}

/** Nothing recorded. */
export function Blank() {
  const { t } = useWords()
  return (
    <span className="blank" aria-label={t('kit.blank')}>
      —
    </span>
  )
}
