import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { AddressLink } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'
import { cellOf } from './cell.tsx'
import type { Column } from './columns.ts'

interface Props<Row> {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  open?: (row: Row) => string | undefined
  /** A row is being opened. */
  onOpen?: () => void
  loading: boolean
  empty: ReactNode
}

/** The rows on a phone: one card each, the first column its heading. */
export function Cards<Row>({ rows, columns, rowKey, open, onOpen, loading, empty }: Props<Row>) {
  const { t } = useWords()
  if (loading) return <Skeleton active />
  if (rows.length === 0) return empty
  const [heading, ...others] = columns
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {heading && (
            <p className="card-heading">
              <Opening to={open?.(row)} onOpen={onOpen}>
                {cellOf(heading, row)}
              </Opening>
            </p>
          )}
          <dl>
            {others.map((column) => (
              <div key={column.key} className={column.wide ? 'card-wide' : undefined}>
                <dt>{t(column.title ?? `field.${column.key}`)}</dt>
                <dd>{cellOf(column, row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

interface OpeningProps {
  to: string | undefined
  onOpen: (() => void) | undefined
  children: ReactNode
}

function Opening({ to, onOpen, children }: OpeningProps) {
  if (to === undefined) return children
  return (
    <AddressLink to={to} onClick={onOpen}>
      {children}
    </AddressLink>
  )
}
