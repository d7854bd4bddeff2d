import type { ReactNode } from 'react'
import { Blank } from '../quantities/amounts.tsx'
import type { Column } from './columns.ts'

/** What a cell shows: the column's own rendering, else the value as text. */
export function cellOf<Row>(column: Column<Row>, row: Row): ReactNode {
  if (column.render) return column.render(row)
  const value = (row as Record<string, unknown>)[column.key]
  if (typeof value === 'number') return <span className="figure">{value.toLocaleString('en-US')}</span>
  return typeof value === 'string' && value !== '' ? value : <Blank />
}
