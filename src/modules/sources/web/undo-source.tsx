import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
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
  const resting = useAnswer('source.resting', { source: source.id }, { enabled: open })
  const isBuiltUpon = resting.data !== undefined && resting.data.homes + resting.data.decided > 0
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
        <Answered answer={resting}>
          {(told) => (
            <p className={isBuiltUpon ? 'notice-lack' : 'quiet'}>
              {t(isBuiltUpon ? 'sources.resting' : 'sources.resting-none', { ...told })}
            </p>
          )}
        </Answered>
        <Form layout="vertical" onFinish={submit}>
          <Form.Item
            name="reason"
            label={t('field.reason')}
            rules={[{ required: true, min: 2, whitespace: true, message: t('sources.give-reason') }]}
          >
            <Input.TextArea rows={2} maxLength={400} />
          </Form.Item>
          {isBuiltUpon && (
            <Form.Item
              name="known"
              valuePropName="checked"
              rules={[
                {
                  validator: (_rule, value) =>
                    value === true ? Promise.resolve() : Promise.reject(new Error(t('sources.resting-tick'))),
                },
              ]}
            >
              <Checkbox>{t('sources.resting-known')}</Checkbox>
            </Form.Item>
          )}
          <ActAnswer performing={performing} />
          <Button
            danger
            type="primary"
            htmlType="submit"
            loading={performing.pending}
            disabled={!resting.data}
          >
            {t('act.source.undo-import')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
