import { Button } from 'antd'
import { useState } from 'react'
import type { ActInput, Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { AnswerOutlook } from './answer-outlook.tsx'

interface Props {
  home: string
  kind: ActInput<'change.ask'>['kind']
  changes: NonNullable<ActInput<'change.ask'>['changes']>
  /** Rejects where a value is not yet one. */
  check: () => Promise<unknown>
}

/** What screening would make of the home, told when asked for: before the request is handed in, and not at every key. */
export function RewritingOutlook({ home, kind, changes, check }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState<string>()
  const written = JSON.stringify(changes)
  const isAsked = asked === written
  const answer = useAnswer('change.outlook', { home, kind, changes }, { enabled: isAsked, inBody: true })
  const look = async () => {
    const isWhole = await check().then(
      () => true,
      () => false,
    )
    if (isWhole) setAsked(written)
  }
  return (
    <div className="change-paper">
      <p>
        <Button onClick={look} loading={isAsked && answer.isFetching}>
          {t('change.ask.foresee')}
        </Button>
      </p>
      {isAsked && !answer.isPlaceholderData && (
        <Answered answer={answer}>{(outlook) => <RewritingAnswer outlook={outlook} />}</Answered>
      )}
    </div>
  )
}

/** A home in the register that would fail is told apart: a correction leaves it there. */
export function RewritingAnswer({ outlook }: { outlook: Answer<'change.outlook'> }) {
  const { t, pick } = useWords()
  if (!outlook) return null
  if (outlook.wrong.length > 0)
    return (
      <ul className="plain-list notice-lack">
        {outlook.wrong.map(({ field, why }) => (
          <li key={field}>{t('change.ask.wrong', { field: t(`field.${field}`), why: pick(why) })}</li>
        ))}
      </ul>
    )
  return (
    <AnswerOutlook outlook={outlook}>
      {outlook.successor && (
        <p className={outlook.successor === 'of-family' ? 'quiet' : 'notice-lack'}>
          {t(`change.successor.${outlook.successor}`)}
        </p>
      )}
      {outlook.now === 'yes' && outlook.decision.answer !== 'yes' && (
        <p className="notice-lack">{t(`change.outlook.${outlook.decision.answer}`)}</p>
      )}
    </AnswerOutlook>
  )
}
