import { Button, Modal } from 'antd'
import { useState } from 'react'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import type { StatementState } from '../model.ts'

interface Props {
  statement: string
  state: StatementState
  /** Whose it is, for the head of the dialog. */
  title: string
}

/** What I may do to one statement: send it back while it is reviewed, pay again what came back. */
export function StatementActs({ statement, state, title }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const maySend = useMay('statement.send-back') && (state === 'drawn-up' || state === 'town-reviewed')
  const mayRetry = useMay('payment.retry') && state === 'failed'
  if (!maySend && !mayRetry) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(mayRetry ? 'act.payment.retry' : 'act.statement.send-back')}
      </Button>
      <Modal open={open} title={title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <AvailableActs type="statement" id={statement} />
      </Modal>
    </>
  )
}
