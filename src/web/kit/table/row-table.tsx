import type { ReactNode } from 'react'
import { useIsNarrow } from '../frame/use-is-narrow.ts'
import { Empty } from '../states/empty.tsx'
import { Cards } from './cards.tsx'
import type { Column } from './columns.ts'
import { Grid } from './grid.tsx'

interface Props<Row> {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  /** The address a row opens. */
  open?: (row: Row) => string | undefined
  empty?: ReactNode
}

/** Rows that are all here already, as a table at the desk and as cards on a phone. */
export function RowTable<Row>({ rows, columns, rowKey, open, empty = <Empty /> }: Props<Row>) {
  const list = { rows, columns, rowKey, open, empty, loading: false }
  return useIsNarrow() ? (
    <Cards {...list} />
  ) : (
    <div className="answer-table">
      <Grid {...list} dense sort={undefined} onSort={() => undefined} />
    </div>
  )
}
