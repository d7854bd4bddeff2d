import type { ReactNode } from 'react'

export interface Column<Row> {
  /** The row's property. */
  key: string
  /** Word key; `field.<key>` unless given. */
  title?: string
  render?: (row: Row) => ReactNode
  /** Whether the query sorts by it; a text where it sorts under another name than the key. */
  sortable?: boolean | string
  /** Figures stand right. */
  align?: 'left' | 'right'
  width?: number
  /** Long text: on a phone it takes a line of its own. */
  wide?: boolean
  /** Shown only once a person has chosen it. */
  optional?: boolean
}

export const sortName = <Row>({ key, sortable }: Column<Row>): string | undefined =>
  typeof sortable === 'string' ? sortable : sortable ? key : undefined

const viewOf = (table: string) => `qingnuan.table.${table}`

export interface TableView {
  /** Keys of columns switched on or off against their default. */
  switched: string[]
  dense: boolean
}

/** How this person likes this table, on this device. */
export function readView(table: string): TableView {
  try {
    const kept = JSON.parse(localStorage.getItem(viewOf(table)) ?? '{}') as Partial<TableView>
    return { switched: Array.isArray(kept.switched) ? kept.switched : [], dense: kept.dense !== false }
  } catch {
    return { switched: [], dense: true }
  }
}

export function keepView(table: string, view: TableView): void {
  try {
    localStorage.setItem(viewOf(table), JSON.stringify(view))
  } catch {
    // Without storage the view lasts as long as the page.
  }
}

export const isShown = <Row>({ key, optional = false }: Column<Row>, { switched }: TableView): boolean =>
  optional === switched.includes(key)
