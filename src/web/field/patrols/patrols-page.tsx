import { useCallback, useEffect, useState } from 'react'
import { type Trouble, troubleOf } from '../../kit/api/trouble.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import { TroubleNote } from '../../kit/states/trouble-note.tsx'
import type { PageProps } from '../shell/pages-frame.tsx'
import { StateMark } from '../pages/state-mark.tsx'
import { patrolsTaken, takePatrols } from './taken-patrols.ts'

/** The villages this person patrols, the longest due first (§5.3). */
export function PatrolsPage({ store, sync }: PageProps) {
  const { t } = useWords()
  const [taken, setTaken] = useState<Awaited<ReturnType<typeof patrolsTaken>>>()
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const refresh = useCallback(async () => {
    setAsking(true)
    setTrouble(undefined)
    try {
      setTaken(await takePatrols(store, Date.now()))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setAsking(false)
    }
  }, [store])
  useEffect(() => {
    void patrolsTaken(store).then((known) => {
      setTaken(known)
      void refresh()
    })
  }, [store, refresh, sync.signInWanted])

  const villages = [...(taken?.villages ?? [])].sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1))
  return (
    <>
      <p className="out-lead quiet">{t('out.patrols.lead')}</p>
      {trouble &&
        (trouble.isNetwork ? (
          <p className="out-card">{t('out.no-signal')}</p>
        ) : (
          trouble.kind !== 'signed-out' && <TroubleNote trouble={trouble} onRetry={() => void refresh()} />
        ))}
      {!taken && !asking && <p className="out-card">{t('out.patrols.not-yet')}</p>}
      {taken && villages.length === 0 && <p className="out-card">{t('out.patrols.none')}</p>}
      <ul className="out-homes">
        {villages.map(({ id, name, townName, last, due, isLate }) => {
          const own = sync.acts?.findLast(({ subject, kind }) => subject === id && kind === 'patrol.record')
          return (
            <li key={id}>
              <a href={`#/patrols/${id}`}>
                <b>{name}</b> <span className="quiet">{townName}</span>
                <span className={isLate && !own ? 'out-late' : undefined}>
                  {[
                    last ? t('out.patrols.last', { day: last }) : t('out.patrols.never'),
                    due && t(isLate ? 'out.patrols.late' : 'out.patrols.due', { day: due }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  {own && <StateMark state={own.state} />}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
      {taken && (
        <p className="out-lead quiet">
          <InstantText at={new Date(taken.takenMs).toISOString()} />{' '}
          <button type="button" className="out-second" disabled={asking} onClick={() => void refresh()}>
            {t(asking ? 'out.taking' : 'out.patrols.refresh')}
          </button>
        </p>
      )}
    </>
  )
}
