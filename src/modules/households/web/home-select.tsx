import { Select, type SelectProps } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

/** What a list shows at once; who is not among them is looked for more closely. */
const shown = 20

type Props = Pick<SelectProps<string>, 'id' | 'value' | 'onChange' | 'disabled'> & {
  /** A home that cannot be chosen. */
  except: string
}

/** Chooses a live home by whatever the register is searched with; a field of a form. */
export function HomeSelect({ except, ...field }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const asked = search.length >= 2
  const answer = useAnswer('home.list', { search, pageSize: shown + 1 }, { enabled: asked, inBody: true })
  const rows = asked ? (answer.data?.rows ?? []).filter(({ id }) => id !== except).slice(0, shown) : []
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      placeholder={t('home-select.hint')}
      notFoundContent={t(notFound(asked, answer.isFetching))}
      loading={asked && answer.isFetching}
      options={rows.map((row) => ({
        value: row.id,
        label: t('home-select.home', {
          householder: row.householder,
          town: row.townName,
          village: row.villageName,
          number: row.sequence,
          address: row.address,
        }),
      }))}
    />
  )
}

const notFound = (asked: boolean, isFetching: boolean) =>
  !asked ? 'home-select.hint' : isFetching ? 'kit.loading' : 'home-select.none'
