import { Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay, useSession } from '../../../web/kit/session/session-context.tsx'
import { ReasonInput } from './reason-input.tsx'

/** Takes an import back while nothing has been built on it; otherwise says what has. */
export function UndoImport({ id }: { id: string }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const performing = usePerform('register.undo-import')
  const { programme } = useSession()
  const may = useMay('register.undo-import')
  if (!may) return null
  const submit = async ({ reason }: { reason: string }) => {
    const outcome = await performing.perform({ programme, import: id, reason })
    if (outcome?.status === 'done') setOpen(false)
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('act.register.undo-import')}
      </Button>
      <Modal
        open={open}
        title={t('act.register.undo-import')}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          performing.forget()
          setOpen(false)
        }}
      >
        <Form layout="vertical" onFinish={submit}>
          <ReasonInput />
          <ActAnswer performing={performing} />
          <Button danger type="primary" htmlType="submit" loading={performing.pending}>
            {t('act.register.undo-import')}
          </Button>
        </Form>
      </Modal>
    </>
  )
}
