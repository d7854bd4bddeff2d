import type { ChecklistItem } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { useWords } from '../language/use-words.ts'

/** The bounds of a measurement in words; empty where the list has none. */
export function useBounds({ items }: Checklist, { reading }: ChecklistItem): string {
  const { t, pick, find } = useWords()
  if (!reading) return ''
  const { least, most, notBelow } = reading
  const values = { least, most, unit: find(`kit.unit.${reading.unit}`) ?? reading.unit }
  const other = items.find(({ id }) => id === notBelow)
  return [
    least !== undefined && most !== undefined
      ? t('measurement.between', values)
      : least !== undefined
        ? t('measurement.least', values)
        : most !== undefined && t('measurement.most', values),
    other && t('measurement.not-below', { label: pick(other.label) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
