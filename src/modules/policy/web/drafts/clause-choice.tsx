import { Select } from 'antd'
import type { Said } from '../../../../kernel/words/words.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'

interface Props {
  value: readonly string[]
  /** Every clause of the pack with its note. */
  all: Readonly<Record<string, Said>>
  disabled: boolean
  onChange: (clauses: string[]) => void
}

/** The clauses something rests on. */
export function ClauseChoice({ value, all, disabled, onChange }: Props) {
  const { t, pick } = useWords()
  return (
    <label className="draft-clauses">
      {t('draft.field.clauses')}{' '}
      <Select
        mode="multiple"
        className="draft-clause-choice"
        disabled={disabled}
        status={value.length === 0 ? 'error' : undefined}
        value={[...value]}
        popupMatchSelectWidth={false}
        classNames={{ popup: { root: 'draft-popup' } }}
        optionFilterProp="title"
        options={Object.entries(all).map(([id, note]) => ({
          value: id,
          label: id,
          title: `${id} ${pick(note)}`,
        }))}
        optionRender={({ data }) => <span className="draft-option">{data.title}</span>}
        onChange={onChange}
      />
    </label>
  )
}
