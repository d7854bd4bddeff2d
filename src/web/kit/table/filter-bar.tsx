import { Button, Input, Select } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { SearchTexts } from '../address/search-text.ts'
import { DayInput } from '../form/day-input.tsx'
import { useIsNarrow } from '../frame/use-is-narrow.ts'
import { type Speech, useWords } from '../language/use-words.ts'
import type { Filter } from './filters.ts'

interface Props {
  filters: readonly Filter[]
  texts: SearchTexts
  onChange: (change: Record<string, string | undefined>) => void
}

const mostOnPhone = 3

/** The filters over a table; every change is at once in the address. */
export function FilterBar({ filters, texts, onChange }: Props) {
  const { t } = useWords()
  const narrow = useIsNarrow()
  const [unfolded, setUnfolded] = useState(false)
  if (filters.length === 0) return null
  const used = filters.filter(({ key }) => texts[key])
  // On a telephone a long bar would push the list off the screen: what is searched and what is set stays.
  const folds = narrow && filters.length > mostOnPhone
  const shown =
    folds && !unfolded ? filters.filter(({ key, kind }) => kind === 'search' || texts[key]) : filters
  return (
    <div className="filters" role="search">
      {shown.map((filter) => (
        <FilterEntry
          key={filter.key}
          filter={filter}
          text={texts[filter.key]}
          onChange={(text) => onChange({ [filter.key]: text || undefined })}
        />
      ))}
      {folds && (
        <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {t(unfolded ? 'kit.table.fewer-filters' : 'kit.table.more-filters')}
        </Button>
      )}
      {used.length > 0 && (
        <Button
          type="link"
          onClick={() => onChange(Object.fromEntries(used.map(({ key }) => [key, undefined])))}
        >
          {t('kit.table.clear-filters')}
        </Button>
      )}
    </div>
  )
}

function FilterEntry({
  filter,
  text,
  onChange,
}: {
  filter: Filter
  text?: string
  onChange: (text?: string) => void
}) {
  const speech = useWords()
  const { t } = speech
  const label = t(filter.label ?? `field.${filter.key}`)
  switch (filter.kind) {
    case 'search':
      return (
        <SearchEntry label={filter.hint ? t(filter.hint) : label} text={text ?? ''} onChange={onChange} />
      )
    case 'choices':
      return (
        <Select
          mode="multiple"
          className="filter-choices"
          maxTagCount={0}
          maxTagPlaceholder={(chosen) =>
            chosenText(
              label,
              chosen.map((each) => each.label),
              speech,
            )
          }
          aria-label={label}
          placeholder={label}
          allowClear={{ label: t('kit.clear') }}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={text ? text.split(',') : []}
          options={[...filter.options]}
          onChange={(values: string[]) => onChange(values.join(','))}
        />
      )
    case 'day':
      return (
        <label className="filter-day">
          {label}
          <DayInput value={text} onChange={(day) => onChange(day ?? undefined)} />
        </label>
      )
    case 'choice':
    case 'flag': {
      const flags = [
        { value: 'yes', label: `${label}${t('kit.colon')}${t('kit.yes')}` },
        { value: 'no', label: `${label}${t('kit.colon')}${t('kit.no')}` },
      ]
      return (
        <Select
          aria-label={label}
          placeholder={label}
          allowClear={{ label: t('kit.clear') }}
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={text}
          {...(filter.kind === 'choice' && {
            labelRender: ({ label: chosen }) =>
              `${label}${t('kit.colon')}${typeof chosen === 'string' ? chosen : '…'}`,
          })}
          options={filter.kind === 'flag' ? flags : [...filter.options]}
          onChange={(value?: string) => onChange(value)}
        />
      )
    }
  }
}

const chosenText = (label: string, chosen: readonly ReactNode[], { t }: Speech): string =>
  label +
  t('kit.colon') +
  (chosen.length <= 2 ? chosen.join(t('kit.list-comma')) : t('kit.table.chosen', { count: chosen.length }))

const typingPauseMs = 350

/** Searches once typing pauses, not at every key. */
function SearchEntry({
  label,
  text,
  onChange,
}: {
  label: string
  text: string
  onChange: (text: string) => void
}) {
  const [typed, setTyped] = useState(text)
  // Half a pinyin syllable on its way to a character is not yet a search.
  const [composing, setComposing] = useState(false)
  const tell = useRef(onChange)
  tell.current = onChange
  useEffect(() => setTyped(text), [text])
  useEffect(() => {
    if (typed === text || composing) return
    const timer = setTimeout(() => tell.current(typed), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed, text, composing])
  return (
    <Input.Search
      className="filter-search"
      aria-label={label}
      placeholder={label}
      allowClear
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onSearch={onChange}
    />
  )
}
