import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'

type Objection = Answer<'objection.list'>['rows'][number]

/** A family speaks of its own home: which. */
export function OwnHomeLink({ objection: { ownHome, ownSequence } }: { objection: Objection }) {
  const { t } = useWords()
  return (
    ownHome && (
      <p>
        <AddressLink to={`/homes/${ownHome}`}>
          {t('objection.own-home', { sequence: ownSequence })}
        </AddressLink>
      </p>
    )
  )
}

/** What was found first, which the family disputes: on what, and by which paper. */
export function Disputed({ objection: { disputed } }: { objection: Objection }) {
  const { t, pick } = useWords()
  return disputed.map(({ fact, label, answer, on, paper }) => (
    <p key={`${on} ${fact}`} className="objection-answer">
      {t('objection.disputed')} <DayText day={on} /> {label && `${pick(label)}${t('kit.colon')}`}
      {answer} {paper && <span className="quiet">{t('objection.rests-on', { paper })}</span>}
    </p>
  ))
}
