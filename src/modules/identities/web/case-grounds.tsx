import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { exactBits, sameKeys, sameNumbers } from '../rules/pair.ts'

type Pair = Pick<Answer<'pair.get'>, 'exact' | 'family' | 'against' | 'earlier' | 'thirds' | 'pointed'>

/** What the scores do not show: numbers both have, the lines of the police list, and a house number against all other numbers. */
export function CaseGrounds({ pair: { exact, family, against, earlier, thirds, pointed } }: { pair: Pair }) {
  const { t } = useWords()
  const isCouple = (exact & exactBits.couple) > 0
  const shared = sameNumbers({ exact })
  if (!pointed && family.length === 0 && !against && shared === 0 && thirds.length === 0) return null
  return (
    <Panel title={t('pair.grounds')}>
      {pointed && (
        <p>
          {t('pair.grounds.pointed', {
            by: pointed.by,
            on: pointed.on,
            suspected: t(`choice.pair-case.${pointed.suspected}`),
          })}{' '}
          {pointed.reason}
        </p>
      )}
      {shared > 0 && (
        <p>
          {t(earlier ? 'pair.grounds.keys-earlier' : 'pair.grounds.keys', {
            keys: sameKeys({ exact: shared, sameHouse: false })
              .map((key) => t(`pairs.exact.${key}`))
              .join(t('pairs.and')),
          })}
        </p>
      )}
      {thirds.map(({ home, householder, sequence, person, dwelling }) => (
        <p key={home}>
          <AddressLink to={`/homes/${home}`}>
            {householder} · {t('register.number', { number: sequence })}
          </AddressLink>{' '}
          {[
            person === undefined ? undefined : `person.${person}`,
            dwelling === undefined ? undefined : `dwelling.${dwelling}`,
          ]
            .flatMap((one) => (one ? [t(`pair.thirds.${one}`)] : []))
            .join(t('pairs.and'))}
        </p>
      ))}
      {family.length > 0 && (
        <>
          <p>{t(isCouple ? 'pair.grounds.couple' : 'pair.grounds.family')}</p>
          <ul className="plain-list">
            {family.map(({ home, householder, relation, source, sheet, row }) => (
              <li key={home}>
                <AddressLink to={`/sources/${source.id}?row=${source.row}`}>
                  {t('choice.source-kind.police')} · <DayText day={source.asOf} />
                </AddressLink>{' '}
                {t(relation === null ? 'pair.grounds.line-bare' : 'pair.grounds.line', {
                  householder,
                  sheet,
                  row,
                  relation,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {against && (
        <p>
          {t('pair.grounds.house')}
          {against.length > 0 &&
            ` ${t('pair.grounds.house-against', {
              fields: against.map((field) => t(`pair.field.${field}`)).join(t('pairs.and')),
            })}`}
        </p>
      )}
    </Panel>
  )
}
