import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { ExactKeys } from './exact-keys.tsx'

/** Part of a home's page: with which other records it may be one. */
export function HomePairsPanel({ home }: { home: string }) {
  const { t, pick } = useWords()
  return (
    <Answered
      answer={useAnswer('home.pairs', { home })}
      isEmpty={(rows) => rows.length === 0}
      empty={<Empty>{t('pairs.none')}</Empty>}
    >
      {(rows) => (
        <ul className="plain-list">
          {rows.map((pair) => (
            <li key={pair.id}>
              {pair.hidden ? (
                <span className="quiet">
                  {t(pair.earlier ? 'home-pairs.list-elsewhere' : 'home-pairs.elsewhere', {
                    town: pair.townName ?? '',
                  })}
                </span>
              ) : (
                <>
                  <AddressLink to={`/duplicates/${pair.first}/${pair.second}`}>
                    {pair.householder} · {pair.villageName} ·{' '}
                    {pair.sequence === null
                      ? t('pairs.earlier')
                      : t('register.number', { number: pair.sequence })}
                  </AddressLink>{' '}
                  <span className="quiet">
                    <ExactKeys pair={pair} />
                  </span>
                </>
              )}{' '}
              {t(`choice.pair-case.${pair.case}`)}{' '}
              <span className="quiet">
                {pair.answer ? t(`choice.answer.${pair.answer}`) : t(`choice.pair-state.${pair.state}`)}
                {pair.needed.length > 0 && ` · ${pair.needed.map(pick).join(t('kit.list-comma'))}`}
                {pair.papers && t('home-pairs.papers', { reason: pair.papers })}
                {pair.papersBy && ` ${t('pair.papers-until', { day: pair.papersBy })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
