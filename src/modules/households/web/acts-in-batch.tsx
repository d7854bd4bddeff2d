import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { Refusals } from '../../../web/kit/acts/refusals.tsx'
import { type ActOutcome, type BatchAct, performActs } from '../../../web/kit/api/acts.ts'
import { forgetAnswers } from '../../../web/kit/api/query-client.ts'
import { type Trouble, troubleOf } from '../../../web/kit/api/trouble.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { TroubleNote } from '../../../web/kit/states/trouble-note.tsx'

interface Props {
  /** What is to be done, each with the name it has on the screen. */
  acts: readonly (Omit<BatchAct, 'id'> & { name: string })[]
  onDone: () => void
  /** Something is still missing. */
  disabled?: boolean
  children: ReactNode
}

/** Does the same for many at once; those that could not be done are named with their reasons. */
export function ActsInBatch({ acts, onDone, disabled = false, children }: Props) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const client = useQueryClient()
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  const perform = async () => {
    setPending(true)
    setTrouble(undefined)
    try {
      const outcomes = await performActs(acts.map(({ name: _, ...act }) => ({ ...act, id: newId() })))
      const refused = outcomes.flatMap((outcome, i) =>
        outcome.status === 'done' ? [] : [{ name: acts[i]?.name ?? '', outcome }],
      )
      // The rows ticked may be gone from the list once it is asked for anew, and this button with them.
      modal.info({
        title: t('notice.batch-done', { done: outcomes.length - refused.length, refused: refused.length }),
        content: refused.length > 0 && <NotDone refused={refused} />,
        okText: t('kit.close'),
        width: 560,
      })
      onDone()
      await forgetAnswers(client)
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      <Button
        type="primary"
        size="small"
        loading={pending}
        disabled={disabled}
        onClick={() => void perform()}
      >
        {children}
      </Button>
      {trouble && <TroubleNote trouble={trouble} onRetry={() => void perform()} />}
    </>
  )
}

/** The acts that were not done, each named, with why. */
export function NotDone({ refused }: { refused: readonly { name: string; outcome: ActOutcome }[] }) {
  const { t } = useWords()
  return (
    <ul className="batch-refused">
      {refused.map(({ name, outcome }) => (
        <li key={name}>
          <h3>{name}</h3>
          {outcome.status === 'refused' ? (
            <Refusals refusals={outcome.refusals} />
          ) : (
            <p>{t('kit.act.conflict')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
