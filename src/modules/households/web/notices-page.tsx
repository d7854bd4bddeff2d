import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActButton } from '../../../web/kit/acts/act-button.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { noticePhases } from '../model/notice.ts'
import { ActsInBatch } from './acts-in-batch.tsx'
import { ClosingDay } from './closing-day.tsx'
import { NoticeFigure } from './notice-figure.tsx'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import './notice.css'

/** Where notices are due, and every notice with what it waits for. */
export function NoticesPage() {
  const { t } = useWords()
  const mayOpen = useMay('notice.open')
  return (
    <PageFrame title={t('notices.title')} lead={t('notices.lead')}>
      {mayOpen && (
        <Panel title={t('notices.due')}>
          <VillagesToNotice />
        </Panel>
      )}
      <Panel title={t('notices.all')}>
        <Notices />
      </Panel>
    </PageFrame>
  )
}

function VillagesToNotice() {
  const { t } = useWords()
  type Row = RowOf<'notice.villages'>
  const waiting = (village: Row, key: 'unscreened' | 'unknown' | 'no', search: string) =>
    village[key] === 0 ? (
      <Count of={0} />
    ) : (
      <AddressLink to={`/register?village=${village.code}&${search}`}>
        <Count of={village[key]} />
      </AddressLink>
    )
  const columns: Column<Row>[] = [
    { key: 'name', title: 'notice.village', render: (row) => `${row.townName} ${row.name}` },
    {
      key: 'ready',
      title: 'notice.ready',
      align: 'right',
      render: (row) => (
        <AddressLink to={`/register?village=${row.code}&stage=screened&answer=yes`}>
          <Count of={row.ready} />
        </AddressLink>
      ),
    },
    {
      key: 'unknown',
      title: 'left-out.unknown',
      align: 'right',
      render: (row) => waiting(row, 'unknown', 'stage=screened&answer=unknown'),
    },
    {
      key: 'no',
      title: 'left-out.no',
      align: 'right',
      render: (row) => waiting(row, 'no', 'stage=screened&answer=no'),
    },
    {
      key: 'unscreened',
      title: 'left-out.unscreened',
      align: 'right',
      render: (row) => waiting(row, 'unscreened', 'stage=applied'),
    },
    {
      key: 'open',
      title: 'notice.do',
      render: (row) => <OpenNotice village={row} />,
    },
  ]
  return (
    <AnswerTable
      name="notice.villages"
      columns={columns}
      rowKey={(row) => row.id}
      firstPage={1}
      prefix="due-"
      selected={(rows, clear) => (
        <ActsInBatch
          onDone={clear}
          acts={rows.map((row) => ({
            kind: 'notice.open',
            name: `${row.townName} ${row.name}`,
            input: { notice: newId(), village: row.id },
          }))}
        >
          {t('notice.open-all', { count: rows.length })}
        </ActsInBatch>
      )}
      empty={<Empty>{t('notices.none-due')}</Empty>}
    />
  )
}

function OpenNotice({ village }: { village: RowOf<'notice.villages'> }) {
  const { t } = useWords()
  const go = useGo()
  // One id however often it is pressed: the same notice, asked for again.
  const [notice] = useState(newId)
  return (
    <ActButton
      kind="notice.open"
      input={{ notice, village: village.id }}
      confirm={t('notice.open.confirm', { village: village.name, homes: village.ready })}
      size="small"
      onDone={() => go(`/notices/${notice}`)}
    />
  )
}

function Notices() {
  const { t } = useWords()
  const mayConfirm = useMay('notice.confirm')
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const columns: Column<RowOf<'notice.list'>>[] = [
    {
      key: 'villageName',
      title: 'notice.village',
      render: (row) => `${row.townName} ${row.villageName} ${t('board.number', { number: row.number })}`,
    },
    { key: 'phase', title: 'notice.phase', render: (row) => <Phase row={row} /> },
    {
      key: 'closesOn',
      title: 'notice.closes',
      render: (row) => <ClosingDay day={row.closesOn} running={row.phase === 'running'} />,
    },
    {
      key: 'postedOn',
      title: 'notice.posted',
      render: (row) =>
        row.postedOn ? <DayText day={row.postedOn} /> : <Lack>{t('notice.not-posted')}</Lack>,
    },
    {
      key: 'homes',
      title: 'notice.homes',
      align: 'right',
      render: (row) => <NoticeFigure notice={row.id} of={row.homes} />,
    },
    {
      key: 'confirmed',
      title: 'notice.confirmed',
      align: 'right',
      render: (row) => <NoticeFigure notice={row.id} of={row.confirmed} outcome="confirmed" />,
    },
    {
      key: 'openObjections',
      title: 'notice.objections',
      align: 'right',
      render: (row) => <Objected notice={row.id} of={row.openObjections} state="open" />,
    },
    {
      key: 'toFollow',
      title: 'objection.to-follow',
      align: 'right',
      render: (row) => <Objected notice={row.id} of={row.toFollow} state="to-follow" />,
    },
  ]
  return (
    <AnswerTable
      name="notice.list"
      columns={columns}
      rowKey={(row) => row.id}
      open={(row) => `/notices/${row.id}`}
      firstPage={1}
      filters={[
        {
          key: 'phase',
          label: 'notice.phase',
          kind: 'choice',
          options: noticePhases.map((value) => ({ value, label: t(`notice-phase.${value}`) })),
        },
        {
          key: 'town',
          label: 'notice.town',
          kind: 'choice',
          options: towns.map(({ code, name }) => ({ value: code, label: name })),
        },
      ]}
      selected={
        mayConfirm
          ? (rows, clear) => (
              <ActsInBatch
                onDone={clear}
                acts={rows.map((row) => ({
                  kind: 'notice.confirm',
                  name: `${row.villageName} ${t('board.number', { number: row.number })}`,
                  input: { notice: row.id },
                }))}
              >
                {t('notice.confirm-all', { count: rows.length })}
              </ActsInBatch>
            )
          : undefined
      }
      empty={<Empty>{t('notices.none')}</Empty>}
    />
  )
}

const phaseSigns = { 'to-post': '○', running: '◔', 'to-confirm': '●', confirmed: '✓' } as const

/** Where a notice stands, by sign and word. */
function Phase({ row }: { row: RowOf<'notice.list'> }) {
  const { t } = useWords()
  return (
    <span className={`notice-phase notice-${row.phase}`}>
      <span aria-hidden="true">{phaseSigns[row.phase]}</span> {t(`notice-phase.${row.phase}`)}
    </span>
  )
}

/** What still lacks, in the colour of what waits for somebody. */
const Lack = ({ children }: { children: React.ReactNode }) => <span className="notice-lack">{children}</span>

/** Objections of a notice that wait for somebody, opening to them. */
function Objected({ notice, of, state }: { notice: string; of: number; state: 'open' | 'to-follow' }) {
  if (of === 0) return <Count of={0} />
  return (
    <AddressLink to={`/objections?state=${state}&notice=${notice}`}>
      <Lack>{of}</Lack>
    </AddressLink>
  )
}
