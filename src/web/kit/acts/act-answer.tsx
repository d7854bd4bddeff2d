import type { Performing } from '../api/use-perform.ts'
import { useWords } from '../language/use-words.ts'
import { HowFar } from '../states/how-far.tsx'
import { TroubleNote } from '../states/trouble-note.tsx'
import { Refusals } from './refusals.tsx'

interface Props {
  performing: Pick<Performing<unknown>, 'outcome' | 'trouble' | 'pending' | 'progress'>
  onRetry?: () => void
  /** Whether the form marks what is wrong at its fields itself. */
  marked?: boolean
}

/** What came of an act, in place: refusals, malformed input, an id used before, silence, or how far it is. */
export function ActAnswer({ performing, onRetry, marked = false }: Props) {
  const { t, find, language } = useWords()
  const { outcome, trouble, pending, progress } = performing
  if (pending) return progress ? <HowFar progress={progress} /> : null
  if (trouble)
    return (
      <>
        <TroubleNote trouble={trouble} onRetry={onRetry} />
        {trouble.isNetwork && <p className="quiet">{t('kit.act.retry-is-safe')}</p>}
      </>
    )
  if (outcome?.status === 'refused')
    return (
      <div className="act-refused" role="alert">
        <p className="act-refused-title">{t('kit.act.refused')}</p>
        <Refusals refusals={outcome.refusals} />
      </div>
    )
  if (outcome?.status === 'invalid')
    return marked ? (
      <p role="alert">{t('kit.act.invalid')}</p>
    ) : (
      <div role="alert">
        <p>{t('kit.act.invalid-here')}</p>
        <ul>
          {outcome.problems.map(({ path, message, messageEn }) => (
            <li key={path}>
              {find(`field.${path.split('.').at(-1) ?? ''}`) ?? path}
              {t('kit.colon')}
              {language === 'zh' ? message : messageEn}
            </li>
          ))}
        </ul>
      </div>
    )
  if (outcome?.status === 'conflict') return <p role="alert">{t('kit.act.conflict')}</p>
  return null
}
