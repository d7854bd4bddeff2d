import { Button } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useSearchTexts } from '../address/use-search-texts.ts'
import type { Answer, DownloadName, QueryInput, QueryName } from '../api/names.ts'
import { useAsked } from '../api/use-answer.ts'
import { useIsNarrow } from '../frame/use-is-narrow.ts'
import { Empty } from '../states/empty.tsx'
import { TroubleNote } from '../states/trouble-note.tsx'
import { useWords } from '../language/use-words.ts'
import { Cards } from './cards.tsx'
import { type Column, isShown, keepView, readView, sortName } from './columns.ts'
import { FilterBar } from './filter-bar.tsx'
import { type Filter, filterInput, pageOf, type Sort, sortOf, sortText, strangeTexts } from './filters.ts'
import { Grid } from './grid.tsx'
import { Pager, Total } from './pager.tsx'
import { StrangeAddress } from './strange-address.tsx'
import { TableTools } from './table-tools.tsx'
import { keepWalk } from './walk.ts'

/** What a listing query answers: a page of rows, counted (`total`) or with the key of the next page (`next`). */
export interface ListAnswer<Row> {
  rows: Row[]
  total?: number | null
  /** Where counting stops early: there are at least `total`. */
  capped?: boolean
  pageSize?: number
  next?: string | null
}

export type ListName = { [N in QueryName]: Answer<N> extends { rows: unknown[] } ? N : never }[QueryName]
export type RowOf<N extends ListName> = Answer<N> extends { rows: (infer Row)[] } ? Row : never

interface Props<N extends ListName> {
  name: N
  /** What the page asks beyond the filters: `{ village }`. */
  input?: Partial<QueryInput<N>>
  columns: readonly Column<RowOf<N>>[]
  rowKey: (row: RowOf<N>) => string
  filters?: readonly Filter[]
  /** The address a row opens; undefined where this reader has nothing to open. */
  open?: (row: RowOf<N>) => string | undefined
  /** The download that exports what is shown, whole: asked with the same filters and sort. */
  exports?: DownloadName
  /** The query that counts all of what the filters find, asked where the list's own count stops early. */
  counts?: QueryName
  /** Ticks rows and shows what can be done with them; `clear` unticks all. */
  selected?: (rows: RowOf<N>[], clear: () => void) => ReactNode
  empty?: ReactNode
  /** The number the query gives its first page; 0 unless told. */
  firstPage?: 0 | 1
  /** Where two tables share one page: its part of the address, so that their filters stay apart. */
  prefix?: string
}

const none: never[] = []

/** A query's list as a table: sort, filters and page asked of the server and kept in the address. */
export function AnswerTable<N extends ListName>(props: Props<N>) {
  type Row = RowOf<N>
  const { name, columns, rowKey, open, filters = [], prefix = '' } = props
  const { t } = useWords()
  const narrow = useIsNarrow()
  const { texts, change } = useOwnTexts(prefix)
  const [view, setView] = useState(() => readView(name))
  const [ticked, setTicked] = useState<Row[]>([])
  const sort = useMemo(
    () =>
      sortOf(
        texts.sort,
        columns.flatMap((column) => sortName(column) ?? []),
      ),
    [texts.sort, columns],
  )
  const order = sort && { sort: sort.by, descending: sort.descending }
  const asked = { ...filterInput(filters, texts), ...order, ...props.input }
  const input = texts.after
    ? { ...asked, after: texts.after }
    : { ...asked, page: pageOf(texts) + (props.firstPage ?? 0) }
  const { data, error, isPlaceholderData, isFetching, refetch } = useAsked<ListAnswer<Row>>(name, input)

  const isCut = props.counts !== undefined && data?.capped === true
  const whole = useAsked<{ total: number }>(
    props.counts ?? name,
    { ...filterInput(filters, texts), ...props.input },
    { enabled: isCut },
  )

  const all = isCut && !whole.isPlaceholderData ? whole.data?.total : undefined

  const fromStart = (patch: Record<string, string | undefined>) => {
    setTicked([])
    change({ ...patch, page: undefined, after: undefined })
  }
  const shown = useMemo(() => columns.filter((column) => isShown(column, view)), [columns, view])
  const isFiltered = filters.some(({ key }) => texts[key])
  const empty =
    pageOf(texts) > 0 && (data?.total ?? 0) > 0 ? (
      <Empty>
        {t('kit.table.no-such-page')}{' '}
        <Button type="link" onClick={() => change({ page: undefined })}>
          {t('kit.table.first')}
        </Button>
      </Empty>
    ) : isFiltered ? (
      <Empty>{t('kit.table.none-found')}</Empty>
    ) : (
      (props.empty ?? <Empty />)
    )
  const rows = data?.rows ?? none
  const now = useRef({ open: () => {}, sort: (_next: Sort | undefined) => {} })
  now.current = {
    open: () =>
      open &&
      keepWalk({
        list: `${location.pathname}${location.search}`,
        stops: rows.flatMap((row) => open(row) ?? []),
      }),
    sort: (next) => fromStart({ sort: next && sortText(next) }),
  }
  // The same ones at every drawing: the table is drawn again for its rows only.
  const [{ onOpen, onSort }] = useState(() => ({
    onOpen: () => now.current.open(),
    onSort: (next: Sort | undefined) => now.current.sort(next),
  }))
  const list = { rows, columns: shown, rowKey, open, onOpen, loading: !data && !error }
  const ticking = props.selected && { ticked, onTick: setTicked }
  const chosen = ticked.length > 0 && (
    <div className="table-ticked" role="status">
      {t('kit.table.ticked', { count: ticked.length })} {props.selected?.(ticked, () => setTicked([]))}
    </div>
  )
  // Nothing at all needs neither filters nor headings: a sentence says what will stand here.
  if (
    data &&
    !error &&
    rows.length === 0 &&
    !isPlaceholderData &&
    pageOf(texts) === 0 &&
    !texts.after &&
    !isFiltered
  )
    return (
      <div className="answer-table" aria-busy={isFetching}>
        {empty}
      </div>
    )
  return (
    <div className="answer-table" aria-busy={isFetching}>
      <div className="table-head">
        <FilterBar filters={filters} texts={texts} onChange={fromStart} />
        <TableTools
          columns={columns}
          view={view}
          onView={(next) => {
            setView(next)
            keepView(name, next)
          }}
          exports={props.exports}
          asked={asked}
          narrow={narrow}
        />
      </div>
      {!narrow && chosen}
      {!error && strangeTexts(flagsOf(filters), texts).length > 0 && (
        <StrangeAddress filters={filters} texts={texts} onAll={change} />
      )}
      {error &&
        (error.kind === 'invalid' && Object.keys(texts).length > 0 ? (
          <StrangeAddress filters={filters} texts={texts} onAll={change} />
        ) : (
          <TroubleNote trouble={error} onRetry={() => void refetch()} />
        ))}
      {(data || !error) && (
        <div className={isPlaceholderData ? 'answered-stale' : undefined}>
          {data && <Total answer={data} all={all} />}
          {narrow ? (
            <Cards {...list} {...ticking} empty={empty} />
          ) : (
            <Grid
              {...list}
              {...ticking}
              empty={rows.length === 0 ? empty : undefined}
              dense={view.dense}
              sort={sort}
              onSort={onSort}
            />
          )}
        </div>
      )}
      {narrow && chosen}
      {data && (
        <Pager
          answer={data}
          all={all}
          page={pageOf(texts)}
          after={texts.after}
          onGo={(to) => change(to, { push: true })}
        />
      )}
    </div>
  )
}

/** The texts of the address that are this table's own, without its prefix. */
function useOwnTexts(prefix: string) {
  const [all, changeAll] = useSearchTexts()
  const own = Object.entries(all).filter(([key]) => key.startsWith(prefix))
  return {
    texts: Object.fromEntries(own.map(([key, text]) => [key.slice(prefix.length), text])),
    change: (patch: Record<string, string | undefined>, options?: { push?: boolean }) =>
      changeAll(
        Object.fromEntries(Object.entries(patch).map(([key, text]) => [prefix + key, text])),
        options,
      ),
  }
}

/** What is neither yes nor no the query is not asked, so that it cannot refuse it. */
const flagsOf = (filters: readonly Filter[]): Filter[] => filters.filter(({ kind }) => kind === 'flag')
