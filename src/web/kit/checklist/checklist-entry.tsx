import { InputNumber } from 'antd'
import { useEffect, useId, useRef } from 'react'
import type { ChecklistItem } from '../../../kernel/pack/checklist.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { PhotoPicker } from '../capture/photo-picker.tsx'
import { useWords } from '../language/use-words.ts'
import { Assumed } from '../policy/assumed.tsx'
import { Clauses } from '../policy/clauses.tsx'
import { type Entries, type Entry, entryOf, gapsOf } from './entries.ts'
import './checklist.css'

interface Props {
  checklist: Checklist
  entries: Entries
  onChange: (change: (before: Entries) => Entries) => void
  /** How often the person has tried to hand it in: from the first time on, what is missing is marked and shown. */
  attempts?: number
}

/** A checklist to be filled in with a thumb: item by item, pass or fail, its reading and its photographs. */
export function ChecklistEntry({ checklist, entries, onChange, attempts = 0 }: Props) {
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
            onChange={(patch) =>
              onChange((before) => ({ ...before, [item.id]: { ...entryOf(before, item.id), ...patch } }))
            }
          />
        ))}
      </ol>
    </div>
  )
}

interface ItemProps {
  item: ChecklistItem
  entry: Entry
  gap: string | undefined
  onChange: (patch: Partial<Entry>) => void
}

function Item({ item, entry, gap, onChange }: ItemProps) {
  const { t, pick, find } = useWords()
  const reading = useId()
  const name = useId()
  return (
    <li className={gap ? 'check-item check-missing' : 'check-item'}>
      <fieldset>
        <legend>
          {pick(item.label)} <Clauses ids={item.clauses} />
          {item.blocks && <span className="check-blocks">{t('checklist.blocks')}</span>}
        </legend>
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
            <InputNumber
              id={reading}
              size="large"
              inputMode="decimal"
              className="figure"
              suffix={find(`unit.${item.reading.unit}`) ?? item.reading.unit}
              value={entry.reading ?? null}
              onChange={(value) => onChange({ reading: value })}
            />
          </div>
        )}
        {gap && (
          <p className="check-gap" role="alert">
            {t(`refusal.${gap}`, {
              label: item.label.zh,
              labelEn: item.label.en,
              unit: find(`unit.${item.reading?.unit}`) ?? item.reading?.unit,
              least: item.reading?.least ?? '–',
              most: item.reading?.most ?? '–',
            })}
          </p>
        )}
        {(item.photo || entry.passed === false) && (
          <PhotoPicker
            hint={item.photo && entry.passed !== false ? t('checklist.needs-photo') : undefined}
            onChange={(photos, busy) => onChange({ photos, busy })}
          />
        )}
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
