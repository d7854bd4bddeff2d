import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { use } from 'react'
import { SessionContext } from '../session/session-context.tsx'

interface Props {
  id?: string
  /** `YYYY-MM-DD` */
  value?: string | null
  onChange?: (day: string | null) => void
  disabled?: boolean
  /** The first day that may be chosen. */
  from?: string
}

export function DayInput({ id, value, onChange, disabled, from }: Props) {
  // The programme's day, which is not always the day on this computer's clock.
  const today = use(SessionContext)?.today
  return (
    <DatePicker
      id={id}
      className="figure full-width"
      disabled={disabled}
      defaultPickerValue={today ? dayjs(today) : undefined}
      minDate={from ? dayjs(from) : undefined}
      showNow={false}
      value={value ? dayjs(value) : null}
      onChange={(picked) => onChange?.(picked ? picked.format('YYYY-MM-DD') : null)}
    />
  )
}
