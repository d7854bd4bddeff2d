import type { ActOutcome } from '../../../../web/kit/api/acts.ts'
import type { Trouble } from '../../../../web/kit/api/trouble.ts'
import { Refusals } from '../../../../web/kit/acts/refusals.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'

interface Props {
  act: { outcome: ActOutcome | undefined; trouble: Trouble | undefined; pending: boolean }
  done: string
}

/** What came of an act on the telephone: done, refused with reasons, or no answer. */
export function ActTold({ act: { outcome, trouble, pending }, done }: Props) {
  const { t } = useWords()
  if (pending) return <p role="status">{t('own.sending')}</p>
  if (trouble)
    return (
      <>
        <TroubleNote trouble={trouble} />
        {trouble.isNetwork && <p className="quiet">{t('kit.act.retry-is-safe')}</p>}
      </>
    )
  if (outcome?.status === 'done') return <p role="status">✓ {done}</p>
  if (outcome?.status === 'refused')
    return (
      <div role="alert">
        <p>{t('kit.act.refused')}</p>
        <Refusals refusals={outcome.refusals} />
      </div>
    )
  return outcome ? <p role="alert">{t('own.invalid')}</p> : null
}
