import { operandText, factLabel, type Terms } from '../../../web/kit/decision/terms.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'
import type { ConditionLine } from '../rules.ts'

interface Props {
  lines: readonly ConditionLine[]
  terms: Terms
  /** Whether the headings are seen; heard they always are. */
  headed: boolean
}

/** A rule written out: fact, comparison, value; what belongs together indented under its heading. */
export function ConditionTable({ lines, terms, headed }: Props) {
  const { t } = useWords()
  return (
    <table className="condition">
      <colgroup>
        <col />
        <col />
        <col />
      </colgroup>
      <thead className={headed ? undefined : 'sr-only'}>
        <tr>
          <th scope="col">{t('policy.rule.fact')}</th>
          <th scope="col">{t('policy.rule.test')}</th>
          <th scope="col">{t('policy.rule.value')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, i) => (
          <Line key={i} line={line} terms={terms} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line, terms }: { line: ConditionLine; terms: Terms }) {
  const speech = useWords()
  const indent = { paddingLeft: 10 + line.depth * 20 }
  if (line.node !== 'compare')
    return (
      <tr>
        <th scope="rowgroup" colSpan={3} className="condition-heading" style={indent}>
          {speech.t(`kit.node.${line.node}`)}
        </th>
      </tr>
    )
  const parameter = line.parameter === undefined ? undefined : terms.parameters[line.parameter]
  return (
    <tr>
      <th scope="row" style={indent}>
        {factLabel(speech, terms, line.fact)}
      </th>
      <td className="condition-test">{speech.t(`policy.test.${line.test}`)}</td>
      <td>
        {line.operand === null ? <Blank /> : <b>{operandText(speech, terms, line.fact, line.operand)}</b>}
        {parameter && (
          <span className="quiet">
            {' '}
            {speech.pick(parameter.label)} {parameter.status === 'assumed' && <Assumed />}
          </span>
        )}
      </td>
    </tr>
  )
}
