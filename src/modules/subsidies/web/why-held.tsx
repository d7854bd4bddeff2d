import { useWords } from '../../../web/kit/language/use-words.ts'
import { FailedRules } from '../../funds/web/failed-rules.tsx'
import type { FailedRule } from '../../funds/model.ts'
import type { StatementState } from '../model.ts'

type HomeEnded = 'withdrawn' | 'refused' | 'revoked'

interface Props {
  statement: {
    state: StatementState
    amountFen: number
    failedRules: readonly FailedRule[]
    sentBackReason: string | null
    failure?: string | null
    /** How the home left, where it did. */
    ended: HomeEnded | null
  }
}

/** Why a statement is not on its way: sent back, a condition not met, nothing used, or a payment that came back. */
export function WhyHeld({ statement }: Props) {
  const { t } = useWords()
  const { state, amountFen, failedRules, sentBackReason, failure, ended } = statement
  if (state === 'failed') return <span className="problem-error">{failure}</span>
  if (state === 'revoked') return <span>{t(`statement.stopped.${ended ?? 'undone'}`)}</span>
  if (state !== 'blocked') return null
  return (
    <>
      {sentBackReason && <p>{t('statement.sent-back', { reason: sentBackReason })}</p>}
      <FailedRules rules={failedRules} />
      {!sentBackReason && failedRules.length === 0 && amountFen === 0 && t('statement.nothing-used')}
    </>
  )
}
