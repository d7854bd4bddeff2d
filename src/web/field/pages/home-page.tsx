import { useEffect, useRef, useState } from 'react'
import type { FieldKind } from '../../../modules/field/model.ts'
import { newIdAfter } from '../../../kernel/identity/id.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import { nextKind } from '../next-kind.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { PageProps } from '../shell/pages-frame.tsx'
import { homesTaken, type Papers, papersTaken } from '../shell/taken.ts'
import { keepAct, StorageFull } from '../store/outbox.ts'
import type { Photograph } from '../camera/photograph.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { CommissionForm } from './commission-form.tsx'
import { InstallForm } from './install-form.tsx'
import { WishForm } from './wish-form.tsx'
import { PapersToSign } from './papers-to-sign.tsx'
import { StateMark } from './state-mark.tsx'

/** What a form hands over to be kept. */
export interface Filled {
  input: object
  photos: readonly Photograph[]
  signature?: Blob
}

/** One home: what is to do here now, and what this telephone has done at it. */
export function HomePage({ store, sync, home: id }: PageProps & { home: string }) {
  const { t } = useWords()
  const [found, setFound] = useState<{ home: HomeTaken | undefined; papers: Papers | undefined }>()
  /** The act being kept: pressed twice, or again after a failure, it is one. */
  const act = useRef<{ id: string; kind: FieldKind }>(undefined)
  const [keeping, setKeeping] = useState(false)
  const [failed, setFailed] = useState<'full' | 'broken'>()
  const [kept, setKept] = useState(false)
  useEffect(() => {
    void Promise.all([homesTaken(store), papersTaken(store)]).then(([homes, papers]) =>
      setFound({ home: homes.find((each) => each.id === id), papers }),
    )
  }, [store, id])
  if (!found || !sync.acts) return <p className="out-wait">{t('kit.loading')}</p>
  const { home, papers } = found
  if (!home || !papers) return <p className="out-card">{t('out.home.gone')}</p>
  const own = sync.acts.filter(({ subject }) => subject === id)
  const kind = nextKind(home, own, store.person.permissions)
  const run = papers.commissioning?.find(({ route }) => route === home.route)

  const made = sync.acts
  const keep = async (kind: FieldKind, { input, photos, signature }: Filled) => {
    setKeeping(true)
    setFailed(undefined)
    try {
      const files = [
        ...photos.map((photo) => ({ kind: 'photo', ...photo })),
        ...(signature ? [{ kind: 'signature', content: signature }] : []),
      ]
      // Acts that arrive together have one instant in the log; there their ids tell their order.
      if (act.current?.kind !== kind) act.current = { id: newIdAfter(made.map((each) => each.id)), kind }
      const making = {
        id: act.current.id,
        kind,
        about: { type: 'home', id },
        input: { home: id, ...input },
        files,
      }
      await keepAct(store.db, store.key, making, Date.now())
      setKept(true)
      await sync.reread()
      act.current = undefined
      void sync.send()
      scrollTo({ top: 0 })
    } catch (error) {
      setFailed(error instanceof StorageFull ? 'full' : 'broken')
    } finally {
      setKeeping(false)
    }
  }
  const form = { keeping, onDone: (filled: Filled) => void (kind && keep(kind, filled)) }
  return (
    <>
      <p className="out-back">
        <a href="#/">‹ {t('out.visits')}</a>
      </p>
      <section className="out-card">
        <h1>
          {home.sequence} {home.householder}
        </h1>
        <p>{home.address}</p>
        <p className="quiet">
          {[home.wantedEquipment, home.wantedUnits && t('works.units', { count: home.wantedUnits })]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {kept && <p role="status">✓ {t('out.kept')}</p>}
        {!kind && <p>{t('out.home.nothing')}</p>}
        {own.length > 0 && (
          <ul className="out-done" aria-label={t('out.home.done-here')}>
            {own.map(({ id: made, kind: what, madeMs, state }) => (
              <li key={made}>
                {t(`act.${what}`)} <InstantText at={new Date(madeMs).toISOString()} />{' '}
                <StateMark state={state} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {kind === 'home.install' && <InstallForm key={kind} home={home} papers={papers} {...form} />}
      {kind === 'home.self-check' && (
        <ChecklistForm key={kind} paper={papers.selfCheck} kind={kind} {...form} />
      )}
      {kind === 'home.inspect' && home.wantsRun && papers.commissioningAsked && (
        <p className="out-card" role="status">
          {t('commissioning.wants')}
        </p>
      )}
      {kind === 'home.inspect' && (
        <ChecklistForm key={kind} paper={papers.inHome} kind={kind} recorded={home.serials} {...form} />
      )}
      {kind === 'wish.record' && <WishForm key={kind} survey={papers.wish} {...form} />}
      {kind === 'home.commission' && run && (
        <CommissionForm key={kind} paper={run} leastPhotos={papers.commissioningPhotos} {...form} />
      )}
      {(kind === 'home.check-town' || kind === 'home.check-county') && papers.sampleCheck && (
        <ChecklistForm key={kind} paper={papers.sampleCheck} kind={kind} recorded={home.serials} {...form} />
      )}
      {store.person.permissions.includes('paper.take') && (
        <PapersToSign
          store={store}
          home={home}
          papers={papers}
          own={own}
          keeping={keeping}
          onDone={(filled) => void keep('paper.take', filled)}
        />
      )}
      {failed && (
        <p className="out-card" role="alert">
          {t(failed === 'full' ? 'out.full' : 'out.broken')}
        </p>
      )}
    </>
  )
}
