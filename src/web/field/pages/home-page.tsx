import { useEffect, useRef, useState } from 'react'
import type { FieldKind } from '../../../modules/field/model.ts'
import { newIdAfter } from '../../../kernel/identity/id.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import { mayCorrect, nextKind } from '../next-kind.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { OwnStore } from '../shell/own-store.ts'
import type { PageProps } from '../shell/pages-frame.tsx'
import { homesTaken, lineOf, type Papers, papersTaken } from '../shell/taken.ts'
import type { KeptAct } from '../store/database.ts'
import { formOf } from '../store/drafts.ts'
import { keepAct, StorageFull } from '../store/outbox.ts'
import type { Photograph } from '../camera/photograph.ts'
import { ChecklistForm } from './checklist-form.tsx'
import { CommissionForm } from './commission-form.tsx'
import { CorrectParts } from './correct-parts-form.tsx'
import { Drafted } from './drafted.tsx'
import type { Drafting } from './drafting.ts'
import { InstallForm } from './install-form.tsx'
import { InstallPartsForm } from './install-parts-form.tsx'
import { LineText } from './line-text.tsx'
import { WishForm } from './wish-form.tsx'
import { PapersToSign, useSignedHere } from './papers-to-sign.tsx'
import { StateMark } from './state-mark.tsx'

/** What a form hands over to be kept. */
export interface Filled {
  input: object
  photos: readonly Photograph[]
  /** Papers photographed: a certificate is no picture of the home. */
  documents?: readonly Photograph[]
  signature?: Blob
}

/** One home: what is to do here now, and what this telephone has done at it. */
export function HomePage({ store, sync, home: id }: PageProps & { home: string }) {
  const { t, pick } = useWords()
  const [found, setFound] = useState<{ homes: readonly HomeTaken[]; papers: Papers | undefined }>()
  /** The act being kept: pressed twice, or again after a failure, it is one. */
  const act = useRef<{ id: string; kind: FieldKind }>(undefined)
  const [keeping, setKeeping] = useState(false)
  const [failed, setFailed] = useState<'full' | 'broken'>()
  const [kept, setKept] = useState(false)
  useEffect(() => {
    void Promise.all([homesTaken(store), papersTaken(store)]).then(([homes, papers]) =>
      setFound({ homes, papers }),
    )
  }, [store, id])
  const signed = useSignedHere(
    store,
    sync.acts?.filter(({ subject }) => subject === id),
  )
  if (!found || !sync.acts) return <p className="out-wait">{t('kit.loading')}</p>
  const { homes, papers } = found
  const home = homes.find((each) => each.id === id)
  if (!home || !papers) return <p className="out-card">{t('out.home.gone')}</p>
  const other = homes.find((each) => each.id === home.other)
  const otherLine = other && lineOf(papers, other)
  const own = sync.acts.filter(({ subject }) => subject === id)
  const kind = nextKind(home, own, store.person.permissions)
  const works = lineOf(papers, home)?.built

  const made = sync.acts
  const keep = async (
    kind: FieldKind,
    { input, photos, documents = [], signature }: Filled,
    form: string = kind,
  ) => {
    setKeeping(true)
    setFailed(undefined)
    try {
      const files = [
        ...photos.map((photo) => ({ kind: 'photo', ...photo })),
        ...documents.map((photo) => ({ kind: 'document', ...photo })),
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
        form: formOf(id, form),
      }
      await keepAct(store.db, store.key, making, Date.now())
      setKept(true)
      await sync.reread()
      act.current = undefined
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
        <a href="#/">‹ {t('out.visits')}</a>
      </p>
      <section className="out-card">
        <h1>
          {home.sequence} {home.householder}
        </h1>
        <p>{home.address}</p>
        <p>
          <LineText home={home} papers={papers} />
        </p>
        {other && (
          <p>
            {t('out.line.other')}{' '}
            <a href={`#/homes/${other.id}`}>{otherLine ? pick(otherLine.label) : other.householder}</a>
          </p>
        )}
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
      {kind === 'home.inspect' && home.wantsRun && papers.commissioningAsked && (
        <p className="out-card" role="status">
          {t('commissioning.wants')}
        </p>
      )}
      {works && mayCorrect(home, own, store.person.permissions) && (
        <CorrectParts
          {...{ store, home, works, own, keeping }}
          onDone={(filled) => keep('home.correct-parts', filled)}
        />
      )}
      {kind && (
        <Drafted
          key={kind}
          store={store}
          subject={id}
          act={kind}
          onDone={(filled: Filled) => keep(kind, filled)}
        >
          {(drafting, onDone) => (
            <FormOf
              kind={kind}
              home={home}
              papers={papers}
              confirmation={home.confirmed || signed?.has('acceptance') === true}
              acts={made}
              {...{ store, drafting, keeping, onDone }}
            />
          )}
        </Drafted>
      )}
      {store.person.permissions.includes('paper.take') && (
        <PapersToSign
          store={store}
          home={home}
          own={own}
          papers={papers}
          signed={signed}
          keeping={keeping}
          onDone={(filled, form) => keep('paper.take', filled, form)}
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

interface FormProps {
  kind: FieldKind
  home: HomeTaken
  papers: Papers
  confirmation: boolean
  store: OwnStore
  acts: readonly KeptAct[]
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

function FormOf({ kind, home, papers, confirmation, store, acts, ...form }: FormProps) {
  const run = papers.commissioning?.find(({ route }) => route === home.route)
  const works = lineOf(papers, home)?.built
  const of = (paper: Papers['selfCheck']) => (works ? { ...paper, checklist: works.checklist } : paper)
  const recorded = {
    serials: home.serials,
    parts: home.parts?.map(({ part, areaM2 }) => ({
      ...{ part, areaM2, passedM2: null },
      label: works?.parts.find(({ id }) => id === part)?.label ?? { zh: part, en: part },
    })),
  }
  switch (kind) {
    case 'home.install':
      return <InstallForm home={home} papers={papers} {...form} />
    case 'home.install-parts':
      return works && <InstallPartsForm {...{ home, papers, works, store, acts }} {...form} />
    case 'home.self-check':
      return <ChecklistForm paper={of(papers.selfCheck)} kind={kind} {...form} />
    case 'home.inspect':
      return (
        <ChecklistForm
          paper={of(papers.inHome)}
          kind={kind}
          recorded={recorded}
          confirmation={confirmation}
          {...form}
        />
      )
    case 'home.check-town':
    case 'home.check-county':
      return (
        papers.sampleCheck && (
          <ChecklistForm paper={of(papers.sampleCheck)} kind={kind} recorded={recorded} {...form} />
        )
      )
    case 'wish.record':
      return <WishForm survey={papers.wish} {...form} />
    case 'home.commission':
      return run && <CommissionForm paper={run} leastPhotos={papers.commissioningPhotos} {...form} />
    // What is to be signed stands below, one paper at a time, and so does what may be corrected.
    case 'home.correct-parts':
    case 'paper.take':
      return null
  }
}
