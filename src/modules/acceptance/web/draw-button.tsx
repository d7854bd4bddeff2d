import { Button, Modal } from 'antd'
import { useState } from 'react'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { useAvailable } from '../../../web/kit/acts/available-acts.tsx'
import { Refusals } from '../../../web/kit/acts/refusals.tsx'
import { ActForm } from '../../../web/kit/form/act-form.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { LotLine } from '../../suppliers/model.ts'
import type { SampleLevel } from '../model.ts'

interface Props {
  village: string
  line: LotLine
  level: SampleLevel
  /** Of the line: what is drawn, and what is left to draw. */
  counts: { drawn: number; undrawn: number }
}

/** The first draw asks once and draws; another one asks for its reason. */
export function DrawButton({ village, line, level, counts: { drawn, undrawn } }: Props) {
  const { t, pick } = useWords()
  const [open, setOpen] = useState(false)
  const kind = `sample.draw-${level}` as const
  const act = useAvailable('village', village).data?.find((each) => each.kind === kind)
  if (!act) return null
  if (undrawn === 0) return <p className="quiet">{t('refusal.sample.nothing-to-draw', { drawn })}</p>
  if (drawn === 0)
    return (
      <ActButton
        kind={kind}
        input={{ village, line }}
        type="primary"
        refusals={act.refusals}
        confirm={t('samples.draw-question')}
      />
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('samples.draw-again')}</Button>
      <Modal
        open={open}
        title={pick(act.title)}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        {act.refusals.length > 0 ? (
          <Refusals refusals={act.refusals} />
        ) : (
          <ActForm
            kind={kind}
            schema={act.form}
            fixed={{ village, line }}
            evidence={act.evidence}
            onDone={() => setOpen(false)}
            onCancel={() => setOpen(false)}
          />
        )}
      </Modal>
    </>
  )
}
