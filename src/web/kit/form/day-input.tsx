import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface Props {
  id?: string
  /** `YYYY-MM-DD` */
  value?: string | null
  onChange?: (day: string | null) => void
  disabled?: boolean
}

export function DayInput({ id, value, onChange, disabled }: Props) {
  return (
    <DatePicker
      id={id}
      className="figure full-width"
      disabled={disabled}
      value={value ? dayjs(value) : null}
      onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
    />
  )
}
