import { type FormEvent, useEffect, useState } from 'react'
import type { Refusal } from '../../../kernel/act/refusal.ts'
import { type PartEntry, partReasons } from '../../../modules/works/model.ts'
import { builtParts, correctedRefusals, totalM2 } from '../../../modules/works/rules/parts-entered.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { Photograph } from '../camera/photograph.ts'
import { counts } from '../next-kind.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { OwnStore } from '../shell/own-store.ts'
import type { Papers } from '../shell/taken.ts'
import type { KeptAct } from '../store/database.ts'
import { contentOf } from '../store/outbox.ts'
import { type Areas, AreasEntry } from './areas-entry.tsx'
import { Drafted } from './drafted.tsx'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { PhotoTaker } from './photo-taker.tsx'
import { RefusalsTold } from './refusals-told.tsx'
import { Choices } from './wish-form.tsx'

interface Props {
  store: OwnStore
  home: HomeTaken
  works: NonNullable<Papers['lines'][number]['built']>
  /** What this telephone has made at this home. */
  own: readonly KeptAct[]
  keeping: boolean
  onDone: (filled: Filled) => Promise<boolean>
}

/** The parts as they stand: as this telephone recorded them last, else as the office had them. */
export function useRecorded(store: OwnStore, home: HomeTaken, own: readonly KeptAct[]) {
  const [recorded, setRecorded] = useState<readonly PartEntry[]>()
  const last = own.findLast(
    (act) => (act.kind === 'home.install-parts' || act.kind === 'home.correct-parts') && counts(act),
  )
  useEffect(() => {
    if (!last) setRecorded(home.parts ?? [])
    else
      void contentOf(store.key, last).then(({ input }) =>
        setRecorded((input as { parts: readonly PartEntry[] }).parts),
      )
    // The acts are told apart by their ids: the list itself is new each time.
  }, [store, last?.id])
  return recorded
}

/** Offers to measure the parts of a home anew, for what a visit found, or a slip of the pen (§1.2, §3.3.1). */
export function CorrectParts({ store, home, works, own, keeping, onDone }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const recorded = useRecorded(store, home, own)
  if (!recorded) return null
  if (!open)
    return (
      <section className="out-card">
        <p>{t('out.parts.correct.when')}</p>
        <button type="button" className="out-second" onClick={() => setOpen(true)}>
          {t('act.home.correct-parts')}
        </button>
      </section>
    )
  return (
    <Drafted
      store={store}
      subject={home.id}
      act="home.correct-parts"
      onDone={async (filled: Filled) => {
        const isKept = await onDone(filled)
        if (isKept) setOpen(false)
        return isKept
      }}
    >
      {(drafting, done) => (
        <CorrectPartsForm
          {...{ works, recorded, drafting, keeping }}
          onDone={done}
          onClose={() => setOpen(false)}
        />
      )}
    </Drafted>
  )
}

interface Begun {
  areas: Areas
  reason: (typeof partReasons)[number] | undefined
  photos: readonly Photograph[]
}

interface FormProps extends Pick<Props, 'works' | 'keeping'> {
  recorded: readonly PartEntry[]
  drafting: Drafting
  onDone: (filled: Filled) => void
  onClose: () => void
}

function CorrectPartsForm({ works, recorded, drafting, keeping, onDone, onClose }: FormProps) {
  const { t } = useWords()
  const begun = drafting.from as Begun | undefined
  const [areas, setAreas] = useState<Areas>(
    begun?.areas ?? Object.fromEntries(recorded.map(({ part, areaM2 }) => [part, areaM2])),
  )
  const [reason, setReason] = useState(begun?.reason)
  const [photos, setPhotos] = useState<readonly Photograph[]>(begun?.photos ?? [])
  const [refusals, setRefusals] = useState<readonly Refusal[]>()
  useDrafting(drafting, { areas, reason, photos } satisfies Begun)
  const parts = builtParts(works, areas)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = correctedRefusals(works, recorded, parts)
    setRefusals(found)
    if (found.length === 0 && reason && photos.length > 0) onDone({ input: { parts, reason }, photos })
  }
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t('act.home.correct-parts')}</h2>
      <AreasEntry parts={works.parts} areas={areas} onChange={setAreas} hint={t('out.parts.correct.hint')} />
      <p aria-live="polite">
        {t('works.parts.total')}{' '}
        <span className="figure">{t('works.parts.area', { area: totalM2(parts) })}</span>
      </p>
      <Choices
        legend={t('field.home.correct-parts.reason')}
        options={partReasons.map((value) => ({ value, label: t(`works.parts.reason.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <PhotoTaker photos={photos} onChange={setPhotos} hint={t('out.parts.correct.photo')} />
      <RefusalsTold refusals={refusals ?? []} />
      {refusals && (!reason || photos.length === 0) && <p role="alert">{t('out.parts.correct.lacks')}</p>}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
      <button type="button" className="out-second" disabled={keeping} onClick={onClose}>
        {t('out.paper.close')}
      </button>
    </form>
  )
}
