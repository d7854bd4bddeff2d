import { useState } from 'react'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useIsNarrow } from '../../../web/kit/frame/use-is-narrow.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { askedKinds, changeGroups, changeStates } from '../model/change.ts'
import { ChangeMark, NoticedMark } from './change-marks.tsx'
import './change.css'

const columns: Column<RowOf<'change.list'>>[] = [
  { key: 'number', title: 'change.number', align: 'right' },
  { key: 'group', title: 'change.group', render: (row) => <Group row={row} /> },
  { key: 'kind', title: 'change.kind', render: (row) => <Kind row={row} /> },
  { key: 'home', title: 'change.home', render: (row) => row.householder },
  { key: 'enters', title: 'change.enters', render: (row) => row.kind !== 'add' && row.entersHouseholder },
  { key: 'village', title: 'change.village', render: (row) => `${row.townName} ${row.villageName}` },
  { key: 'reason', title: 'change.reason', wide: true, render: (row) => <Reason row={row} /> },
  { key: 'state', title: 'change.state', render: (row) => <ChangeMark state={row.state} /> },
  { key: 'noticed', title: 'change.noticed', wide: true, render: (row) => <NoticedMark change={row} /> },
  { key: 'askedOn', title: 'change.asked-on', render: (row) => <DayText day={row.askedOn} /> },
]

function Group({ row }: { row: RowOf<'change.list'> }) {
  const { t } = useWords()
  return t(`change-group.${row.group}`)
}

function Kind({ row }: { row: RowOf<'change.list'> }) {
  const { t } = useWords()
  return (
    <>
      {t(`change-kind.${row.kind}`)}
      {row.passed > 0 && <div className="quiet">{t('change.passed', { count: row.passed })}</div>}
    </>
  )
}

/** Why it was asked for; of a declined one also why not. */
function Reason({ row }: { row: RowOf<'change.list'> }) {
  const { t } = useWords()
  return (
    <>
      {row.reason}
      {row.state === 'declined' && row.answer && (
        <div className="quiet">
          {t('change.answer')} · {row.answer}
        </div>
      )}
    </>
  )
}

/** What changed since the registers were locked, by place, and every request. */
export function ChangesPage() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const { declined } = texts
  const mayReadWaiting = useMay('selection.read')
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const options = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }))
  // Who asked for certain requests, or looks at a telephone, finds them before the figures of seventeen towns.
  // Settled on arrival: what one types into would otherwise move away from under the hand.
  const isNarrow = useIsNarrow()
  const [isAsked] = useState(isNarrow || Object.keys(texts).some((key) => key !== 'town'))
  const counts = (
    <Panel key="counts" title={t('changes.counts')}>
      <Counts />
    </Panel>
  )
  const requests = (
    <Panel key="requests" title={t('changes.requests')}>
      <AnswerTable
        name="change.list"
        columns={columns}
        rowKey={({ id }) => id}
        open={({ id }) => `/changes/${id}`}
        exports="change.export"
        filters={[
          { key: 'search', kind: 'search', hint: 'changes.search' },
          {
            key: 'state',
            kind: 'choice',
            label: 'change.state',
            options: options('change-state', changeStates),
          },
          {
            key: 'group',
            kind: 'choice',
            label: 'change.group',
            options: options('change-group', changeGroups),
          },
          {
            key: 'kind',
            kind: 'choice',
            label: 'change.kind',
            options: options('change-kind', askedKinds),
          },
          {
            key: 'town',
            kind: 'choice',
            label: 'change.town',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
          ...(declined
            ? [
                {
                  key: 'declined',
                  kind: 'choice' as const,
                  label: 'change.declined',
                  options: [{ value: 'lately', label: t('change.declined.lately') }],
                },
              ]
            : []),
        ]}
        empty={<Empty>{t('changes.none')}</Empty>}
      />
    </Panel>
  )
  return (
    <PageFrame
      title={t('changes.title')}
      lead={
        <>
          {t('changes.lead')}{' '}
          {mayReadWaiting && <AddressLink to="/waiting">{t('waiting.title')}</AddressLink>}
        </>
      }
    >
      {isAsked ? [requests, counts] : [counts, requests]}
    </PageFrame>
  )
}

/** By town, or by the villages of the town one looks at; every figure opens to its requests. */
function Counts() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  // What is no town is named above the requests; the counts are then those of all.
  const town = /^\d{12}$/.test(texts.town ?? '') ? texts.town : undefined
  const answer = useAnswer('change.counts', town ? { town } : {})
  return (
    <Answered
      answer={answer}
      isEmpty={({ rows }) => rows.length === 0}
      empty={<Empty>{t('changes.none-locked')}</Empty>}
    >
      {({ rows }) => (
        <>
          {town && <AddressLink to="/changes">{t('changes.all-towns')}</AddressLink>}
          <RowTable
            rows={rows}
            rowKey={({ area }) => area}
            columns={[
              {
                key: 'areaName',
                title: 'changes.area',
                render: ({ area, areaName }) =>
                  town ? areaName : <AddressLink to={`/changes?town=${area}`}>{areaName}</AddressLink>,
              },
              {
                key: 'confirmed',
                title: 'changes.confirmed-now',
                align: 'right',
                render: ({ area, confirmed }) => (
                  <AddressLink to={`/register?${town ? 'village' : 'town'}=${area}&from=confirmed`}>
                    <Count of={confirmed} />
                  </AddressLink>
                ),
              },
              ...(['more', 'fewer', 'replaced', 'rewritten'] as const).map((group) => ({
                key: group,
                title: `changes.${group}`,
                align: 'right' as const,
                render: (row: (typeof rows)[number]) => (
                  <Figure
                    of={row[group]}
                    to={`/changes?${placeOf(row.area, town)}&group=${group}&state=approved`}
                  />
                ),
              })),
              {
                key: 'asked',
                title: 'changes.asked',
                align: 'right',
                render: ({ area, asked }) => (
                  <Figure of={asked} to={`/changes?${placeOf(area, town)}&state=asked`} />
                ),
              },
              {
                key: 'toNotice',
                title: 'changes.to-notice',
                align: 'right',
                render: ({ toNotice }) => <Figure of={toNotice} to="/notices" />,
              },
            ]}
          />
        </>
      )}
    </Answered>
  )
}

const placeOf = (area: string, town: string | undefined): string =>
  town ? `town=${town}&village=${area}` : `town=${area}`

function Figure({ of, to }: { of: number; to: string }) {
  return of === 0 ? (
    <Count of={0} />
  ) : (
    <AddressLink to={to}>
      <Count of={of} />
    </AddressLink>
  )
}
