import { Form, Select } from 'antd'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

interface Props {
  home: string
  /** The day of the installation, where it is being entered. */
  day?: string | undefined
  value: readonly string[]
  onChange: (workers: string[]) => void
  required?: boolean
}

/** Who fitted a home, from the firm's registered people on site that day (§3.2.3). */
export function CrewChoice({ home, day, value, onChange, required }: Props) {
  const { t } = useWords()
  const { data } = useAnswer('crew.of-home', { home, ...(day && { day }) })
  const people = data?.people ?? []
  return (
    <Form.Item
      label={t('works.crew')}
      required={required}
      htmlFor="crew"
      help={data && people.length === 0 ? t('works.crew.nobody') : undefined}
    >
      <Select
        id="crew"
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('works.crew.choose')}
        disabled={people.length === 0}
        value={[...value]}
        options={people.map(({ id, name, trade }) => ({
          value: id,
          label: `${name} · ${t(`choice.trade.${trade}`)}`,
        }))}
        onChange={onChange}
      />
    </Form.Item>
  )
}
