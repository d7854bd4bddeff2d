import { useId, useState } from 'react'
import { Serial } from '../../../modules/works/model.ts'
import { useWords } from '../../kit/language/use-words.ts'

interface Props {
  recorded: readonly string[]
  seen: readonly string[]
  onChange: (seen: readonly string[]) => void
}

/** Serials as read from the plates; those on record are not shown, each is compared as it is entered. */
export function SerialsSeen({ recorded, seen, onChange }: Props) {
  const { t } = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const read = Serial.safeParse(typed)
  const take = () => {
    if (!read.success) return
    if (!seen.includes(read.data)) onChange([...seen, read.data])
    setTyped('')
  }
  const remaining = recorded.filter((serial) => !seen.includes(serial)).length
  return (
    <div className="out-serials">
      <label htmlFor={id}>{t('field.serial')}</label>
      <p className="quiet">{t('visit.machines.hint')}</p>
      <div className="out-serial-line">
        <input
          id={id}
          className="figure"
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            take()
          }}
        />
        <button type="button" className="out-second" onClick={take} disabled={!read.success}>
          {t('out.serial.add')}
        </button>
      </div>
      <ul aria-live="polite">
        {seen.map((serial) => {
          const fits = recorded.includes(serial)
          return (
            <li key={serial}>
              <span aria-hidden="true">{fits ? '✓' : '✕'}</span> <span className="figure">{serial}</span>{' '}
              {t(fits ? 'visit.serial.fits' : 'visit.serial.unknown')}{' '}
              <button
                type="button"
                className="plain-button"
                onClick={() => onChange(seen.filter((each) => each !== serial))}
              >
                {t('kit.form.remove')}
              </button>
            </li>
          )
        })}
      </ul>
      <p className="quiet">
        {remaining > 0 ? t('visit.serial.remaining', { count: remaining }) : t('visit.serial.all-seen')}
      </p>
    </div>
  )
}
