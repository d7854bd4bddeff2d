import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { newId, newIdAfter } from '../../../kernel/identity/id.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import type { Photograph } from '../camera/photograph.ts'
import { Drafted } from '../pages/drafted.tsx'
import { type Drafting, useDrafting } from '../pages/drafting.ts'
import { PhotoTaker } from '../pages/photo-taker.tsx'
import { StateMark } from '../pages/state-mark.tsx'
import type { HomeTaken } from '../shell/office.ts'
import type { PageProps } from '../shell/pages-frame.tsx'
import { homesTaken } from '../shell/taken.ts'
import { formOf } from '../store/drafts.ts'
import { keepAct, StorageFull } from '../store/outbox.ts'
import { type PatrolVillage, patrolsTaken } from './taken-patrols.ts'

const kind = 'patrol.record'

interface Found {
  village: PatrolVillage | undefined
  homes: readonly HomeTaken[]
}

/** One village to patrol: whom to call, and the form (§5.3). */
export function PatrolPage({ store, sync, village: id }: PageProps & { village: string }) {
  const { t } = useWords()
  const [found, setFound] = useState<Found>()
  /** Pressed twice, or again after a failure, it is one act about one patrol. */
  const made = useRef<{ act: string; patrol: string }>(undefined)
  const [keeping, setKeeping] = useState(false)
  const [failed, setFailed] = useState<'full' | 'broken'>()
  const [kept, setKept] = useState(0)
  useEffect(() => {
    void Promise.all([patrolsTaken(store), homesTaken(store)]).then(([taken, homes]) => {
      const village = taken?.villages.find((each) => each.id === id)
      setFound({ village, homes: homes.filter((home) => home.village === village?.code) })
    })
  }, [store, id])
  if (!found || !sync.acts) return <p className="out-wait">{t('kit.loading')}</p>
  const { village, homes } = found
  if (!village) return <p className="out-card">{t('out.patrols.gone')}</p>
  const { acts } = sync
  const own = acts.filter((act) => act.subject === id && act.kind === kind)

  const keep = async ({ photos, ...input }: Filled) => {
    setKeeping(true)
    setFailed(undefined)
    try {
      made.current ??= { act: newIdAfter(acts.map((act) => act.id)), patrol: newId() }
      const making = {
        id: made.current.act,
        kind,
        about: { type: 'village', id },
        input: { village: id, id: made.current.patrol, ...input },
        files: photos.map((photo) => ({ kind: 'photo', ...photo })),
        form: formOf(id, kind),
      }
      await keepAct(store.db, store.key, making, Date.now())
      made.current = undefined
      setKept(kept + 1)
      await sync.reread()
      void sync.send()
      scrollTo({ top: 0 })
      return true
    } catch (error) {
      setFailed(error instanceof StorageFull ? 'full' : 'broken')
      return false
    } finally {
      setKeeping(false)
    }
  }
  return (
    <>
      <p className="out-back">
        <a href="#/patrols">‹ {t('out.patrols')}</a>
      </p>
      <section className="out-card">
        <h1>{village.name}</h1>
        <p className="quiet">
          {village.townName} ·{' '}
          {village.last ? t('out.patrols.last', { day: village.last }) : t('out.patrols.never')}
        </p>
        {village.officers.map(({ side, name, telephone }) => (
          <p key={side}>
            {t(`safety.officer.${side}`)}: {name ?? t('safety.officer.none')}{' '}
            {name && telephone && (
              <a href={`tel:${telephone}`} aria-label={t('out.patrols.call', { name })} className="figure">
                {telephone}
              </a>
            )}
          </p>
        ))}
        {kept > 0 && <p role="status">✓ {t('out.kept')}</p>}
        {own.length > 0 && (
          <ul className="out-done" aria-label={t('out.home.done-here')}>
            {own.map((act) => (
              <li key={act.id}>
                {t(`act.${kind}`)} <InstantText at={new Date(act.madeMs).toISOString()} />{' '}
                <StateMark state={act.state} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <Drafted key={kept} store={store} subject={id} act={kind} onDone={keep}>
        {(drafting, onDone) => <PatrolForm homes={homes} {...{ drafting, keeping, onDone }} />}
      </Drafted>
      {failed && (
        <p className="out-card" role="alert">
          {t(failed === 'full' ? 'out.full' : 'out.broken')}
        </p>
      )}
    </>
  )
}

interface Filled {
  route: string
  homes: readonly string[]
  found: readonly string[]
  photos: readonly Photograph[]
}

interface FormProps {
  homes: readonly HomeTaken[]
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Begun {
  route: string
  seen: readonly string[]
  hazards: readonly string[]
  photos: readonly Photograph[]
}

/** Shorter is no sentence that anybody could act on. */
const leastText = 2

function PatrolForm({ homes, drafting, keeping, onDone }: FormProps) {
  const { t } = useWords()
  const id = useId()
  const begun = drafting.from as Begun | undefined
  const [route, setRoute] = useState(begun?.route ?? '')
  const [seen, setSeen] = useState<readonly string[]>(begun?.seen ?? [])
  const [hazards, setHazards] = useState<readonly string[]>(begun?.hazards ?? [''])
  const [photos, setPhotos] = useState<readonly Photograph[]>(begun?.photos ?? [])
  useDrafting(drafting, { route, seen, hazards, photos } satisfies Begun)
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const found = hazards.map((what) => what.trim()).filter((what) => what.length >= leastText)
    if (route.trim().length >= leastText && photos.length > 0)
      onDone({ route: route.trim(), homes: seen, found, photos })
  }
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t(`act.${kind}`)}</h2>
      <label htmlFor={`${id}-route`}>{t('field.patrol.record.route')}</label>
      <textarea
        id={`${id}-route`}
        rows={3}
        maxLength={300}
        value={route}
        onChange={(event) => setRoute(event.target.value)}
      />
      {asked && route.trim().length < leastText && <p role="alert">{t('out.patrols.route.missing')}</p>}
      {homes.length > 0 && (
        <details className="out-machine">
          <summary>
            {t('out.patrols.seen')} {seen.length > 0 && seen.length}
          </summary>
          {homes.map(({ id: home, sequence, householder, address }) => (
            <label key={home} className="out-tick">
              <input
                type="checkbox"
                checked={seen.includes(home)}
                onChange={(event) =>
                  setSeen(event.target.checked ? [...seen, home] : seen.filter((each) => each !== home))
                }
              />{' '}
              {sequence} {householder} <span className="quiet">{address}</span>
            </label>
          ))}
        </details>
      )}
      <h3>{t('out.patrols.found')}</h3>
      <p className="quiet">{t('out.patrols.found.hint')}</p>
      {hazards.map((what, at) => (
        <textarea
          key={at}
          rows={2}
          maxLength={300}
          aria-label={t('out.patrols.found.one', { number: at + 1 })}
          value={what}
          onChange={(event) =>
            setHazards(hazards.map((each, nth) => (nth === at ? event.target.value : each)))
          }
        />
      ))}
      {hazards.length < 20 && (
        <button type="button" className="out-second" onClick={() => setHazards([...hazards, ''])}>
          {t('out.patrols.found.add')}
        </button>
      )}
      <h3>{t('out.patrols.photos')}</h3>
      <PhotoTaker photos={photos} onChange={setPhotos} hint={t('out.patrols.photos.hint')} />
      {asked && photos.length === 0 && <p role="alert">{t('out.photo.least', { least: 1, count: 0 })}</p>}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}
