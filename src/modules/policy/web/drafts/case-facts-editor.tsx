import { Button, Select } from 'antd'
import type { Value } from '../../../../kernel/pack/condition.ts'
import type { PackCase } from '../../../../kernel/pack/schema.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import type { Editing } from './use-draft.ts'
import { FactInput } from './value-input.tsx'

interface Props {
  facts: PackCase['facts']
  editing: Editing
  disabled: boolean
  onChange: (facts: PackCase['facts']) => void
}

const isSaid = (value: Value): value is 'unknown' | 'conflicting' =>
  value === 'unknown' || value === 'conflicting'

/** What is known in a case: facts with their values, or with the word that they are not known. */
export function CaseFactsEditor({ facts, editing, disabled, onChange }: Props) {
  const { t, pick } = useWords()
  const known = editing.page.facts
  const label = (name: string) => {
    const found = known[name]
    return found ? pick(found.label) : name
  }
  const first = (name: string): Value => {
    const fact = known[name]
    if (fact?.type === 'boolean') return true
    return fact?.type === 'number' ? 0 : (Object.keys(fact?.values ?? {})[0] ?? '')
  }
  const without = (name: string) =>
    Object.fromEntries(Object.entries(facts).filter(([each]) => each !== name))
  const left = Object.keys(known).filter((name) => !(name in facts))
  return (
    <ul className="draft-case-facts" aria-label={t('policy.case.facts')}>
      {Object.entries(facts).map(([name, value]) => (
        <li key={name}>
          <span>{label(name)}</span>
          <Select
            aria-label={`${label(name)} ${t('policy.rule.test')}`}
            className="draft-status"
            disabled={disabled}
            value={isSaid(value) ? value : 'known'}
            options={[
              { value: 'known', label: t('draft.tree.value') },
              { value: 'unknown', label: t('kit.fact.unrecorded') },
              { value: 'conflicting', label: t('kit.fact.conflicting') },
            ]}
            onChange={(chosen: string) =>
              onChange({ ...facts, [name]: chosen === 'known' ? first(name) : chosen })
            }
          />
          {!isSaid(value) && known[name] && (
            <FactInput
              value={value}
              fact={known[name]}
              label={label(name)}
              disabled={disabled}
              onChange={(changed) => onChange({ ...facts, [name]: changed })}
            />
          )}
          {!disabled && (
            <Button
              size="small"
              type="text"
              aria-label={`${t('draft.case.remove-fact')} ${label(name)}`}
              onClick={() => onChange(without(name))}
            >
              {t('draft.case.remove-fact')}
            </Button>
          )}
        </li>
      ))}
      {!disabled && (
        <li>
          <Select
            aria-label={t('draft.case.add-fact')}
            className="tree-fact"
            placeholder={t('draft.case.add-fact')}
            showSearch
            optionFilterProp="label"
            popupMatchSelectWidth={false}
            value={null}
            options={left.map((name) => ({ value: name, label: label(name) }))}
            onChange={(name: string | null) => name !== null && onChange({ ...facts, [name]: first(name) })}
          />
        </li>
      )}
    </ul>
  )
}
