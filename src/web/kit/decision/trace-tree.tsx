import type { Facts, Trace } from '../../../kernel/pack/condition.ts'
import { useWords } from '../language/use-words.ts'
import { AnswerMark } from './answer-mark.tsx'
import { factLabel, knownText, operandText, type Terms } from './terms.ts'

interface Props {
  trace: Trace
  facts: Facts
  terms: Terms
}

/** A rule's condition with the answer at each node: what was asked, what is known, what came of it. */
export function TraceTree({ trace, facts, terms }: Props) {
  const speech = useWords()
  if (trace.node === 'compare') {
    const { fact, test, operand, answer } = trace
    const wanted = speech.t(`kit.test.${test}`, { value: operandText(speech, terms, fact, operand) })
    return (
      <div className="trace-leaf">
        <AnswerMark answer={answer} />
        <span>
          <b>{factLabel(speech, terms, fact)}</b> {wanted}
          <span className="quiet">
            {speech.t('kit.colon')}
            {knownText(speech, terms, fact, facts[fact])}
          </span>
        </span>
      </div>
    )
  }
  const children = trace.node === 'not' ? [trace.of] : trace.of
  const [only] = children
  if (trace.node !== 'not' && children.length === 1 && only)
    return <TraceTree trace={only} facts={facts} terms={terms} />
  return (
    <div className="trace-branch">
      <div className="trace-leaf">
        <AnswerMark answer={trace.answer} />
        <span>{speech.t(`kit.node.${trace.node}`)}</span>
      </div>
      <ul>
        {children.map((child, i) => (
          <li key={i}>
            <TraceTree trace={child} facts={facts} terms={terms} />
          </li>
        ))}
      </ul>
    </div>
  )
}
