import { Table, type TableColumnType } from 'antd'
import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { AddressLink, useGo } from '../address/address-link.tsx'
import { useWords } from '../language/use-words.ts'
import { cellOf } from './cell.tsx'
import { type Column, sortName } from './columns.ts'
import type { Sort } from './filters.ts'
import { tickAll } from './tick-all.ts'

interface Props<Row> {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  open?: (row: Row) => string | undefined
  /** A row is being opened, by click, key or link. */
  onOpen?: () => void
  loading: boolean
  empty: ReactNode
  dense: boolean
  sort: Sort | undefined
  onSort: (sort: Sort | undefined) => void
  ticked?: readonly Row[]
  onTick?: (rows: Row[]) => void
}

/**
 * The rows as a table: the first column stays in sight, Enter opens a row, arrows go from row to row. It is drawn again
 * only for new rows or columns, not for every answer its page waits for.
 */
export const Grid = memo(Rows) as typeof Rows

function Rows<Row>(props: Props<Row>) {
  const { rows, columns, rowKey, open, onOpen, loading, empty, dense } = props
  const { sort, onSort, ticked, onTick } = props
  const { t } = useWords()
  const go = useGo()
  const enter = (to: string) => {
    onOpen?.()
    go(to)
  }
  const shown = columns.map((column, i): TableColumnType<Row & object> => {
    const render = (_: unknown, row: Row) => {
      const cell = cellOf(column, row)
      const to = i === 0 ? open?.(row) : undefined
      if (to === undefined) return cell
      return (
        <AddressLink to={to} onClick={onOpen}>
          {cell}
        </AddressLink>
      )
    }
    return {
      key: column.key,
      title: t(column.title ?? `field.${column.key}`),
      render,
      align: column.align,
      width: column.width,
      fixed: i === 0 ? 'left' : undefined,
      sorter: Boolean(column.sortable),
      sortOrder: sort && sort.by === sortName(column) ? (sort.descending ? 'descend' : 'ascend') : null,
    }
  })
  return (
    <Table<Row & object>
      size={dense ? 'small' : 'middle'}
      columns={shown}
      dataSource={rows as readonly (Row & object)[]}
      rowKey={rowKey}
      loading={loading}
      pagination={false}
      sticky
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: loading ? t('kit.loading') : empty }}
      rowSelection={
        onTick && {
          selectedRowKeys: ticked?.map(rowKey),
          onChange: (_, chosen) => onTick(chosen),
          columnTitle: tickAll(t('kit.tick-all')),
          getCheckboxProps: (row) => ({ 'aria-label': t('kit.tick', { row: rows.indexOf(row) + 1 }) }),
        }
      }
      onChange={(_page, _filters, sorter) => {
        const by = Array.isArray(sorter) ? sorter[0] : sorter
        const column = columns.find(({ key }) => key === by?.columnKey)
        const name = column && sortName(column)
        onSort(by?.order && name ? { by: name, descending: by.order === 'descend' } : undefined)
      }}
      rowClassName={(row) => (open?.(row) === undefined ? '' : 'row-opens')}
      onRow={(row) => {
        const to = open?.(row)
        return to === undefined
          ? {}
          : {
              tabIndex: 0,
              onClick: (event) => {
                if (!isOwnControl(event.target)) enter(to)
              },
              onKeyDown: (event) => {
                if (event.key === 'Enter' && event.target === event.currentTarget) enter(to)
                else goToNextRow(event)
              },
            }
      }}
    />
  )
}

/** Links, buttons and boxes in a row do their own thing; so does marking text. */
function isOwnControl(target: EventTarget): boolean {
  return (
    (target instanceof Element &&
      target.closest('a, button, input, label, .ant-table-selection-column') !== null) ||
    (getSelection()?.toString() ?? '') !== ''
  )
}

function goToNextRow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (event.target !== event.currentTarget) return
  const row = event.currentTarget
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  next.focus()
}
