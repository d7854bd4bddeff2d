import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { ReasonInput } from './reason-input.tsx'

/** The words of an objection with the numbers in them, for a reason that stays in the log. */
export function RevealObjection({ objection }: { objection: string }) {
  const { t } = useWords()
  const may = useMay('personal.reveal')
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t('act.objection.reveal')}
      </Button>
      <Modal
        open={open}
        title={t('act.objection.reveal')}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <Reveal objection={objection} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

function Reveal({ objection, onClose }: { objection: string; onClose: () => void }) {
  const { t } = useWords()
  const performing = usePerform('objection.reveal')
  const [act, setAct] = useState<string>()
  const shown = useAnswer('objection.revealed', { act: act ?? '' }, { enabled: act !== undefined }).data
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await performing.perform({ objection, reason })
    if (outcome?.status === 'done') setAct(outcome.receipt.id)
  }
  if (shown)
    return (
      <>
        <p className="objection-said">{shown.said}</p>
        {shown.heard && (
          <p className="objection-answer">
            {t('objection.heard')} {shown.heard}
          </p>
        )}
        {shown.answer && <p className="objection-answer">{shown.answer}</p>}
        <Button onClick={onClose}>{t('kit.close')}</Button>
      </>
    )
  return (
    <Form layout="vertical" onFinish={submit}>
      <ReasonInput label="field.home.reveal.reason" least={4} most={200} />
      <ActAnswer performing={performing} />
      <Button type="primary" htmlType="submit" loading={performing.pending}>
        {t('act.objection.reveal')}
      </Button>{' '}
      <Button onClick={onClose}>{t('kit.cancel')}</Button>
    </Form>
  )
}
