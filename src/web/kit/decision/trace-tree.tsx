import type { Facts, Trace } from '../../../kernel/pack/condition.ts'
import { useWords } from '../language/use-words.ts'
import { AnswerMark } from './answer-mark.tsx'
import { FactSources } from './fact-sources.tsx'
import { factLabel, knownText, operandText, type Terms } from './terms.ts'

interface Props {
  trace: Trace
  facts: Facts
  terms: Terms
  /** The whole of a rule, whose answer stands above it already. */
  whole?: boolean
}

/** A rule's condition with the answer at each node: what was asked, what is known, what came of it. */
export function TraceTree({ trace, facts, terms, whole = false }: Props) {
  const { t } = useWords()
  const mark = !whole && <AnswerMark answer={trace.answer} condition />
  if (trace.node === 'compare')
    return (
      <div className="trace-leaf">
        {mark}
        <Comparison {...trace} facts={facts} terms={terms} />
      </div>
    )
  const children = trace.node === 'not' ? [trace.of] : trace.of
  const [only] = children
  if (trace.node !== 'not' && children.length === 1 && only)
    return <TraceTree trace={only} facts={facts} terms={terms} whole={whole} />
  return (
    <div className="trace-branch">
      <div className="trace-leaf">
        {mark}
        <span>{t(`kit.node.${trace.node}`)}</span>
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

type ComparisonProps = Extract<Trace, { node: 'compare' }> & { facts: Facts; terms: Terms }

function Comparison({ fact, test, operand, facts, terms }: ComparisonProps) {
  const speech = useWords()
  const wanted = speech.t(`kit.test.${test}`, { value: operandText(speech, terms, fact, operand) })
  const known = knownText(speech, terms, fact, facts[fact])
  return (
    <span>
      <b>{factLabel(speech, terms, fact)}</b> {wanted}
      {speech.t('kit.list-semicolon')}
      <span className="quiet">{known}</span>
      <FactSources fact={facts[fact]} name={fact} terms={terms} />
    </span>
  )
}
