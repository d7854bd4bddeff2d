import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'

type Kind = Answer<'home.sources'>[number]['kind']
type Line = Answer<'home.sources'>[number]['rows'][number]
type Pair = Answer<'home.pairs'>[number]

/** What each comparison list says of the home, and which lists are not there. */
export function SourcesPanel({ home }: { home: string }) {
  const { t } = useWords()
  const answer = useAnswer('home.sources', { home })
  const pairs = useAnswer('home.pairs', { home }).data ?? []
  return (
    <Answered answer={answer}>
      {(kinds) => (
        <>
          <p className="quiet">{t('home-sources.lead')}</p>
          <dl className="facts">
            {kinds.map(({ kind, days, rows }) => {
              // Lines found by comparison, beside those that name the person or the account.
              const compared =
                kind === 'earlier'
                  ? pairs.filter((pair) => pair.earlier && !rows.some(({ id }) => id === pair.id))
                  : []
              return (
                <div key={kind}>
                  <dt>{t(`choice.source-kind.${kind}`)}</dt>
                  <dd>
                    {days.length === 0 ? (
                      <span className="quiet">
                        {t('home-sources.not-delivered')}
                        {(kind === 'earlier' || kind === 'demolition') && t('home-sources.own-word')}
                      </span>
                    ) : rows.length + compared.length === 0 ? (
                      <span className="quiet">
                        {t(`home-sources.nothing.${soughtBy(kind)}`)}（
                        {t('home-sources.as-of', { day: days.join(t('kit.list-comma')) })}）
                      </span>
                    ) : (
                      <ul className="plain-list">
                        {rows.map((row) => (
                          <li key={row.id}>
                            <AddressLink to={`/sources/${row.source}?row=${row.id}`}>
                              {textOf(row, t('home-sources.closed')).join(' · ') || row.placeName}
                            </AddressLink>{' '}
                            <span className="quiet">{t('home-sources.as-of', { day: row.asOf ?? '' })}</span>
                          </li>
                        ))}
                        {compared.map((pair) => (
                          <li key={pair.id}>
                            <ComparedLine pair={pair} />
                          </li>
                        ))}
                      </ul>
                    )}
                  </dd>
                </div>
              )
            })}
          </dl>
        </>
      )}
    </Answered>
  )
}

/** A line that comparison holds to be this home's, as likely or as decided; of another town its town alone is told. */
function ComparedLine({ pair }: { pair: Pair }) {
  const { t } = useWords()
  if (pair.hidden)
    return <span className="quiet">{t('home-pairs.list-elsewhere', { town: pair.townName ?? '' })}</span>
  const { list } = pair
  return (
    <>
      <AddressLink to={`/duplicates/${pair.first}/${pair.second}`}>
        {[pair.householder, pair.villageName, list?.year].filter(Boolean).join(' · ')}
      </AddressLink>{' '}
      {pair.answer ? t(`choice.answer.${pair.answer}`) : t('home-sources.by-comparison')}{' '}
      {list && <span className="quiet">{t('home-sources.as-of', { day: list.asOf })}</span>}
    </>
  )
}

/** What a home is looked up by in a list of a kind, so that “nothing found” says what was not found. */
const soughtBy = (kind: Kind): 'person' | 'account' | 'person-or-account' | 'village' =>
  kind === 'grid'
    ? 'account'
    : kind === 'demolition'
      ? 'village'
      : kind === 'earlier'
        ? 'person-or-account'
        : 'person'

/** A line in short: whom or what it names, and what it says. */
const textOf = (row: Line, closed: string): string[] =>
  [
    row.name,
    row.relation,
    row.title,
    row.accountNumber,
    row.tariff,
    row.category,
    row.year === null ? null : String(row.year),
    row.day ?? row.dayWritten,
    row.status ?? (row.active ? null : closed),
    row.familyNumber,
    row.address,
  ].filter((text): text is string => text !== null && text !== '')
