import { type FormEvent, useEffect, useState } from 'react'
import type { Refusal } from '../../../kernel/act/refusal.ts'
import { builtParts, enteredRefusals, totalM2 } from '../../../modules/works/rules/parts-entered.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { Photograph } from '../camera/photograph.ts'
import { counts } from '../next-kind.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { OwnStore } from '../shell/own-store.ts'
import type { Papers } from '../shell/taken.ts'
import type { KeptAct } from '../store/database.ts'
import { contentOf, digestOf } from '../store/outbox.ts'
import { type Areas, AreasEntry } from './areas-entry.tsx'
import { CrewEntry } from './crew-entry.tsx'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { isWhole, type Material, MaterialsEntry, noMaterial } from './materials-entry.tsx'
import { PhotoTaker } from './photo-taker.tsx'
import { RefusalsTold } from './refusals-told.tsx'

interface Props {
  home: HomeTaken
  papers: Papers
  works: NonNullable<Papers['lines'][number]['built']>
  store: OwnStore
  /** All this telephone has made. */
  acts: readonly KeptAct[]
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Begun {
  before: readonly Photograph[]
  areas: Areas
  materials: readonly Material[]
  crew: readonly string[]
  after: readonly Photograph[]
}

const digestsOf = (photos: readonly Photograph[]): Promise<string[]> =>
  Promise.all(photos.map(({ content }) => digestOf(content)))

const asEvidence = (kind: string, digests: readonly string[]) => digests.map((digest) => ({ kind, digest }))

type Earlier = readonly Omit<Material, 'certificate'>[]

/** The materials of the home this telephone recorded last; none before there was one. */
function useEarlierMaterials(store: OwnStore, acts: readonly KeptAct[]): Earlier {
  const [materials, setMaterials] = useState<Earlier>([])
  const last = acts.findLast((act) => act.kind === 'home.install-parts' && counts(act))
  useEffect(() => {
    if (last)
      void contentOf(store.key, last).then(({ input }) =>
        setMaterials((input as { materials: Earlier }).materials),
      )
    // The acts are told apart by their ids: the list itself is new each time.
  }, [store, last?.id])
  return materials
}

/**
 * What was built in a home of a measured line (§1.2), in the order of the work: the home before, what was built of what, the
 * home after. Begun with the first photographs, it waits on the telephone until the work is done.
 */
export function InstallPartsForm({ home, papers, works, store, acts, drafting, keeping, onDone }: Props) {
  const { t } = useWords()
  const begun = drafting.from as Begun | undefined
  const [before, setBefore] = useState<readonly Photograph[]>(begun?.before ?? [])
  const [areas, setAreas] = useState<Areas>(begun?.areas ?? {})
  const [materials, setMaterials] = useState<readonly Material[]>(begun?.materials ?? [noMaterial])
  const [crew, setCrew] = useState<readonly string[]>(begun?.crew ?? [])
  const [after, setAfter] = useState<readonly Photograph[]>(begun?.after ?? [])
  const [refusals, setRefusals] = useState<readonly Refusal[]>()
  useDrafting(drafting, { before, areas, materials, crew, after } satisfies Begun)
  const parts = builtParts(works, areas)
  const earlier = useEarlierMaterials(store, acts)

  const submit = async () => {
    const whole = materials.filter(isWhole)
    const certificates = whole.flatMap(({ certificate }) => certificate.slice(0, 1))
    const [ofBefore, ofAfter, ofCertificates] = await Promise.all([
      digestsOf(before),
      digestsOf(after),
      digestsOf(certificates),
    ])
    const input = {
      parts,
      materials: whole.map(({ name, maker, batch }, i) => ({
        ...{ name: name.trim(), maker: maker.trim(), batch: batch.trim() },
        certificate: ofCertificates[i] ?? '',
      })),
      before: ofBefore,
      after: ofAfter,
    }
    const evidence = [
      ...asEvidence('photo', [...ofBefore, ...ofAfter]),
      ...asEvidence('document', ofCertificates),
    ]
    const found = enteredRefusals(works, input, evidence)
    setRefusals(found)
    if (found.length > 0 || whole.length < materials.length) return
    onDone({
      input: { ...input, ...(crew.length > 0 && { workers: crew }) },
      photos: [...before, ...after],
      documents: certificates,
    })
  }
  return (
    <form
      className="out-card"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{t('act.home.install-parts')}</h2>
      <h3>{t('field.home.install-parts.before')}</h3>
      <PhotoTaker photos={before} onChange={setBefore} hint={t('out.parts.before.hint')} />
      <h3>{t('field.home.install-parts.parts')}</h3>
      <AreasEntry parts={works.parts} areas={areas} onChange={setAreas} hint={t('out.parts.areas.hint')} />
      <p aria-live="polite">
        {t('works.parts.total')}{' '}
        <span className="figure">{t('works.parts.area', { area: totalM2(parts) })}</span>
      </p>
      <h3>{t('field.home.install-parts.materials')}</h3>
      <MaterialsEntry
        materials={materials}
        onChange={setMaterials}
        earlier={earlier}
        asked={refusals !== undefined}
      />
      <CrewEntry home={home} papers={papers} crew={crew} onChange={setCrew} />
      <h3>{t('field.home.install-parts.after')}</h3>
      <PhotoTaker photos={after} onChange={setAfter} hint={t('out.parts.after.hint')} />
      <RefusalsTold refusals={refusals ?? []} />
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}
