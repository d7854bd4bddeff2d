import { type FormEvent, useRef, useState } from 'react'
import { answeredByPaper, blockingFailures } from '../../../kernel/pack/checklist.ts'
import { findingsOf } from '../../../modules/acceptance/rules.ts'
import { ChecklistEntry } from '../../kit/checklist/checklist-entry.tsx'
import { answersOf, type Entries, gapsOf, photosOf, withPapers } from '../../kit/checklist/entries.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { Papers } from '../shell/taken.ts'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { ItemPhotos } from './item-photos.tsx'
import { photographed, type Photographed, stillAsked, takenBefore } from './photographed.ts'
import { SerialsSeen } from './serials-seen.tsx'

interface Props {
  kind: 'home.self-check' | 'home.inspect' | 'home.check-town' | 'home.check-county'
  paper: Papers['selfCheck']
  /** A supervisor reads the plates too, against what is on record. */
  recorded?: readonly string[]
  /** The household has signed the acceptance, as far as this telephone knows. */
  confirmation?: boolean
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Begun {
  entries: Entries
  seen: readonly string[]
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
  const [remark, setRemark] = useState(begun?.remark ?? '')
  const [attempts, setAttempts] = useState(0)

  const byPaper = answeredByPaper(checklist, { confirmation })
  const entries = withPapers(filled, byPaper)
  const answers = answersOf(entries)
  const photos = new Set(photosOf(entries).map(({ digest }) => digest))
  useDrafting(drafting, { entries: filled, seen, remark, photos: photographed(photos, taken.current) })
  const fails = recorded
    ? answers.length === checklist.items.length &&
      findingsOf({ serials: recorded }, { items: answers, serials: [...seen] }, checklist).length > 0
    : blockingFailures(checklist, answers).length > 0
  // What the firm's own check finds is mended before it checks again; the office takes no failed one.
  const isRefused = kind === 'home.self-check' && fails
  const tooFew = !fails && photos.size < leastPhotos

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempts((before) => before + 1)
    if (gapsOf(checklist, entries).size > 0 || tooFew || isRefused) return
    onDone({
      input: {
        items: answers,
        ...(recorded && { serials: [...seen], ...(remark.trim() && { remark: remark.trim() }) }),
      },
      photos: [...photos].flatMap((digest) => taken.current.get(digest) ?? []),
    })
  }
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t(`act.${kind}`)}</h2>
      {recorded && <SerialsSeen recorded={recorded} seen={seen} onChange={setSeen} />}
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
      {attempts > 0 && tooFew && (
        <p role="alert">{t('out.photo.least', { least: leastPhotos, count: photos.size })}</p>
      )}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}
