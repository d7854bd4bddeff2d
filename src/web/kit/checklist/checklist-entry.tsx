import { type ReactNode, useEffect, useId, useRef } from 'react'
import type { ChecklistItem } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { PhotoPicker } from '../capture/photo-picker.tsx'
import type { StoredFile } from '../capture/use-uploads.ts'
import { useWords } from '../language/use-words.ts'
import { Assumed } from '../policy/assumed.tsx'
import { Clauses } from '../policy/clauses.tsx'
import { type Entries, type Entry, entryOf, gapsOf } from './entries.ts'
import { Figure } from './figure.tsx'
import './checklist.css'

interface Props {
  checklist: Checklist
  entries: Entries
  onChange: (change: (before: Entries) => Entries) => void
  /** How often the person has tried to hand it in: from the first time on, what is missing is marked and shown. */
  attempts?: number
  /** How photographs are taken in; uploaded at once unless the shell keeps them itself. */
  photos?: (props: PhotosProps) => ReactNode
  /** What the program knows beside an item, by the item's id. */
  beside?: Readonly<Record<string, ReactNode>>
  /** Items that a signed paper answers, and how: they are told, not asked. The entries have them already. */
  byPaper?: ReadonlyMap<string, boolean>
}

const nonePaper: ReadonlyMap<string, boolean> = new Map()

export interface PhotosProps {
  hint: string | undefined
  /** Those the item has already. */
  stored: readonly StoredFile[]
  onChange: (photos: StoredFile[], busy: boolean) => void
}

/** A checklist to be filled in with a thumb: item by item, pass or fail, its reading and its photographs. */
export function ChecklistEntry({
  checklist,
  entries,
  onChange,
  attempts = 0,
  photos = uploaded,
  beside = {},
  byPaper = nonePaper,
}: Props) {
  const { t, pick } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const gaps = attempts > 0 ? gapsOf(checklist, entries) : undefined
  useEffect(() => {
    if (attempts > 0) list.current?.querySelector('.check-missing')?.scrollIntoView({ block: 'center' })
  }, [attempts])
  const done = checklist.items.filter(({ id }) => entryOf(entries, id).passed !== undefined).length
  return (
    <div className="checklist">
      <p className="quiet" role="status">
        {t('checklist.progress', { done, all: checklist.items.length })}{' '}
        {checklist.status === 'assumed' && (
          <>
            <Assumed /> {pick(checklist.note)}
          </>
        )}
      </p>
      <ol ref={list}>
        {checklist.items.map((item) => (
          <Item
            key={item.id}
            item={item}
            entry={entryOf(entries, item.id)}
            gap={gaps?.get(item.id)}
            photos={photos}
            beside={beside[item.id]}
            isByPaper={byPaper.has(item.id)}
            onChange={(patch) =>
              onChange((before) => ({ ...before, [item.id]: { ...entryOf(before, item.id), ...patch } }))
            }
          />
        ))}
      </ol>
    </div>
  )
}

const uploaded = ({ hint, onChange }: PhotosProps) => <PhotoPicker hint={hint} onChange={onChange} />

interface ItemProps {
  item: ChecklistItem
  entry: Entry
  gap: string | undefined
  photos: (props: PhotosProps) => ReactNode
  beside: ReactNode
  isByPaper: boolean
  onChange: (patch: Partial<Entry>) => void
}

function Item({ item, entry, gap, photos, beside, isByPaper, onChange }: ItemProps) {
  const { t, pick, find } = useWords()
  const reading = useId()
  const name = useId()
  if (isByPaper)
    return (
      <li className="check-item">
        <p className="check-label">
          {pick(item.label)} <Clauses ids={item.clauses} />
          {item.blocks && <span className="check-blocks">{t('checklist.blocks')}</span>}
        </p>
        {beside}
        <p className={entry.passed ? 'check-by-paper-yes' : 'check-by-paper-no'}>
          <span aria-hidden="true">{entry.passed ? '✓' : '✕'}</span>{' '}
          {t(`checklist.by-paper.${entry.passed ? 'yes' : 'no'}`)}
        </p>
      </li>
    )
  return (
    <li className={gap ? 'check-item check-missing' : 'check-item'}>
      <fieldset>
        <legend>
          {pick(item.label)} <Clauses ids={item.clauses} />
          {item.blocks && <span className="check-blocks">{t('checklist.blocks')}</span>}
        </legend>
        {beside}
        <div className="check-choice">
          <Choice
            name={name}
            sign="✓"
            label={t('checklist.pass')}
            tone="pass"
            entry={entry}
            value
            onChange={onChange}
          />
          <Choice
            name={name}
            sign="✕"
            label={t('checklist.fail')}
            tone="fail"
            entry={entry}
            value={false}
            onChange={onChange}
          />
        </div>
        {item.reading && entry.passed !== false && (
          <div className="check-reading">
            <label htmlFor={reading}>{t('checklist.reading')}</label>
            <Figure id={reading} value={entry.reading} onChange={(value) => onChange({ reading: value })} />
            <span>{find(`kit.unit.${item.reading.unit}`) ?? item.reading.unit}</span>
          </div>
        )}
        {gap && (
          <p className="check-gap" role="alert">
            {t(`refusal.${gap}`, {
              label: item.label.zh,
              labelEn: item.label.en,
              unit: find(`kit.unit.${item.reading?.unit}`) ?? item.reading?.unit,
              least: item.reading?.least ?? '–',
              most: item.reading?.most ?? '–',
            })}
          </p>
        )}
        {(item.photo || entry.passed === false) &&
          photos({
            hint: item.photo && entry.passed !== false ? t('checklist.needs-photo') : undefined,
            stored: entry.photos,
            onChange: (taken, busy) => onChange({ photos: taken, busy }),
          })}
      </fieldset>
    </li>
  )
}

interface ChoiceProps {
  name: string
  sign: string
  label: string
  tone: 'pass' | 'fail'
  entry: Entry
  value: boolean
  onChange: (patch: Partial<Entry>) => void
}

function Choice({ name, sign, label, tone, entry, value, onChange }: ChoiceProps) {
  return (
    <label className={`check-${tone}`}>
      <input
        type="radio"
        name={name}
        checked={entry.passed === value}
        onChange={() => onChange({ passed: value })}
      />
      <span aria-hidden="true">{sign}</span> {label}
    </label>
  )
}
