import { Form, InputNumber } from 'antd'
import type { MeasuredWorks } from '../../../kernel/pack/pack.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { builtParts, totalM2 } from '../rules/parts-entered.ts'

/** The area of each part as typed; a part without one was not built. */
export type AreaDrafts = Readonly<Record<string, number | null>>

interface Props {
  works: MeasuredWorks
  drafts: AreaDrafts
  onChange: (drafts: AreaDrafts) => void
}

/** One field a part of the pack's list, with the sum below. */
export function PartsEntry({ works, drafts, onChange }: Props) {
  const { t, pick } = useWords()
  return (
    <>
      {works.parts.map(({ id, label }) => (
        <Form.Item
          key={id}
          htmlFor={`part-${id}`}
          label={t('works.part.area', { label: pick(label) })}
          extra={t('works.part.blank')}
        >
          <InputNumber
            id={`part-${id}`}
            size="large"
            min={0}
            max={10_000}
            precision={2}
            value={drafts[id] ?? null}
            onChange={(area) => onChange({ ...drafts, [id]: area })}
          />
        </Form.Item>
      ))}
      <p aria-live="polite">
        {t('works.parts.total')}{' '}
        <span className="figure">{t('works.parts.area', { area: totalM2(builtParts(works, drafts)) })}</span>
      </p>
    </>
  )
}
