import { useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import { isFull } from '../store/outbox.ts'
import { type OwnStore, setUpAnew } from './own-store.ts'

/** Given up as lost (§5.2): what its owner does who has it back, so that nothing done on it is lost. */
export function GivenUp({ store, waiting }: { store: OwnStore; waiting: number }) {
  const { t } = useWords()
  const [isMine, setMine] = useState(false)
  const [full, setFull] = useState(false)
  const again = async () => {
    try {
      await setUpAnew(store)
    } catch (error) {
      if (!isFull(error)) throw error
      return setFull(true)
    }
    // Everything that knew the telephone by its former id begins anew, behind the PIN.
    location.reload()
  }
  return (
    <section className="out-card">
      <p>! {t('out.given-up')}</p>
      <p>{t('out.given-up.found')}</p>
      {waiting > 0 && (
        <>
          <p>{t('out.given-up.waiting', { count: waiting })}</p>
          <label className="out-tick">
            <input type="checkbox" checked={isMine} onChange={(event) => setMine(event.target.checked)} />
            <span>{t('out.given-up.mine')}</span>
          </label>
        </>
      )}
      {full && <p role="alert">{t('out.pin.full')}</p>}
      <button
        type="button"
        className="out-button"
        disabled={waiting > 0 && !isMine}
        onClick={() => void again()}
      >
        {t('out.given-up.again')}
      </button>
    </section>
  )
}
