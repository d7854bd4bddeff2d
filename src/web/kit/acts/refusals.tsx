import type { FactValue } from '../../../kernel/act/refusal.ts'
import type { ToldRefusal } from '../api/acts.ts'
import { type Speech, useWords } from '../language/use-words.ts'
import { Clauses } from '../policy/clauses.tsx'
import { yuanText } from '../quantities/money.ts'

/** Why an act was not done: each reason with its clauses, the facts it rests on and the next step. */
export function Refusals({ refusals }: { refusals: readonly ToldRefusal[] }) {
  const { t, pick } = useWords()
  return (
    <ul className="refusals" aria-label={t('kit.refusals')}>
      {refusals.map(({ code, clauses, facts, said, remedy }, i) => (
        <li key={`${code} ${i}`}>
          <span className="refusal-sign" aria-hidden="true">
            ✕
          </span>
          <div>
            <p>
              {pick(said)} <Clauses ids={clauses} />
            </p>
            <RefusalFacts facts={facts} />
            {remedy && (
              <p className="remedy">
                <b>{t('kit.remedy')}</b>
                {pick(remedy)}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Only facts that have a name in the words: the rest are the program's own. */
function RefusalFacts({ facts }: { facts: Readonly<Record<string, FactValue>> }) {
  const speech = useWords()
  const named = Object.entries(facts).flatMap(([name, value]) => {
    const label = speech.find(`fact.${name}`) ?? speech.find(`field.${name}`)
    // What has a name of its own in English brings it beside it.
    const told = (speech.language === 'en' ? facts[`${name}En`] : undefined) ?? value
    return label ? [{ name, label, text: factText(speech, name, told) }] : []
  })
  if (named.length === 0) return null
  return (
    <dl className="refusal-facts">
      {named.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function factText({ t, find }: Speech, name: string, value: FactValue): string {
  if (value === null) return t('kit.fact.unrecorded')
  if (typeof value === 'boolean') return t(value ? 'kit.yes' : 'kit.no')
  if (typeof value === 'number')
    return name.endsWith('Fen') ? `¥${yuanText(value)}` : value.toLocaleString('en-US')
  return find(`${name}.${value}`) ?? find(`choice.${name}.${value}`) ?? find(`act.${value}`) ?? value
}
