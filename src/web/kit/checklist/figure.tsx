import { useState } from 'react'

interface Props {
  id?: string
  label?: string
  /** What it begins with. */
  value?: number | null | undefined
  onChange: (value: number | null) => void
}

/** A figure as it is typed; full-width digits and a decimal comma, as some keyboards write them, are read too. */
export function Figure({ id, label, value, onChange }: Props) {
  const [typed, setTyped] = useState(value?.toString() ?? '')
  return (
    <input
      id={id}
      aria-label={label}
      className="figure check-figure"
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        const plain = event.target.value.normalize('NFKC').trim().replace(',', '.')
        onChange(/^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null)
      }}
    />
  )
}
