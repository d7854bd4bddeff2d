import type { Answer } from '../../../kernel/pack/kleene.ts'
import { useWords } from '../language/use-words.ts'

const signs: Record<Answer, string> = {
  yes: 'M3 8.5l3.2 3.2L13 4.8',
  no: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.2 6a2.8 2.8 0 1 1 4 2.5c-.9.4-1.2.9-1.2 1.8M8 13v.2',
}

interface Props {
  answer: Answer
  large?: boolean
  /** A single rule or condition is met or not; a home is eligible or not. */
  condition?: boolean
}

/** 符合, 不符合 or 待核, told by colour, sign and word. */
export function AnswerMark({ answer, large = false, condition = false }: Props) {
  const { t } = useWords()
  return (
    <span className={`answer answer-${answer}${large ? ' answer-large' : ''}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={signs[answer]} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
      {t(`${condition ? 'kit.condition' : 'kit.answer'}.${answer}`)}
    </span>
  )
}
