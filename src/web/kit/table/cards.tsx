import { Checkbox, Skeleton } from 'antd'
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
  ticked?: readonly Row[]
  onTick?: (rows: Row[]) => void
}

/** The rows on a phone: one card each, the first column its heading; ticked as at the desk. */
export function Cards<Row>(props: Props<Row>) {
  const { rows, columns, rowKey, open, onOpen, loading, empty, ticked = [], onTick } = props
  const { t } = useWords()
  const isTicked = (row: Row) => ticked.some((one) => rowKey(one) === rowKey(row))
  if (loading) return <Skeleton active />
  if (rows.length === 0) return empty
  const [heading, ...others] = columns
  const cards = (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)} className={isTicked(row) ? 'card-ticked' : undefined}>
          {heading && (
            <div className="card-heading">
              <Opening to={open?.(row)} onOpen={onOpen}>
                {cellOf(heading, row)}
              </Opening>
              {onTick && (
                <Checkbox
                  className="card-tick"
                  aria-label={t('kit.table.tick')}
                  checked={isTicked(row)}
                  onChange={({ target }) =>
                    onTick(
                      target.checked ? [...ticked, row] : ticked.filter((one) => rowKey(one) !== rowKey(row)),
                    )
                  }
                />
              )}
            </div>
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
  if (!onTick) return cards
  return (
    <>
      <Checkbox
        className="cards-tick-all"
        checked={ticked.length === rows.length}
        indeterminate={ticked.length > 0 && ticked.length < rows.length}
        onChange={({ target }) => onTick(target.checked ? [...rows] : [])}
      >
        {t('kit.table.tick-all')}
      </Checkbox>
      {cards}
    </>
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
