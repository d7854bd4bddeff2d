import type { Answer } from '../../../../web/kit/api/names.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'

type Told = Pick<Answer<'home.told'>, 'exceptions' | 'today'>

/** What was asked for of the home in principle (§4.4), and what became of it. */
export function OwnExceptions({ exceptions, today }: Told) {
  const { t, pick } = useWords()
  return exceptions.map(({ fact, label, state, askedOn, on, why }) => (
    <p key={fact}>
      {t('own.exception', { label: pick(label) })} {t(`own.exception.${state}`)}{' '}
      <DayText day={on ?? askedOn} today={today} />
      {why !== null && <> {t('own.exception.why', { reason: why })}</>}
    </p>
  ))
}
