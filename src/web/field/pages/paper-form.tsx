import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { SignaturePad } from '../../kit/capture/signature-pad.tsx'
import { useWords } from '../../kit/language/use-words.ts'
import type { Photograph } from '../camera/photograph.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { Papers } from '../shell/taken.ts'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { PhotoTaker } from './photo-taker.tsx'

type Paper = Papers['toSign'][number]

interface Props {
  paper: Paper
  home: HomeTaken
  /** What its line is built of; nothing where it is of machines (§1.2). */
  works: Papers['lines'][number]['built'] | undefined
  /** Who has it signed. */
  person: string
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
  onClose: () => void
}

/** All but the signature: it is given to the words as they stand before one's eyes, in one go. */
interface Begun {
  readOut: boolean
  cannotWrite: boolean
  marks: readonly Photograph[]
  witness: string
}

const plain = (name: string) => name.replaceAll(/\s/g, '')

/** A paper read out at the door and signed by finger, or by a mark before a witness (§3.3.2a, §3.3.3). */
export function PaperForm({ paper, home, works, person, drafting, keeping, onDone, onClose }: Props) {
  const { t } = useWords()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const begun = drafting.from as Begun | undefined
  const [readOut, setReadOut] = useState(begun?.readOut ?? false)
  const [cannotWrite, setCannotWrite] = useState(begun?.cannotWrite ?? false)
  const [signature, setSignature] = useState<Blob | null>(null)
  const [marks, setMarks] = useState<readonly Photograph[]>(begun?.marks ?? [])
  const [witness, setWitness] = useState(begun?.witness ?? '')
  const [tried, setTried] = useState(false)
  useDrafting(drafting, { readOut, cannotWrite, marks, witness })
  useEffect(() => {
    // Newer browsers answer a promise, which is no clean-up.
    void form.current?.scrollIntoView({ block: 'start' })
  }, [])
  const name = plain(witness)
  const isWitness = name.length >= 2 && name !== plain(person) && name !== plain(home.householder)
  const lacks = [
    !readOut && 'read-out',
    cannotWrite && marks.length === 0 && 'mark',
    cannotWrite && !isWitness && 'witness',
    !signature && 'signature',
  ].filter((each) => each !== false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!signature || lacks.length > 0) return
    onDone({
      input: {
        ...{ paper: paper.id, text: paper.digest, readOut },
        ...(paper.withContractor && home.contractor && { contractor: home.contractor }),
        ...(cannotWrite && { witness: witness.trim() }),
      },
      photos: cannotWrite ? marks : [],
      signature,
    })
  }
  return (
    <form ref={form} className="out-card" onSubmit={submit} noValidate>
      <PaperText paper={paper} home={home} works={works} />
      <label className="out-tick">
        <input type="checkbox" checked={readOut} onChange={(event) => setReadOut(event.target.checked)} />
        <span>{t('paper.read-out')}</span>
      </label>
      <label className="out-tick">
        <input
          type="checkbox"
          checked={cannotWrite}
          onChange={(event) => {
            // Whose signature it is changes with it.
            setSignature(null)
            setCannotWrite(event.target.checked)
          }}
        />
        <span>{t('out.paper.cannot-write')}</span>
      </label>
      {cannotWrite && (
        <>
          <PhotoTaker photos={marks} onChange={setMarks} hint={t('out.paper.mark')} />
          <label htmlFor={id}>{t('out.paper.witness')}</label>
          <input
            id={id}
            value={witness}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setWitness(event.target.value)}
          />
          <p className="quiet">{t('out.paper.witness.hint')}</p>
        </>
      )}
      <h3>{t(cannotWrite ? 'out.paper.witness-signs' : 'out.paper.householder-signs')}</h3>
      <SignaturePad
        key={String(cannotWrite)}
        onChange={setSignature}
        signer={cannotWrite ? witness : home.householder}
        disabled={keeping}
      />
      {tried && lacks.length > 0 && (
        <p role="alert">{lacks.map((each) => t(`out.paper.lacks.${each}`)).join(' ')}</p>
      )}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
      <button type="button" className="out-second" disabled={keeping} onClick={onClose}>
        {t('out.paper.close')}
      </button>
    </form>
  )
}

/** The words, with what concerns this home in front of them. */
function PaperText({ paper, home, works }: Pick<Props, 'paper' | 'home' | 'works'>) {
  const { t, pick, language } = useWords()
  const units = home.wantedUnits && t('works.units', { count: home.wantedUnits })
  const parts = (home.parts ?? []).map(({ part, areaM2 }) => {
    const label = works?.parts.find(({ id }) => id === part)?.label
    return `${label ? pick(label) : part} ${t('works.parts.area', { area: areaM2 })}`
  })
  const facts = [
    ['householder', home.householder],
    ['address', home.address],
    ...(works
      ? ([['parts', parts.join(' · ')]] as const)
      : ([
          ['machines', [home.wantedEquipment, units].filter(Boolean).join(' · ')],
          ['serials', home.serials.join(' ')],
        ] as const)),
    ['contractor', home.contractorName],
  ] as const
  return (
    <div className="out-paper">
      <h2>{pick(paper.title)}</h2>
      <dl>
        {facts.map(
          ([key, value]) =>
            value && (
              <div key={key}>
                <dt>{t(`out.paper.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <ol>
        {paper.items.map((item) => (
          <li key={item.zh}>
            {pick(item)}
            {language === 'en' && <span lang="zh-CN">{item.zh}</span>}
          </li>
        ))}
      </ol>
      {paper.dataUse && <p>{pick(paper.dataUse)}</p>}
      {language === 'en' && <p className="quiet">{t('paper.chinese-binds')}</p>}
    </div>
  )
}
