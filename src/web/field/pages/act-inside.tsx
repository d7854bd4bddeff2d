import { useEffect, useRef, useState } from 'react'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { evidenceAddress } from '../../kit/api/evidence.ts'
import { useWords } from '../../kit/language/use-words.ts'
import { SaidInput } from '../../kit/told/said-input.tsx'
import type { HomeTaken } from '../shell/office.ts'
import type { OwnStore } from '../shell/own-store.ts'
import { homesTaken, lineOf, type Papers, papersTaken, signedAt } from '../shell/taken.ts'
import type { KeptAct } from '../store/database.ts'
import { type Content, contentOf, openFile } from '../store/outbox.ts'

interface Props {
  act: KeptAct
  store: OwnStore
  /** What homes and villages are called. */
  names: ReadonlyMap<string, string>
}

/** What an act holds, opened from the telephone's own storage once somebody looks. */
export function ActInside({ act, store, names }: Props) {
  const { t, pick } = useWords()
  const here = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [found, setFound] = useState<{
    content: Content
    home: HomeTaken | undefined
    papers: Papers | undefined
  }>()
  useEffect(() => {
    const details = here.current?.closest('details')
    const toggle = () => setOpen(details?.open ?? false)
    details?.addEventListener('toggle', toggle)
    return () => details?.removeEventListener('toggle', toggle)
  }, [])
  useEffect(() => {
    if (isOpen)
      void Promise.all([contentOf(store.key, act), homesTaken(store), papersTaken(store)]).then(
        ([content, homes, papers]) =>
          setFound({ content, home: homes.find(({ id }) => id === act.subject), papers }),
      )
  }, [isOpen, store, act])
  const seen = isOpen && found
  return (
    <div ref={here}>
      {seen && (
        <>
          <SaidInput
            value={seen.content.input}
            names={{ ...Object.fromEntries(names), ...namesIn(seen, pick) }}
            hides={hidden}
          />
          {seen.content.evidence.length > 0 && (
            <ul className="out-pictures" aria-label={t('out.photos')}>
              {seen.content.evidence.map((each) => (
                <Picture key={each.digest} evidence={each} store={store} />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}

/** What the card says above, and what only machines read. */
const hidden = ['home', 'village', 'id', 'text']

/** What the papers taken along call the things that an act names by their ids. */
function namesIn(
  { papers, home }: { papers: Papers | undefined; home: HomeTaken | undefined },
  pick: ReturnType<typeof useWords>['pick'],
): Record<string, string> {
  if (!papers) return {}
  const { models, people, wish, selfCheck, inHome, sampleCheck, commissioning } = papers
  const built = home && lineOf(papers, home)?.built
  const lists = built
    ? [built.checklist]
    : [selfCheck, inHome, sampleCheck].map((each: Papers['selfCheck'] | undefined) => each?.checklist)
  const items = [...lists, ...(commissioning ?? []).map(({ list }) => list)].flatMap(
    (list) => list?.items ?? [],
  )
  return Object.fromEntries([
    ...(built?.parts ?? []).map(({ id, label }) => [`part.${id}`, pick(label)] as const),
    ...models.map(({ id, maker, model }) => [id, `${maker} ${model}`] as const),
    ...(people ?? []).map(({ id, name }) => [id, name] as const),
    ...(home ? signedAt(papers, home) : (papers.toSign ?? [])).map(
      ({ id, title }) => [id, pick(title)] as const,
    ),
    ...[...items, ...(wish?.reasons ?? []), ...(wish?.routes ?? [])].map(
      ({ id, label }) => [id, pick(label)] as const,
    ),
  ])
}

/** From the telephone while it is there; what has arrived was let go of and is the office's to show. */
function Picture({ evidence: { digest, kind }, store }: { evidence: EvidenceRef; store: OwnStore }) {
  const { t } = useWords()
  const [address, setAddress] = useState<string>()
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    let made: string | undefined
    let gone = false
    void store.db.get('files', digest).then(async (file) => {
      const content = file && (await openFile(store.key, file))
      if (gone) return
      if (content) made = URL.createObjectURL(content)
      setAddress(made ?? evidenceAddress(digest))
    })
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [store, digest])
  const name = t(kind === 'signature' ? 'kit.signature' : 'out.photo')
  return (
    <li>
      {isAway ? (
        <span className="quiet">{t('out.picture.away', { name })}</span>
      ) : (
        address && (
          <a href={address} target="_blank" rel="noreferrer">
            <img className="photo" src={address} alt={name} onError={() => setAway(true)} />
          </a>
        )
      )}
    </li>
  )
}
