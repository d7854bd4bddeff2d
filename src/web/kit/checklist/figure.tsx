import { useState } from 'react'

interface Props {
  id?: string
  label?: string
  onChange: (value: number | null) => void
}

/** A figure as it is typed; full-width digits and a decimal comma, as some keyboards write them, are read too. */
export function Figure({ id, label, onChange }: Props) {
  const [typed, setTyped] = useState('')
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
