import { Form, InputNumber } from 'antd'
import type { Said } from '../../../kernel/words/words.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

/** As typed, by the part's id. */
export type Measures = Readonly<Record<string, number | null>>

export const measuredOf = (parts: readonly { id: string }[], measures: Measures) =>
  parts.flatMap(({ id }) => {
    const areaM2 = measures[id]
    return areaM2 === null || areaM2 === undefined ? [] : [{ part: id, areaM2 }]
  })

interface Props {
  parts: readonly { id: string; label: Said; areaM2: number }[]
  measures: Measures
  onChange: (measures: Measures) => void
  /** The submit button was pressed: what is lacking says so. */
  wanted: boolean
}

/**
 * Each part on record, measured by whoever stands there. The recorded area is not shown beforehand: whoever types what
 * the list says has not measured. More than recorded is told the moment it is typed.
 */
export function MeasureEntry({ parts, measures, onChange, wanted }: Props) {
  const { t, pick } = useWords()
  return (
    <>
      <p className="quiet">{t('visit.parts.hint')}</p>
      {parts.map(({ id, label, areaM2 }) => {
        const measure = measures[id] ?? null
        const problem =
          measure === null
            ? wanted && t('visit.parts.missing')
            : measure > areaM2 && t('visit.parts.more', { area: areaM2 })
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
