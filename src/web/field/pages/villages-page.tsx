import { useCallback, useEffect, useState } from 'react'
import { type Trouble, troubleOf } from '../../kit/api/trouble.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import { TroubleNote } from '../../kit/states/trouble-note.tsx'
import { fieldKinds } from '../../../modules/field/model.ts'
import { takePatrols } from '../patrols/taken-patrols.ts'
import { homesOf, papersToTake, villagesToTake } from '../shell/office.ts'
import type { PageProps } from '../shell/pages-frame.tsx'
import { isFull } from '../store/outbox.ts'
import { dropVillage, keepVillage, type Village, type VillageTaken, villagesTaken } from '../shell/taken.ts'

/** More than fit on two screens are searched rather than scrolled. */
const manyVillages = 8

/** What can be taken along, what was, and how old it is. */
export function VillagesPage({ store, sync }: PageProps) {
  const { t } = useWords()
  const [offered, setOffered] = useState<Village[]>()
  const [taken, setTaken] = useState<VillageTaken[]>([])
  const [loading, setLoading] = useState<string>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [search, setSearch] = useState('')
  const [full, setFull] = useState(false)
  const reread = useCallback(async () => setTaken(await villagesTaken(store)), [store])
  const look = useCallback(async () => {
    setTrouble(undefined)
    try {
      setOffered(await villagesToTake())
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }, [])
  useEffect(() => {
    void reread()
    void look()
  }, [reread, look, sync.signInWanted])

  const take = async (village: Village) => {
    setLoading(village.code)
    setTrouble(undefined)
    setFull(false)
    try {
      const [homes, papers] = await Promise.all([homesOf(store.handset, village.code), papersToTake()])
      await keepVillage(store, village, homes, papers, Date.now())
      await reread()
      // Who comes to fit or to look also patrols; without a signal there is no other moment to ask.
      if (store.person.permissions.includes('patrol.record')) await takePatrols(store, Date.now())
    } catch (error) {
      if (isFull(error)) setFull(true)
      else setTrouble(troubleOf(error))
    } finally {
      setLoading(undefined)
    }
  }
  const drop = async (code: string) => {
    await dropVillage(store, code)
    await reread()
  }
  const isTaken = new Map(taken.map((each) => [each.village.code, each]))
  const found = (offered ?? []).filter(
    ({ name, townName }) => !search || name.includes(search) || townName.includes(search),
  )
  const left = taken.filter(({ village }) => !offered?.some(({ code }) => code === village.code))
  return (
    <>
      <p className="out-lead quiet">{t('out.villages.lead')}</p>
      {full && (
        <p className="out-card" role="alert">
          {t('out.full.village')}
        </p>
      )}
      {trouble &&
        (trouble.isNetwork ? (
          <p className="out-card">{t('out.no-signal')}</p>
        ) : (
          trouble.kind !== 'signed-out' && <TroubleNote trouble={trouble} onRetry={() => void look()} />
        ))}
      {offered?.length === 0 && <p className="out-card">{t('out.villages.none')}</p>}
      {offered && offered.length > manyVillages && (
        <div className="out-find">
          <input
            type="search"
            aria-label={t('out.village.search')}
            placeholder={t('out.village.search')}
            value={search}
            onChange={(event) => setSearch(event.target.value.trim())}
          />
        </div>
      )}
      <ul className="out-villages">
        {found.map((village) => (
          <li key={village.code}>
            <b>{village.name}</b> <span className="quiet">{village.townName}</span>
            <span>
              {fieldKinds
                .filter((kind) => village.work[kind])
                .map((kind) => t(`out.work.${kind}`, { count: village.work[kind] }))
                .join(' · ')}
            </span>
            <Taken taken={isTaken.get(village.code)} />
            <span className="out-acts">
              <button
                type="button"
                className={isTaken.has(village.code) ? 'out-second' : 'out-button'}
                disabled={loading !== undefined}
                onClick={() => void take(village)}
              >
                {t(
                  loading === village.code
                    ? 'out.taking'
                    : isTaken.has(village.code)
                      ? 'out.take.again'
                      : 'out.take',
                )}
              </button>
              {isTaken.has(village.code) && (
                <button type="button" className="out-second" onClick={() => void drop(village.code)}>
                  {t('out.drop')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <h2 className="out-village">{t('out.taken.before')}</h2>
          <ul className="out-villages">
            {left.map((each) => (
              <li key={each.village.code}>
                <b>{each.village.name}</b> <span className="quiet">{each.village.townName}</span>
                <Taken taken={each} />
                <span className="out-acts">
                  <button type="button" className="out-second" onClick={() => void drop(each.village.code)}>
                    {t('out.drop')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Taken({ taken }: { taken: VillageTaken | undefined }) {
  const { t } = useWords()
  if (!taken) return null
  const [before = '', after = ''] = t('out.taken', { on: '|', count: taken.homes }).split('|')
  return (
    <span className="quiet">
      {before}
      <InstantText at={new Date(taken.takenMs).toISOString()} />
      {after}
    </span>
  )
}
