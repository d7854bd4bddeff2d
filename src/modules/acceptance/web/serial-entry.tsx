import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Serial } from '../../works/model.ts'
import './acceptance.css'

interface Props {
  /** Serials on record for the home. */
  recorded: readonly string[]
  seen: readonly string[]
  onChange: (seen: readonly string[]) => void
}

/**
 * Serials as read from the plates. Those on record are not shown beforehand: whoever types what the list says has
 * not read the plate. Each is compared the moment it is typed, so that a slip of the thumb is seen at once.
 */
export function SerialEntry({ recorded, seen, onChange }: Props) {
  const { t } = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const read = Serial.safeParse(typed)
  const remaining = recorded.filter((serial) => !seen.includes(serial)).length
  const take = () => {
    if (!read.success) return
    if (!seen.includes(read.data)) onChange([...seen, read.data])
    setTyped('')
  }
  return (
    <div className="serial-entry">
      <p className="quiet" id={`${id}-hint`}>
        {t('visit.machines.hint')}
      </p>
      <div className="serial-line">
        <Input
          size="large"
          className="figure"
          aria-label={t('field.serial')}
          aria-describedby={`${id}-hint`}
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onPressEnter={(event) => {
            event.preventDefault()
            take()
          }}
        />
        <Button size="large" onClick={take} disabled={!read.success}>
          {t('visit.serial.add')}
        </Button>
      </div>
      <ul className="serials" aria-live="polite">
        {seen.map((serial) => {
          const fits = recorded.includes(serial)
          return (
            <li key={serial} className={fits ? 'serial-fits' : 'serial-unknown'}>
              <span aria-hidden="true">{fits ? '✓' : '✕'}</span> <span className="figure">{serial}</span>{' '}
              <span>{t(fits ? 'visit.serial.fits' : 'visit.serial.unknown')}</span>
              <button
                type="button"
                className="plain-button"
                onClick={() => onChange(seen.filter((s) => s !== serial))}
              >
                {t('kit.form.remove')}
              </button>
            </li>
          )
        })}
      </ul>
      <p className={remaining > 0 ? 'quiet' : 'serial-all'}>
        {remaining > 0 ? t('visit.serial.remaining', { count: remaining }) : t('visit.serial.all-seen')}
      </p>
    </div>
  )
}
