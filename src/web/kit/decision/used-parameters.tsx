import type { ParameterInForce } from '../../../kernel/pack/pack.ts'
import { useWords } from '../language/use-words.ts'
import { Assumed } from '../policy/assumed.tsx'
import { Clauses } from '../policy/clauses.tsx'
import { parameterText, type Terms } from './terms.ts'

/** The parameters an answer used, the assumed ones marked. */
export function UsedParameters({
  parameters,
  terms,
}: {
  parameters: readonly ParameterInForce[]
  terms: Terms
}) {
  const speech = useWords()
  if (parameters.length === 0) return null
  return (
    <div className="decision-parameters">
      <h4>{speech.t('kit.decision.parameters')}</h4>
      <ul>
        {parameters.map((parameter) => {
          const label = terms.parameters[parameter.name]?.label
          return (
            <li key={parameter.name}>
              {label ? speech.pick(label) : parameter.name}{' '}
              <b className="figure">{parameterText(speech, parameter)}</b>{' '}
              {parameter.status === 'assumed' && <Assumed />} <Clauses ids={parameter.clauses} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}
