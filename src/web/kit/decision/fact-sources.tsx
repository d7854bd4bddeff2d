import { useContext } from 'react'
import type { Fact, FactSource } from '../../../kernel/pack/condition.ts'
import { AddressLink } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'
import { SessionContext } from '../session/session-context.tsx'
import { type Terms, valueText } from './terms.ts'

interface Props {
  fact: Fact | undefined
  /** The fact's name. */
  name: string
  terms: Terms
}

/** The list a known fact was taken from; of a contradicted one, who says what. */
export function FactSources({ fact, name, terms }: Props) {
  const speech = useWords()
  if (!fact) return null
  if (fact.known) return fact.source ? <SourceLink source={fact.source} /> : null
  const { t } = speech
  const { conflicting, said = [] } = fact
  const doubtedOn = conflicting && terms.days?.settled[name]
  if (said.length === 0 && !doubtedOn) return null
  return (
    <ul className="fact-said">
      {said.map(({ value, source, by }, at) => (
        <li key={at}>
          {source ? <SourceLink source={source} /> : <Sayer by={by ?? 'application'} days={terms.days} />}
          {t('kit.colon')}
          <b>{valueText(speech, terms, name, value)}</b>
        </li>
      ))}
      {doubtedOn && <li>{t('kit.fact.doubted', { day: doubtedOn })}</li>}
    </ul>
  )
}

/** The application, the comparison or the town, and of which day where that is known. */
function Sayer({ by, days }: { by: 'application' | 'comparison' | 'town'; days: Terms['days'] }) {
  const { t } = useWords()
  const day = by === 'application' ? days?.application : days?.decision
  return (
    <>
      {t(`kit.fact.by-${by}`)}
      {day && t('kit.fact.of-day', { day })}
    </>
  )
}

/** 据某名册（日期）, opening the line where the reader may see lists. */
function SourceLink({ source: { id, kind, asOf, row } }: { source: FactSource }) {
  const { t } = useWords()
  const session = useContext(SessionContext)
  const text = t('kit.fact.by-source', { list: t(`choice.source-kind.${kind}`), day: asOf })
  return session?.permissions.includes('source.every-kind') ? (
    <AddressLink to={`/sources/${id}${row === undefined ? '' : `?row=${row}`}`} className="fact-source">
      {text}
    </AddressLink>
  ) : (
    <span className="fact-source quiet">{text}</span>
  )
}
