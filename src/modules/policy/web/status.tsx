import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'

/** Whether the plan says so, or it is assumed. */
export function Status({ status }: { status: 'plan' | 'assumed' }) {
  const { t } = useWords()
  return status === 'assumed' ? <Assumed /> : <span>{t('policy.status.plan')}</span>
}
