import { Select, type SelectProps } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

type Props = Pick<SelectProps<string>, 'id' | 'value' | 'onChange' | 'disabled'>

/** Chooses a line of the earlier years' lists; a field of a form. */
export function LineSelect(field: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const asked = search.length >= 2
  const answer = useAnswer('pair.earlier-lines', { search }, { enabled: asked, inBody: true })
  const lines = asked ? (answer.data?.lines ?? []) : []
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={t('line-select.hint')}
      notFoundContent={t(
        !asked ? 'line-select.hint' : answer.isFetching ? 'kit.loading' : 'line-select.none',
      )}
      loading={asked && answer.isFetching}
      options={lines.map((line) => ({
        value: line.id,
        label: [
          line.name,
          line.idNumber,
          line.townName,
          line.villageName,
          line.address,
          line.year,
          line.programme,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  )
}
