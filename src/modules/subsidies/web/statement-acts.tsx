import { Button, Modal } from 'antd'
import { useState } from 'react'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import type { StatementState } from '../model.ts'

interface Props {
  statement: string
  home: string
  state: StatementState
  /** Whose it is, for the head of the dialog. */
  title: string
}

/** What I may do to one statement: send it back while it is reviewed, record that its payment came back, pay again. */
export function StatementActs({ statement, home, state, title }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const maySend = useMay('statement.send-back') && (state === 'drawn-up' || state === 'town-reviewed')
  const mayRetry = useMay('payment.retry') && state === 'failed'
  const mayComeBack = useMay('receipt.import') && state === 'paid'
  const act = mayRetry
    ? 'payment.retry'
    : mayComeBack
      ? 'payment.came-back'
      : maySend
        ? 'statement.send-back'
        : undefined
  if (!act) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t(`act.${act}`)}
      </Button>
      <Modal open={open} title={title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <AvailableActs
          type="statement"
          id={statement}
          only={[act]}
          {...(act === 'payment.came-back' && { given: { home } })}
        />
      </Modal>
    </>
  )
}
