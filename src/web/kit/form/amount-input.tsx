import { Input } from 'antd'
import { useState } from 'react'
import { fenOf, yuanText } from '../quantities/money.ts'

interface Props {
  id?: string
  /** In hundredths of the unit shown; NaN while what is typed is no amount. */
  value?: number | null
  onChange?: (value: number | null) => void
  unit: 'yuan' | 'kWh'
  disabled?: boolean
}

/** Money typed in yuan and kept in fen, or electricity typed in kWh and kept in hundredths: never a fraction between. */
export function AmountInput({ id, value, onChange, unit, disabled }: Props) {
  const [typed, setTyped] = useState<string>()
  // What was typed stands as typed, unless the form has since been given another value.
  const shown = typed !== undefined && meant(typed, value) ? typed : written(value)
  return (
    <Input
      id={id}
      className="figure"
      inputMode="decimal"
      disabled={disabled}
      prefix={unit === 'yuan' ? '¥' : undefined}
      suffix={unit === 'kWh' ? 'kWh' : undefined}
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange?.(event.target.value.trim() === '' ? null : (fenOf(event.target.value) ?? Number.NaN))
      }}
      onBlur={() => {
        // Written out properly once it is an amount; what is none stays as typed, to be mended.
        if (typed !== undefined && fenOf(typed) !== undefined) setTyped(undefined)
      }}
    />
  )
}

const written = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? '' : yuanText(value)

function meant(typed: string, value: number | null | undefined): boolean {
  if (typed.trim() === '') return value === null || value === undefined
  return Object.is(fenOf(typed) ?? Number.NaN, value)
}
