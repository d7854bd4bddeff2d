import { type FormEvent, useId, useState } from 'react'
import { type Session, signInHome } from '../kit/api/session.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { TroubleNote } from '../kit/states/trouble-note.tsx'
import { lastFourOf } from './last-four.ts'

interface Props {
  /** The session has ended while the household was at work. */
  again: boolean
  onDone: (session: Session) => void
}

/** The letter's own QR code carries it after the #, where no server sees it: `/home#letter=ABCDEFGHJK`. */
const letterInAddress = (): string => /^#letter=([\w-]{1,20})$/.exec(location.hash)?.[1] ?? ''

/** In by what the notice letter carries and the last four of the householder's ID. */
export function LetterForm({ again, onDone }: Props) {
  const { t } = useWords()
  const [letter, setLetter] = useState(letterInAddress)
  const [lastFour, setLastFour] = useState('')
  const [pending, setPending] = useState(false)
  const [incomplete, setIncomplete] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const id = useId()

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    const digits = lastFourOf(lastFour)
    setTrouble(undefined)
    setIncomplete(letter.trim() === '' || digits === undefined)
    if (letter.trim() === '' || digits === undefined) return
    setPending(true)
    try {
      const session = await signInHome(letter.trim(), digits)
      if (letterInAddress()) history.replaceState(null, '', location.pathname)
      onDone(session)
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }

  return (
    <form className="home-card" onSubmit={(event) => void enter(event)} noValidate>
      <h1>{t(again ? 'home.again' : 'home.enter')}</h1>
      <p className="quiet">{t(again ? 'home.again.why' : 'home.enter.lead')}</p>
      <label htmlFor={`${id}-letter`}>{t('home.letter')}</label>
      <input
        id={`${id}-letter`}
        value={letter}
        onChange={(event) => setLetter(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        placeholder="ABCDE-FGHJK"
        className="figure"
      />
      <label htmlFor={`${id}-digits`}>{t('home.last-four')}</label>
      <input
        id={`${id}-digits`}
        value={lastFour}
        onChange={(event) => setLastFour(event.target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={8}
        className="figure home-four"
        aria-describedby={`${id}-help`}
      />
      <p id={`${id}-help`} className="quiet home-help">
        {t('home.last-four.help')}
      </p>
      {incomplete && <p role="alert">{t('home.incomplete')}</p>}
      {trouble && <TroubleNote trouble={trouble} />}
      <button type="submit" className="home-button" disabled={pending}>
        {t(pending ? 'home.entering' : 'home.enter.do')}
      </button>
      <p className="quiet">{t('home.no-letter')}</p>
      <p className="home-office">
        <a href="/">{t('home.to-office')}</a>
      </p>
    </form>
  )
}
