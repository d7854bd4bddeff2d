import { useEffect, useId, useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { PageProps } from '../shell/pages-frame.tsx'
import { homesTaken, type Papers, papersTaken, villagesTaken } from '../shell/taken.ts'
import { begunAt } from '../store/drafts.ts'
import { nextKind } from '../next-kind.ts'
import { VisitsMap } from '../map/visits-map.tsx'
import { LineText } from './line-text.tsx'
import { StateMark } from './state-mark.tsx'

interface Shown {
  homes: readonly (HomeTaken & { village: string })[]
  names: ReadonlyMap<string, string>
  begun: ReadonlySet<string>
  papers: Papers | undefined
}

/** The homes taken along, village by village: what is to do first, and what was done here. */
export function VisitsPage({ store, sync }: PageProps) {
  const { t } = useWords()
  const id = useId()
  const [shown, setShown] = useState<Shown>()
  const [search, setSearch] = useState('')
  const [all, setAll] = useState(false)
  const [isMap, setMap] = useState(false)
  useEffect(() => {
    void Promise.all([homesTaken(store), villagesTaken(store), begunAt(store.db), papersTaken(store)]).then(
      ([homes, villages, begun, papers]) =>
        setShown({
          homes,
          begun,
          papers,
          names: new Map(villages.map(({ village }) => [village.code, village.name])),
        }),
    )
  }, [store, sync.acts])
  if (!shown || !sync.acts) return <p className="out-wait">{t('kit.loading')}</p>
  if (shown.homes.length === 0) return <p className="out-card">{t('out.visits.none')}</p>
  const acts = sync.acts
  // Where all are of one line there is nothing to tell apart.
  const isMixed = new Set(shown.homes.map(({ line }) => line)).size > 1
  const lines = shown.homes
    .map((home) => {
      const own = acts.filter(({ subject }) => subject === home.id)
      return { home, own, next: nextKind(home, own, store.person.permissions) }
    })
    .filter(({ next }) => all || next !== undefined)
    .filter(({ home }) => !search || home.householder.includes(search) || home.address.includes(search))
    .sort((a, b) =>
      a.home.village < b.home.village
        ? -1
        : a.home.village > b.home.village
          ? 1
          : a.home.sequence - b.home.sequence,
    )
  return (
    <>
      <div className="out-find">
        <label className="sr-only" htmlFor={id}>
          {t('out.search')}
        </label>
        <input
          id={id}
          type="search"
          placeholder={t('out.search')}
          value={search}
          onChange={(event) => setSearch(event.target.value.trim())}
        />
        <div className="out-choice" role="group" aria-label={t('out.visits')}>
          {[false, true].map((each) => (
            <button key={String(each)} type="button" aria-pressed={all === each} onClick={() => setAll(each)}>
              {t(each ? 'out.all' : 'out.to-do')}
            </button>
          ))}
        </div>
        <div className="out-choice" role="group" aria-label={t('out.shown-as')}>
          {[false, true].map((each) => (
            <button
              key={String(each)}
              type="button"
              aria-pressed={isMap === each}
              onClick={() => setMap(each)}
            >
              {t(each ? 'out.map' : 'out.list')}
            </button>
          ))}
        </div>
      </div>
      {isMap && lines.length > 0 && (
        <VisitsMap homes={lines.map(({ home, next }) => ({ home, isToDo: next !== undefined }))} />
      )}
      {lines.length === 0 && <p className="out-card">{t('out.visits.none-left')}</p>}
      {(isMap ? [] : [...new Set(lines.map(({ home }) => home.village))]).map((village) => (
        <section key={village}>
          <h2 className="out-village">{shown.names.get(village) ?? village}</h2>
          <ul className="out-homes">
            {lines
              .filter(({ home }) => home.village === village)
              .map(({ home, own, next }) => (
                <li key={home.id}>
                  <a href={`#/homes/${home.id}`}>
                    <b>
                      {home.sequence} {home.householder}
                    </b>
                    <span className="quiet">{home.address}</span>
                    {(isMixed || home.parts) && <LineText home={home} papers={shown.papers} />}
                    <span>
                      {next && t(`act.${next}`)}{' '}
                      {shown.begun.has(home.id) && <span className="out-late">✎ {t('out.draft.here')}</span>}{' '}
                      {own.at(-1) && <StateMark state={own.at(-1)?.state ?? 'done'} />}
                    </span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
