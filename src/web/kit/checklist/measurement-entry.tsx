import { type ReactNode, useEffect, useRef } from 'react'
import type { ChecklistItem } from '../../../kernel/pack/checklist.ts'
import { type Beyond, beyondBounds } from '../../../kernel/pack/measurements.ts'
import type { Checklist } from '../../../kernel/pack/schema.ts'
import { PhotoPicker } from '../capture/photo-picker.tsx'
import { useWords } from '../language/use-words.ts'
import type { StoredFile } from '../capture/use-uploads.ts'
import { Assumed } from '../policy/assumed.tsx'
import { Clauses } from '../policy/clauses.tsx'
import type { PhotosProps } from './checklist-entry.tsx'
import { Figure } from './figure.tsx'
import { measuredGaps, measuredOf, type MeasuredEntries, measurementsOf } from './measured.ts'
import { useBounds } from './use-bounds.ts'
import './checklist.css'

interface Props {
  list: Checklist
  entries: MeasuredEntries
  onChange: (change: (before: MeasuredEntries) => MeasuredEntries) => void
  /** How often the person has tried to hand it in: from the first time on, what is missing is marked and shown. */
  attempts?: number
  /** How photographs are taken in; uploaded at once unless the shell keeps them itself. */
  photos?: (props: PhotosProps) => ReactNode
}

/** What a commissioning run measures, item by item; a value out of bounds is told as it is typed (§3.3.1). */
export function MeasurementEntry({ list, entries, onChange, attempts = 0, photos = uploaded }: Props) {
  const { t, pick } = useWords()
  const items = useRef<HTMLOListElement>(null)
  const gaps = attempts > 0 ? measuredGaps(list, entries) : undefined
  const measured = measurementsOf(entries)
  const beyond = beyondBounds(list, measured)
  useEffect(() => {
    if (attempts > 0) items.current?.querySelector('.check-missing')?.scrollIntoView({ block: 'center' })
  }, [attempts])
  return (
    <div className="checklist">
      <p className="quiet" role="status">
        {t('measurement.progress', { done: measured.length, all: list.items.length })}{' '}
        {list.status === 'assumed' && (
          <>
            <Assumed /> {pick(list.note)}
          </>
        )}
      </p>
      <ol ref={items}>
        {list.items.map((item) => (
          <Item
            key={item.id}
            list={list}
            item={item}
            values={measuredOf(entries, item.id).values}
            stored={measuredOf(entries, item.id).photos}
            beyond={beyond.filter((each) => each.item === item.id)}
            gap={gaps?.get(item.id)}
            photos={photos}
            onChange={(patch) =>
              onChange((before) => ({ ...before, [item.id]: { ...measuredOf(before, item.id), ...patch } }))
            }
          />
        ))}
      </ol>
    </div>
  )
}

const uploaded = ({ hint, onChange }: PhotosProps) => <PhotoPicker hint={hint} onChange={onChange} />

interface ItemProps {
  list: Checklist
  item: ChecklistItem
  values: readonly (number | null)[]
  stored: readonly StoredFile[]
  beyond: readonly Beyond[]
  gap: string | undefined
  photos: (props: PhotosProps) => ReactNode
  onChange: (patch: Partial<MeasuredEntries[string]>) => void
}

function Item({ list, item, values, stored, beyond, gap, photos, onChange }: ItemProps) {
  const { t, pick, find } = useWords()
  const bounds = useBounds(list, item)
  const label = pick(item.label)
  const unit = find(`kit.unit.${item.reading?.unit}`) ?? item.reading?.unit ?? ''
  return (
    <li className={gap ? 'check-item check-missing' : 'check-item'}>
      <fieldset>
        <legend>
          {label} <Clauses ids={item.clauses} />
          {item.blocks && <span className="check-blocks">{t('checklist.blocks')}</span>}
        </legend>
        {bounds && <p className="quiet check-bounds">{bounds}</p>}
        {values.map((value, at) => (
          <div className="check-reading" key={at}>
            <Figure
              value={value}
              label={values.length > 1 ? t('measurement.value', { label, number: at + 1 }) : label}
              onChange={(typed) => onChange({ values: values.map((each, i) => (i === at ? typed : each)) })}
            />
            <span>{unit}</span>
          </div>
        ))}
        {item.reading?.several && values.length < 12 && (
          <button
            type="button"
            className="plain-button"
            onClick={() => onChange({ values: [...values, null] })}
          >
            ＋ {t('measurement.add')}
          </button>
        )}
        {beyond.map(({ value, bound, side, blocks }, i) => (
          <p key={i} className={blocks ? 'check-gap' : 'check-flag'} role="status">
            <span aria-hidden="true">{blocks ? '✕' : '!'}</span> {t(`measurement.${side}`, { value, bound })}{' '}
            {t(blocks ? 'measurement.fails' : 'measurement.looks')}
          </p>
        ))}
        {gap && (
          <p className="check-gap" role="alert">
            {t(`refusal.${gap}`, { label: item.label.zh, labelEn: item.label.en, unit })}
          </p>
        )}
        {item.photo &&
          photos({
            hint: t('checklist.needs-photo'),
            stored,
            onChange: (taken, busy) => onChange({ photos: taken, busy }),
          })}
      </fieldset>
    </li>
  )
}
