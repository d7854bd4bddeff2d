import { App, Button, Modal, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { doneText } from '../../../web/kit/acts/act-words.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { type ChosenRole, heldOf, RoleChoice } from './role-choice.tsx'

/** A further role for a person; what may not be held together is refused with its reason. */
export function GrantRole({ account }: { account: string }) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ChosenRole>({})
  const performing = usePerform('role.grant')
  const held = heldOf(chosen)
  const close = () => {
    setOpen(false)
    setChosen({})
    performing.forget()
  }
  const grant = async () => {
    if (!held) return
    const outcome = await performing.perform({ account, id: newId(), held })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'role.grant'))
    close()
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('act.role.grant')}
      </Button>
      <Modal open={open} title={t('act.role.grant')} footer={null} destroyOnHidden onCancel={close}>
        <RoleChoice value={chosen} onChange={setChosen} />
        <ActAnswer performing={performing} onRetry={() => void grant()} />
        <Space className="form-actions">
          <Button type="primary" disabled={!held} loading={performing.pending} onClick={() => void grant()}>
            {t('act.role.grant')}
          </Button>
          <Button onClick={close}>{t('kit.cancel')}</Button>
        </Space>
      </Modal>
    </>
  )
}
