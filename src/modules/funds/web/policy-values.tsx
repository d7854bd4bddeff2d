import type { Operand } from '../../../kernel/pack/condition.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { parameterText } from '../../../web/kit/decision/terms.ts'
import { Assumed } from '../../../web/kit/policy/assumed.tsx'
import { useTerms } from '../../../web/kit/policy/use-terms.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import './money.css'

interface Value {
  name: string
  value: Operand
  from: string
  status: 'plan' | 'assumed'
}

/** The values of the plan that amounts were reckoned with; what the plan does not fix is marked. */
export function PolicyValues({ parameters }: { parameters: readonly Value[] }) {
  const speech = useWords()
  const terms = useTerms().data
  if (parameters.length === 0 || !terms) return null
  return (
    <p className="policy-values">
      <AddressLink to="/policy/parameters">{speech.t('money.parameters')}</AddressLink>
      {parameters.map(({ name, value, from, status }) => {
        const term = terms.parameters[name]
        return (
          <span key={name}>
            {term ? speech.pick(term.label) : name}{' '}
            <b className="figure">
              {parameterText(speech, { name, value, from, status, unit: term?.unit ?? '', clauses: [] })}
            </b>{' '}
            {status === 'assumed' && <Assumed />}
          </span>
        )
      })}
    </p>
  )
}
