import { type FormEvent, useRef, useState } from 'react'
import {
  isMeasuring,
  measuredGaps,
  type MeasuredEntries,
  measuredPhotos,
  measurementsOf,
} from '../../kit/checklist/measured.ts'
import { MeasurementEntry } from '../../kit/checklist/measurement-entry.tsx'
import { useWords } from '../../kit/language/use-words.ts'
import type { Papers } from '../shell/taken.ts'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { ItemPhotos } from './item-photos.tsx'
import { photographed, type Photographed, stillAsked, takenBefore } from './photographed.ts'

interface Props {
  paper: Papers['commissioning'][number]
  leastPhotos: number
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Begun {
  entries: MeasuredEntries
  photos: readonly Photographed[]
}

/** A commissioning run measured on the spot; out of bounds is told at once and kept as it is (§3.3.1). */
export function CommissionForm({ paper: { list }, leastPhotos, drafting, keeping, onDone }: Props) {
  const { t } = useWords()
  const begun = drafting.from as Begun | undefined
  const taken = useRef(takenBefore(begun?.photos))
  const [entries, setEntries] = useState<MeasuredEntries>(() =>
    stillAsked(begun?.entries ?? {}, list, taken.current),
  )
  const [attempts, setAttempts] = useState(0)
  const photos = new Set(measuredPhotos(entries).map(({ digest }) => digest))
  useDrafting(drafting, { entries, photos: photographed(photos, taken.current) })
  const tooFew = photos.size < leastPhotos

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempts((before) => before + 1)
    if (isMeasuring(entries) || measuredGaps(list, entries).size > 0 || tooFew) return
    onDone({
      input: { measured: measurementsOf(entries) },
      photos: [...photos].flatMap((digest) => taken.current.get(digest) ?? []),
    })
  }
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t('act.home.commission')}</h2>
      <MeasurementEntry
        list={list}
        entries={entries}
        onChange={setEntries}
        attempts={attempts}
        photos={(props) => <ItemPhotos taken={taken.current} {...props} />}
      />
      {attempts > 0 && tooFew && (
        <p role="alert">{t('out.photo.least', { least: leastPhotos, count: photos.size })}</p>
      )}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}
