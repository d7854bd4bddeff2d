import { useEffect, useState } from 'react'
import type { Said } from '../../../kernel/words/words.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import type { PageProps } from '../shell/pages-frame.tsx'
import { patrolsTaken } from '../patrols/taken-patrols.ts'
import { homesTaken, lineOf, papersTaken } from '../shell/taken.ts'
import type { KeptAct } from '../store/database.ts'
import { openJson } from '../store/sealed.ts'
import { ActInside } from './act-inside.tsx'
import { StateMark } from './state-mark.tsx'

/** Every act of this telephone, what became of it and why. */
export function OutboxPage({ store, sync }: PageProps) {
  const { t, pick, language } = useWords()
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    void Promise.all([homesTaken(store), patrolsTaken(store), papersTaken(store)]).then(
      ([homes, patrols, papers]) =>
        setNames(
          new Map([
            ...homes.map((home) => {
              // Of a family with two homes, the one that is not of machines.
              const line = home.parts && lineOf(papers, home)
              const name = `${home.sequence} ${home.householder}`
              return [home.id, line ? `${name} · ${pick(line.label)}` : name] as const
            }),
            ...(patrols?.villages ?? []).map(({ id, name }) => [id, name] as const),
          ]),
        ),
    )
  }, [store, sync.acts, language])
  if (!sync.acts) return <p className="out-wait">{t('kit.loading')}</p>
  const waiting = sync.acts.filter(({ state }) => state === 'waiting').length
  const held = sync.acts.filter(({ state }) => state === 'held').length
  const arrived = held > 0 ? t('out.all-sent.held', { count: held }) : t('out.all-sent')
  return (
    <>
      <p className="out-lead quiet">{t('out.outbox.lead')}</p>
      <div className="out-card">
        <p role="status">{waiting > 0 ? t('out.left', { count: waiting }) : arrived}</p>
        {waiting > 0 && (
          <button
            type="button"
            className="out-button"
            disabled={sync.sending}
            onClick={() => void sync.send()}
          >
            {t(sync.sending ? 'out.sending' : 'out.send')}
          </button>
        )}
        <Room changed={sync.acts} />
      </div>
      {sync.acts.length === 0 && <p className="out-card">{t('out.outbox.none')}</p>}
      <ol className="out-list">
        {sync.acts.toReversed().map((act) => (
          <li key={act.id}>
            <details>
              <summary>
                <span className="quiet">
                  {t('out.number', { number: act.number })} ·{' '}
                  <InstantText at={new Date(act.madeMs).toISOString()} />
                </span>
                <b>
                  {t(`act.${act.kind}`)} {names.get(act.subject)}
                </b>
                <span>
                  <StateMark state={act.state} />{' '}
                  {act.files.length > 0 && t('out.photos.count', { count: act.files.length })}
                </span>
              </summary>
              <ActInside act={act} store={store} names={names} />
            </details>
            <AnswerTo act={act} storeKey={store.key} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** Reasons of what is held as the office said them, or a person's answer to it. */
type Kept = { said: Said; remedy: Said | null }[] | { answer: string | null; by: string | null }

function AnswerTo({ act, storeKey }: { act: KeptAct; storeKey: CryptoKey }) {
  const { t, pick } = useWords()
  const [kept, setKept] = useState<Kept>()
  useEffect(() => {
    if (act.answer) void openJson<Kept>(storeKey, act.answer).then(setKept)
  }, [act, storeKey])
  if (!kept) return null
  if (!Array.isArray(kept))
    return <span>{t('out.answer', { text: `${kept.by ?? ''} ${kept.answer ?? ''}` })}</span>
  return (
    <>
      {kept.map(({ said, remedy }, i) => (
        <span key={i}>
          {pick(said)} {remedy && <span className="quiet">{pick(remedy)}</span>}
        </span>
      ))}
    </>
  )
}

function Room({ changed }: { changed: unknown }) {
  const { t } = useWords()
  const [room, setRoom] = useState<{ used: number; left: number }>()
  useEffect(() => {
    void navigator.storage?.estimate().then(({ usage = 0, quota = 0 }) => {
      const mega = (bytes: number) => Math.round(bytes / 1_000_000)
      setRoom({ used: mega(usage), left: mega(quota - usage) })
    })
  }, [changed])
  return room ? <p className="quiet">{t('out.room', room)}</p> : null
}
