import { Segmented } from 'antd'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { comparedStages } from '../rules/funnel.ts'
import { figureAddress } from '../rules/links.ts'
import { Figure } from './figure.tsx'

type Page = Answer<'overview.page'>
type Counts = Page['places'][number]['heating']

interface Row {
  /** Empty for all places together. */
  code: string
  name: string
  counts: Counts
  areas: Partial<Counts>
}

/** The towns, or the villages of one, side by side; every figure opens to its homes. */
export function Places({ page }: { page: Page }) {
  const { t, pick } = useWords()
  const [texts, change] = useSearchTexts()
  const mayRead = useMay('register.read')
  const line = texts.line === 'building' ? 'building' : 'heating'
  const rows: Row[] = page.places.map((place) => ({
    ...place,
    counts: place[line],
    areas: line === 'building' ? place.buildingArea : {},
  }))
  const total: Row = {
    ...{ code: '', name: t('overview.total') },
    counts: totalOf(rows, ({ counts }) => counts),
    areas: totalOf(rows, ({ areas }) => areas),
  }
  const all = { line, town: texts.town }
  const filterOf = ({ code }: Row) => (code ? { ...all, [page.level]: code } : all)
  const column = (key: keyof Counts, more: object): Column<Row> => ({
    key,
    title: key === 'yes' || key === 'no' || key === 'unknown' ? `kit.answer.${key}` : `overview.${key}`,
    align: 'right',
    render: (row) => (
      <>
        <Figure of={row.counts[key]} filter={{ ...filterOf(row), ...more }} />
        {(row.areas[key] ?? 0) > 0 && (
          <div className="quiet">
            <Count of={row.areas[key]} /> {page.areaUnit && pick(page.areaUnit)}
          </div>
        )}
      </>
    ),
  })
  return (
    <>
      <Segmented
        className="overview-line"
        value={line}
        options={(['heating', 'building'] as const).map((value) => ({
          value,
          label: t(`overview.line.${value}`),
        }))}
        onChange={(value) => change({ line: value === 'heating' ? undefined : value })}
      />
      <RowTable
        rows={[...rows, total]}
        rowKey={({ code }) => code || 'total'}
        open={(row) =>
          page.level === 'town' && row.code
            ? `/?town=${row.code}`
            : mayRead
              ? figureAddress(filterOf(row))
              : undefined
        }
        columns={[
          { key: 'name', title: `overview.place.${page.level}` },
          column('applied', {}),
          ...(['yes', 'no', 'unknown'] as const).map((answer) => column(answer, { answer })),
          ...comparedStages.map((from) => column(from, { from })),
        ]}
      />
    </>
  )
}

function totalOf(rows: readonly Row[], of: (row: Row) => Partial<Counts>): Counts {
  const zero: Counts = {
    ...{ applied: 0, yes: 0, no: 0, unknown: 0, noticed: 0, confirmed: 0 },
    ...{ assigned: 0, installed: 0, accepted: 0, settled: 0 },
  }
  const keys = Object.keys(zero) as (keyof Counts)[]
  for (const row of rows) for (const key of keys) zero[key] += of(row)[key] ?? 0
  return zero
}
