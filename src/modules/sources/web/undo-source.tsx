import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import type { SourceKind } from '../model.ts'

interface Props {
  source: { id: string; kind: SourceKind; asOf: string; areaName: string; deliveredBy: string; rows: number }
}

/** Takes a list back, with a reason; which one is said once more before it is gone. */
export function UndoSource({ source }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const performing = usePerform('source.undo-import')
  const { programme } = useSession()
  if (!useMay('source.import')) return null
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await performing.perform({ programme, source: source.id, reason })
    if (outcome?.status === 'done') setOpen(false)
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('act.source.undo-import')}
      </Button>
      <Modal
        open={open}
        title={t('act.source.undo-import')}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          performing.forget()
          setOpen(false)
        }}
      >
        <p>
          <b>
            {t('sources.undo-which', {
              kind: t(`choice.source-kind.${source.kind}`),
              day: source.asOf,
              area: source.areaName,
              by: source.deliveredBy,
              count: source.rows,
            })}
          </b>
        </p>
        <p>{t('act.source.undo-import.effect')}</p>
        <Form layout="vertical" onFinish={submit}>
          <Form.Item
            name="reason"
            label={t('field.reason')}
            rules={[{ required: true, min: 2, whitespace: true, message: t('sources.give-reason') }]}
          >
            <Input.TextArea rows={2} maxLength={400} />
          </Form.Item>
          <ActAnswer performing={performing} />
          <Button danger type="primary" htmlType="submit" loading={performing.pending}>
            {t('act.source.undo-import')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
