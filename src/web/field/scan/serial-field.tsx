import { lazy, Suspense, useState } from 'react'
import { Serial } from '../../../modules/works/model.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { enteredBy, serialIn } from './serial-in.ts'

const ScanView = lazy(() => import('./scan-view.tsx').then(({ ScanView: view }) => ({ default: view })))

interface Props {
  id: string
  serial: string
  /** What was scanned into it last. */
  scanned: string | undefined
  onChange: (to: { serial: string; scanned?: string }) => void
}

/** A serial, scanned from the plate or typed; what was scanned may be corrected. */
export function SerialField({ id, serial, scanned, onChange }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const read = Serial.safeParse(serial)
  const by = enteredBy(read.success ? read.data : serial, scanned)
  return (
    <>
      <div className="out-serial-line">
        <input
          id={id}
          className="figure"
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={serial}
          onChange={(event) => onChange({ serial: event.target.value })}
        />
        <button type="button" className="out-second" onClick={() => setOpen(true)}>
          {t('out.scan')}
        </button>
      </div>
      {by !== 'typed' && serial !== '' && <p className="quiet">{t(`out.scan.${by}`)}</p>}
      {isOpen && (
        <Suspense fallback={<p className="quiet">{t('out.scan.opening')}</p>}>
          <ScanView
            onRead={(text) => {
              const found = serialIn(text)
              onChange({ serial: found, scanned: found })
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
