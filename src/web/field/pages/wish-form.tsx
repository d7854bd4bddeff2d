import { type FormEvent, useId, useState } from 'react'
import { type WishAnswer, wishes } from '../../../modules/outreach/model.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { Papers } from '../shell/taken.ts'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'

interface Props {
  survey: Papers['wish']
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Begun {
  wish?: WishAnswer | undefined
  reason?: string | undefined
  route?: string | undefined
}

/** What a household wishes, asked at its door (§3.1.3b). */
export function WishForm({ survey, drafting, keeping, onDone }: Props) {
  const { t, pick } = useWords()
  const begun = drafting.from as Begun | undefined
  const [wish, setWish] = useState(begun?.wish)
  const [reason, setReason] = useState(begun?.reason)
  const [route, setRoute] = useState(begun?.route)
  useDrafting(drafting, { wish, reason, route })
  const [tried, setTried] = useState(false)
  const asksWhy = wish !== undefined && wish !== 'wants'
  const isComplete = wish !== undefined && (!asksWhy || reason !== undefined || survey.reasons.length === 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isComplete) return
    onDone({
      input: {
        wish,
        ...(asksWhy && reason && { reason }),
        ...(wish !== 'does-not-want' && route && { route }),
      },
      photos: [],
    })
  }
  const named = (from: Papers['wish']['reasons']) =>
    from.map(({ id, label }) => ({ value: id, label: pick(label) }))
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t('act.wish.record')}</h2>
      <Choices
        legend={t('field.wish')}
        options={wishes.map((value) => ({ value, label: t(`choice.wish.${value}`) }))}
        value={wish}
        onChange={setWish}
      />
      {asksWhy && (
        <Choices
          legend={t('out.wish.why')}
          options={named(survey.reasons)}
          value={reason}
          onChange={setReason}
        />
      )}
      {wish !== 'does-not-want' && (
        <Choices
          legend={t('out.wish.route')}
          options={named(survey.routes)}
          value={route}
          onChange={setRoute}
        />
      )}
      {tried && !isComplete && <p role="alert">{t('out.wish.lacks')}</p>}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}

interface ChoicesProps<T extends string> {
  legend: string
  options: readonly { value: T; label: string }[]
  value: T | undefined
  onChange: (value: T) => void
}

/** One of a few, each a line as high as a thumb. */
export function Choices<T extends string>({ legend, options, value, onChange }: ChoicesProps<T>) {
  const name = useId()
  return (
    <fieldset className="out-options">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
