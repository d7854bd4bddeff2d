import { type FormEvent, useRef, useState } from 'react'
import { answeredByPaper, blockingFailures } from '../../../kernel/pack/checklist.ts'
import { findingsOf } from '../../../modules/acceptance/rules.ts'
import { measuredParts, partGaps, type RecordedPart } from '../../../modules/acceptance/rules/parts.ts'
import { ChecklistEntry } from '../../kit/checklist/checklist-entry.tsx'
import { answersOf, type Entries, gapsOf, photosOf, withPapers } from '../../kit/checklist/entries.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { Papers } from '../shell/taken.ts'
import { type Areas, AreasEntry } from './areas-entry.tsx'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { ItemPhotos } from './item-photos.tsx'
import { RefusalsTold } from './refusals-told.tsx'
import { photographed, type Photographed, stillAsked, takenBefore } from './photographed.ts'
import { SerialsSeen } from './serials-seen.tsx'

/** Of a home that is built of measured parts these, else its machines. */
interface Recorded {
  serials: readonly string[]
  parts: readonly RecordedPart[] | undefined
}

interface Props {
  kind: 'home.self-check' | 'home.inspect' | 'home.check-town' | 'home.check-county'
  paper: Papers['selfCheck']
  /** Who looks after the firm reads the plates too, or measures the parts, against what is on record. */
  recorded?: Recorded
  /** The household has signed the acceptance, as far as this telephone knows. */
  confirmation?: boolean
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Begun {
  entries: Entries
  seen: readonly string[]
  areas?: Areas
  remark: string
  photos: readonly Photographed[]
}

/** A checklist gone through on the spot, item by item (§3.3.3, §3.3.4). */
export function ChecklistForm({
  kind,
  paper,
  recorded,
  confirmation = false,
  drafting,
  keeping,
  onDone,
}: Props) {
  const { t } = useWords()
  const { checklist, leastPhotos } = paper
  const begun = drafting.from as Begun | undefined
  const taken = useRef(takenBefore(begun?.photos))
  const [filled, setEntries] = useState<Entries>(() =>
    stillAsked(begun?.entries ?? {}, checklist, taken.current),
  )
  const [seen, setSeen] = useState<readonly string[]>(begun?.seen ?? [])
  const [areas, setAreas] = useState<Areas>(begun?.areas ?? {})
  const [remark, setRemark] = useState(begun?.remark ?? '')
  const [attempts, setAttempts] = useState(0)

  const byPaper = answeredByPaper(checklist, { confirmation })
  const entries = withPapers(filled, byPaper)
  const answers = answersOf(entries)
  const photos = new Set(photosOf(entries).map(({ digest }) => digest))
  useDrafting(drafting, { entries: filled, seen, areas, remark, photos: photographed(photos, taken.current) })
  const parts = recorded?.parts
  const measured =
    parts &&
    measuredParts(
      parts.map(({ part }) => part),
      areas,
    )
  const isSample = kind !== 'home.inspect'
  const misfits = parts && measured ? partGaps(parts, measured, { isSample }) : []
  const fails = recorded
    ? answers.length === checklist.items.length &&
      findingsOf(recorded, { items: answers, serials: [...seen], parts: measured }, checklist).length > 0
    : blockingFailures(checklist, answers).length > 0
  // What the firm's own check finds is mended before it checks again; the office takes no failed one.
  const isRefused = kind === 'home.self-check' && fails
  const tooFew = !fails && photos.size < leastPhotos

  /** The recorded area is told only to who measured more: whoever types what the list says has not measured. */
  const problemOf = (part: string): string | false => {
    const on = parts?.find((each) => each.part === part)
    const seenOf = measured?.find((each) => each.part === part)
    if (!seenOf) return attempts > 0 && t('visit.parts.missing')
    return (
      on !== undefined && !isSample && seenOf.areaM2 > on.areaM2 && t('visit.parts.more', { area: on.areaM2 })
    )
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempts((before) => before + 1)
    if (gapsOf(checklist, entries).size > 0 || misfits.length > 0 || tooFew || isRefused) return
    onDone({
      input: {
        items: answers,
        ...(recorded && { serials: [...seen], ...(remark.trim() && { remark: remark.trim() }) }),
        ...(measured && { parts: measured }),
      },
      photos: [...photos].flatMap((digest) => taken.current.get(digest) ?? []),
    })
  }
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t(`act.${kind}`)}</h2>
      {recorded && !parts && <SerialsSeen recorded={recorded.serials} seen={seen} onChange={setSeen} />}
      {parts && (
        <AreasEntry
          parts={parts.map(({ part: id, label }) => ({ id, label }))}
          areas={areas}
          onChange={setAreas}
          hint={t('visit.parts.hint')}
          problemOf={problemOf}
        />
      )}
      <ChecklistEntry
        checklist={checklist}
        entries={entries}
        onChange={setEntries}
        attempts={attempts}
        byPaper={byPaper}
        photos={(props) => <ItemPhotos taken={taken.current} {...props} />}
      />
      {recorded && (
        <label>
          {t('visit.remark')}
          <textarea
            rows={3}
            maxLength={400}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
          />
        </label>
      )}
      {fails && (
        <p role={isRefused ? 'alert' : 'status'}>✕ {t(isRefused ? 'out.fail.mend' : 'out.fail.will')}</p>
      )}
      {attempts > 0 && <RefusalsTold refusals={misfits} />}
      {attempts > 0 && tooFew && (
        <p role="alert">{t('out.photo.least', { least: leastPhotos, count: photos.size })}</p>
      )}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}
