import { useWords } from '../../../web/kit/language/use-words.ts'
import type { CheckId, CheckWeight } from '../model.ts'

/** The word and the sign say it; colour only helps, and where nothing is found there is nothing to warn of. */
export function Weight({ of, quiet = false }: { of: CheckWeight; quiet?: boolean }) {
  const { t } = useWords()
  return (
    <span className={quiet ? 'quiet' : of === 'wrong' ? 'problem-error' : 'problem-warning'}>
      {of === 'wrong' ? '✕' : '!'} {t(`audit.weight.${of}`)}
    </span>
  )
}

const units: Partial<Record<CheckId, 'days' | 'homes' | 'kwh'>> = {
  'same-telephone': 'homes',
  idle: 'kwh',
  'recovery-overdue': 'days',
  'contribution-unbanked': 'days',
}

/** From where on a check asks, where the policy says so. */
export function CheckBound({ check, bound }: { check: CheckId; bound: number | null }) {
  const { t } = useWords()
  const unit = units[check]
  return unit && bound !== null ? t(`audit.bound.${unit}`, { bound }) : null
}
