import { type ReactNode, useEffect, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { InstantText } from '../../kit/quantities/day-text.tsx'
import type { Drafting } from './drafting.ts'
import type { OwnStore } from '../shell/own-store.ts'
import { type Begun, DraftKeeper, draftsOf, dropDrafts } from '../store/drafts.ts'

interface Props<Filled> {
  store: OwnStore
  subject: string
  /** The act the form is of; a paper's own, where a home signs several. */
  act: string
  /** Keeps what was filled in; answers whether it was kept. */
  onDone: (filled: Filled) => Promise<boolean>
  children: (drafting: Drafting, onDone: (filled: Filled) => void) => ReactNode
}

/** A form whose content outlives the page: what was begun earlier is offered above it, until it is kept. */
export function Drafted<Filled>({ store, subject, act, onDone, children }: Props<Filled>) {
  const { t } = useWords()
  const [offers, setOffers] = useState<readonly Begun[]>()
  const [full, setFull] = useState(false)
  const { db, key } = store
  const begin = (id: string, from: unknown) => ({
    id,
    from,
    keeper: new DraftKeeper(store, { id, subject, act }, setFull),
    /** As the form stands when nobody has touched it: that is nothing begun. */
    untouched: undefined as string | undefined,
    isTouched: from !== undefined,
  })
  const [current, setCurrent] = useState(() => begin(newId(), undefined))
  useEffect(() => {
    void draftsOf(db, key, subject, act).then(setOffers)
  }, [db, key, subject, act])
  if (!offers) return null

  const goOn = ({ id, state }: Begun) => {
    setOffers(offers.filter((offer) => offer.id !== id))
    setCurrent(begin(id, state))
  }
  const startAfresh = async () => {
    setOffers([])
    for (const { id } of offers) await dropDrafts(db, { id })
  }
  const done = async (filled: Filled) => {
    await current.keeper.stop()
    if (!(await onDone(filled))) current.keeper.goOn()
  }
  const drafting: Drafting = {
    from: current.from,
    onChange: (state) => {
      const shape = JSON.stringify(state)
      current.untouched ??= shape
      current.isTouched ||= shape !== current.untouched
      if (current.isTouched) current.keeper.note(state)
    },
  }
  return (
    <>
      {offers.map((offer, i) => (
        <section key={offer.id} className="out-card out-begun" aria-label={t('out.draft.begun')}>
          <p>
            {t('out.draft.begun')} <InstantText at={new Date(offer.changedMs).toISOString()} />
            {offer.photos > 0 && <> · {t('out.photos.count', { count: offer.photos })}</>}
          </p>
          <button type="button" className="out-button" onClick={() => goOn(offer)}>
            {t('out.draft.continue')}
          </button>
          {i === offers.length - 1 && (
            <button type="button" className="out-second" onClick={() => void startAfresh()}>
              {t('out.draft.afresh')}
            </button>
          )}
        </section>
      ))}
      <div key={current.id}>{children(drafting, (filled) => void done(filled))}</div>
      {full && (
        <p className="out-card" role="alert">
          {t('out.draft.full')}
        </p>
      )}
    </>
  )
}
