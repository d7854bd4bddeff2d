import { Form, InputNumber } from 'antd'
import type { Said } from '../../../kernel/words/words.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

/** As typed, by the part's id. */
export type Measures = Readonly<Record<string, number | null>>

interface Props {
  parts: readonly { id: string; label: Said; areaM2: number }[]
  measures: Measures
  onChange: (measures: Measures) => void
  /** The submit button was pressed: what is lacking says so. */
  wanted: boolean
  /** A sample asks only whether what was accepted is there; a visit finds no more than was recorded. */
  isSample: boolean
}

/**
 * Each part on record, measured by whoever stands there. The recorded area is not shown beforehand: whoever types what
 * the list says has not measured. More than recorded is told the moment it is typed.
 */
export function MeasureEntry({ parts, measures, onChange, wanted, isSample }: Props) {
  const { t, pick } = useWords()
  return (
    <>
      <p className="quiet">{t('visit.parts.hint')}</p>
      {parts.map(({ id, label, areaM2 }) => {
        const measure = measures[id] ?? null
        const problem =
          measure === null
            ? wanted && t('visit.parts.missing')
            : !isSample && measure > areaM2 && t('visit.parts.more', { area: areaM2 })
        return (
          <Form.Item
            key={id}
            htmlFor={`measure-${id}`}
            label={t('works.part.area', { label: pick(label) })}
            required
            {...(problem && { validateStatus: 'error' as const, help: problem })}
          >
            <InputNumber
              id={`measure-${id}`}
              size="large"
              min={0}
              max={10_000}
              precision={2}
              value={measure}
              onChange={(area) => onChange({ ...measures, [id]: area })}
            />
          </Form.Item>
        )
      })}
    </>
  )
}
