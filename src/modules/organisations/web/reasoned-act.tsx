import { App, Button, Form, Input, Modal, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

type Kind = 'account.disable' | 'role.withdraw'

interface Props<K extends Kind> {
  kind: K
  input: Omit<ActInput<K>, 'reason'>
  danger?: boolean
}

/** A button for an act that takes something from a person: it is done only with its reason. */
export function ReasonedAct<K extends Kind>({ kind, input, danger = false }: Props<K>) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const performing = usePerform(kind)
  const title = actTitle(speech, kind)
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await performing.perform({ ...input, reason: reason.trim() } as ActInput<K>)
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, kind))
    setOpen(false)
  }
  return (
    <>
      <Button size="small" danger={danger} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal open={open} title={title} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <Form
          layout="vertical"
          disabled={performing.pending}
          onFinish={(filled: { reason: string }) => void submit(filled)}
        >
          <Form.Item
            name="reason"
            label={t('field.reason')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('kit.form.required') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={200} showCount />
          </Form.Item>
          <ActAnswer performing={performing} />
          <Space className="form-actions">
            <Button type="primary" danger={danger} htmlType="submit" loading={performing.pending}>
              {title}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('kit.cancel')}</Button>
          </Space>
        </Form>
      </Modal>
    </>
  )
}
