import type { ReactNode } from 'react'
import { Blank } from '../quantities/amounts.tsx'

/** Names and values of one thing; a value that is not there is shown as not there. */
export function Facts({ items }: { items: readonly { key: string; label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {items.map(({ key, label, value }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {value === null || value === undefined || value === '' || value === false ? <Blank /> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
