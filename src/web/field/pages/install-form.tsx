import { type FormEvent, useId, useState } from 'react'
import { Serial } from '../../../modules/works/model.ts'
import { useWords } from '../../kit/language/use-words.ts'
import type { HomeTaken } from '../shell/office.ts'
import type { Papers } from '../shell/taken.ts'
import type { Photograph } from '../camera/photograph.ts'
import { CrewEntry } from './crew-entry.tsx'
import { type Drafting, useDrafting } from './drafting.ts'
import type { Filled } from './home-page.tsx'
import { SerialField } from '../scan/serial-field.tsx'
import { enteredBy } from '../scan/serial-in.ts'
import { PhotoTaker } from './photo-taker.tsx'

interface Props {
  home: HomeTaken
  papers: Papers
  drafting: Drafting
  keeping: boolean
  onDone: (filled: Filled) => void
}

interface Machine {
  serial: string
  /** What was scanned into it last. */
  scanned?: string | undefined
  model: string
}

interface Begun {
  machines: readonly Machine[]
  photos: readonly Photograph[]
  crew: readonly string[]
}

const nothingYet = (): Machine => ({ serial: '', model: '' })

/** The machines built in, each with its serial as on the plate and its admitted model (§3.3.3). */
export function InstallForm({ home, papers, drafting, keeping, onDone }: Props) {
  const { t } = useWords()
  const begun = drafting.from as Begun | undefined
  const [machines, setMachines] = useState<readonly Machine[]>(
    () => begun?.machines ?? Array.from({ length: home.wantedUnits ?? 1 }, () => nothingYet()),
  )
  const [photos, setPhotos] = useState<readonly Photograph[]>(begun?.photos ?? [])
  const [crew, setCrew] = useState<readonly string[]>(begun?.crew ?? [])
  const [asked, setAsked] = useState(false)
  useDrafting(drafting, { machines, photos, crew } satisfies Begun)
  const read = machines.map((machine) => ({ ...machine, serial: Serial.safeParse(machine.serial) }))
  const complete = read.every(({ serial, model }) => serial.success && model) && photos.length > 0

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!complete) return
    const devices = read.flatMap(({ serial, scanned, model }) =>
      serial.success ? [{ serial: serial.data, model, entered: enteredBy(serial.data, scanned) }] : [],
    )
    onDone({ input: { devices, ...(crew.length > 0 && { workers: crew }) }, photos })
  }
  const change = (at: number, to: Partial<Machine>) =>
    setMachines(machines.map((machine, i) => (i === at ? { ...machine, ...to } : machine)))
  return (
    <form className="out-card" onSubmit={submit} noValidate>
      <h2>{t('act.home.install')}</h2>
      {machines.map((machine, i) => (
        <MachineEntry
          key={i}
          number={i + 1}
          machine={machine}
          models={papers.models}
          asked={asked}
          onChange={(to) => change(i, to)}
          onRemove={machines.length > 1 ? () => setMachines(machines.filter((_, at) => at !== i)) : undefined}
        />
      ))}
      {machines.length < (home.wantedUnits ?? 20) && (
        <button type="button" className="out-second" onClick={() => setMachines([...machines, nothingYet()])}>
          {t('out.machine.add')}
        </button>
      )}
      <CrewEntry home={home} papers={papers} crew={crew} onChange={setCrew} />
      <h3>{t('works.photo')}</h3>
      <PhotoTaker photos={photos} onChange={setPhotos} hint={t('works.photo.hint')} />
      {asked && photos.length === 0 && <p role="alert">{t('out.photo.least', { least: 1, count: 0 })}</p>}
      <button type="submit" className="out-button" disabled={keeping}>
        {t(keeping ? 'out.keeping' : 'out.keep')}
      </button>
    </form>
  )
}

interface EntryProps {
  number: number
  machine: Machine
  models: Papers['models']
  asked: boolean
  onChange: (to: Partial<Machine>) => void
  onRemove: (() => void) | undefined
}

function MachineEntry({ number, machine, models, asked, onChange, onRemove }: EntryProps) {
  const { t } = useWords()
  const id = useId()
  const serial = Serial.safeParse(machine.serial)
  const prefix = models.find((model) => model.id === machine.model)?.serialPrefix
  const beginsOtherwise = serial.success && prefix && !serial.data.startsWith(prefix) && prefix
  return (
    <fieldset className="out-machine">
      <legend>{t('out.machine', { number })}</legend>
      <label htmlFor={`${id}-serial`}>{t('field.serial')}</label>
      <SerialField
        id={`${id}-serial`}
        serial={machine.serial}
        scanned={machine.scanned}
        onChange={onChange}
      />
      {asked && !serial.success && <p role="alert">{t('out.serial.bad')}</p>}
      <label htmlFor={`${id}-model`}>{t('field.model')}</label>
      <select
        id={`${id}-model`}
        value={machine.model}
        onChange={(event) => onChange({ model: event.target.value })}
      >
        <option value="">{t('out.machine.choose')}</option>
        {models.map(({ id: model, maker, model: name }) => (
          <option key={model} value={model}>
            {maker} {name}
          </option>
        ))}
      </select>
      {beginsOtherwise && <p role="alert">{t('out.serial.prefix', { prefix: beginsOtherwise })}</p>}
      {asked && !machine.model && <p role="alert">{t('out.model.missing')}</p>}
      {onRemove && (
        <button type="button" className="out-second" onClick={onRemove}>
          {t('out.machine.remove')}
        </button>
      )}
    </fieldset>
  )
}
