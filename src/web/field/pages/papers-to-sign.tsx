import { useEffect, useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import { counts } from '../next-kind.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { OwnStore } from '../shell/own-store.ts'
import { lineOf, type Papers, signedAt } from '../shell/taken.ts'
import type { KeptAct } from '../store/database.ts'
import { contentOf } from '../store/outbox.ts'
import { useRecorded } from './correct-parts-form.tsx'
import { Drafted } from './drafted.tsx'
import type { Filled } from './home-page.tsx'
import { PaperForm } from './paper-form.tsx'

interface Props {
  store: OwnStore
  home: HomeTaken
  /** What this telephone has made at this home. */
  own: readonly KeptAct[]
  papers: Papers
  /** Papers signed on this telephone; undefined until that is read. */
  signed: ReadonlySet<string> | undefined
  keeping: boolean
  onDone: (filled: Filled, act: string) => Promise<boolean>
}

/** The papers that the household has signed on this telephone, of the acts at a home. */
export function useSignedHere(
  store: OwnStore,
  own: readonly KeptAct[] | undefined,
): ReadonlySet<string> | undefined {
  const [signed, setSigned] = useState<ReadonlySet<string>>()
  const acts = own?.filter((act) => act.kind === 'paper.take' && counts(act))
  const known = acts?.map(({ id }) => id).join()
  useEffect(() => {
    if (!acts) return
    void Promise.all(acts.map((act) => contentOf(store.key, act))).then((contents) =>
      setSigned(new Set(contents.map(({ input }) => (input as { paper: string }).paper))),
    )
    // The acts are told apart by their ids: the list itself is new each time.
  }, [store, known])
  return signed
}

/** What the household has still to sign, as far as this telephone knows; one paper is open at a time. */
export function PapersToSign({ store, home, own, papers, signed, keeping, onDone }: Props) {
  const { t, pick } = useWords()
  const [chosen, setChosen] = useState<string>()
  const recorded = useRecorded(store, home, own)
  if (!signed || !recorded) return null
  const open = signedAt(papers, home).filter(({ id }) => home.papers?.includes(id) && !signed.has(id))
  if (open.length === 0) return null
  const paper = open.find(({ id }) => id === chosen)
  if (paper)
    return (
      <Drafted
        key={paper.id}
        store={store}
        subject={home.id}
        act={`paper.take/${paper.id}`}
        onDone={(filled: Filled) => onDone(filled, `paper.take/${paper.id}`)}
      >
        {(drafting, done) => (
          <PaperForm
            paper={paper}
            home={home.parts ? { ...home, parts: [...recorded] } : home}
            works={lineOf(papers, home)?.built}
            person={store.person.name}
            drafting={drafting}
            keeping={keeping}
            onDone={done}
            onClose={() => setChosen(undefined)}
          />
        )}
      </Drafted>
    )
  return (
    <section className="out-card">
      <h2>{t('out.paper.to-sign')}</h2>
      {open.map(({ id, title }) => (
        <p key={id} className="out-to-sign">
          <span>{pick(title)}</span>
          <button
            type="button"
            className="out-second"
            aria-label={`${t('out.paper.open')} ${pick(title)}`}
            onClick={() => setChosen(id)}
          >
            {t('out.paper.open')}
          </button>
        </p>
      ))}
    </section>
  )
}
