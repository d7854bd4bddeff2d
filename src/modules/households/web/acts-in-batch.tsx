import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
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
  children: ReactNode
}

/** Does the same for many at once; those that could not be done are named with their reasons. */
export function ActsInBatch({ acts, onDone, children }: Props) {
  const { t } = useWords()
  const client = useQueryClient()
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [told, setTold] = useState<{ name: string; outcome: ActOutcome }[]>()

  const perform = async () => {
    setPending(true)
    setTrouble(undefined)
    try {
      const asked = acts.map(({ name: _, ...act }) => ({ ...act, id: newId() }))
      const outcomes = await performActs(asked)
      setTold(outcomes.map((outcome, i) => ({ name: acts[i]?.name ?? '', outcome })))
      await forgetAnswers(client)
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }
  const close = () => {
    setTold(undefined)
    onDone()
  }
  const refused = told?.filter(({ outcome }) => outcome.status !== 'done') ?? []

  return (
    <>
      <Button type="primary" size="small" loading={pending} onClick={() => void perform()}>
        {children}
      </Button>
      {trouble && <TroubleNote trouble={trouble} onRetry={() => void perform()} />}
      <Modal
        open={told !== undefined}
        title={children}
        onCancel={close}
        onOk={close}
        cancelButtonProps={{ hidden: true }}
      >
        <p>
          {t('notice.batch-done', { done: (told?.length ?? 0) - refused.length, refused: refused.length })}
        </p>
        {refused.map(({ name, outcome }) => (
          <section key={name} className="batch-refused">
            <h3>{name}</h3>
            {outcome.status === 'refused' ? (
              <Refusals refusals={outcome.refusals} />
            ) : (
              <p>{t('kit.act.conflict')}</p>
            )}
          </section>
        ))}
      </Modal>
    </>
  )
}
