import { Button } from 'antd'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { JournalTable } from './journal-table.tsx'
import './money.css'

type StatementLine = Answer<'ledger.statement'>[number]
type AccountLine = Answer<'ledger.trial-balance'>[number]

/** All funds together: what came and went in a period, what stands in each account, and every journal. */
export function LedgerPage() {
  const { t } = useWords()
  const { today } = useSession()
  const [texts, change] = useSearchTexts()
  const { loading, trouble, start } = useDownload()
  const to = texts.to ?? today
  const from = texts.from ?? `${today.slice(0, 4)}-01-01`
  return (
    <PageFrame
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      actions={
        <Button loading={loading} onClick={() => start(() => download('ledger.export', { from, to }))}>
          {t('ledger.export')}
        </Button>
      }
    >
      {trouble}
      <Panel>
        <div className="ledger-period">
          <label htmlFor="ledger-from">{t('ledger.from')}</label>
          <DayInput id="ledger-from" value={from} onChange={(day) => change({ from: day ?? undefined })} />
          <label htmlFor="ledger-to">{t('ledger.to')}</label>
          <DayInput id="ledger-to" value={to} onChange={(day) => change({ to: day ?? undefined })} />
        </div>
      </Panel>
      <Panel title={t('ledger.statement')}>
        <Answered answer={useAnswer('ledger.statement', { from, to })}>
          {(lines) => <StatementTable lines={lines} />}
        </Answered>
      </Panel>
      <Panel title={t('ledger.trial-balance', { on: to })}>
        <Answered answer={useAnswer('ledger.trial-balance', { on: to })}>
          {(lines) => <TrialBalance lines={lines} />}
        </Answered>
      </Panel>
      <Panel title={t('fund.entries')}>
        <JournalTable period={{ from, to }} />
      </Panel>
    </PageFrame>
  )
}

const sumOf = <Row,>(rows: readonly Row[], pick: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + pick(row), 0)

function StatementTable({ lines }: { lines: readonly StatementLine[] }) {
  const { t } = useWords()
  const figures = ['openingFen', 'receivedFen', 'paidFen', 'returnedFen', 'closingFen'] as const
  const total = {
    fund: '',
    name: t('ledger.total'),
    source: undefined,
    purpose: undefined,
    ...(Object.fromEntries(figures.map((key) => [key, sumOf(lines, (line) => line[key])])) as Record<
      (typeof figures)[number],
      number
    >),
  }
  return (
    <RowTable<StatementLine | typeof total>
      rows={lines.length === 0 ? [] : [...lines, total]}
      rowKey={(line) => line.fund}
      open={(line) => (line.fund ? `/funds/${line.fund}` : undefined)}
      columns={[
        { key: 'name', title: 'fund.name', wide: true },
        {
          key: 'source',
          render: ({ source }) => (source ? t(`fund-source.${source}`) : ''),
        },
        {
          key: 'purpose',
          render: ({ purpose }) => (purpose ? t(`fund-purpose.${purpose}`) : ''),
        },
        ...figures.map((key) => ({
          key,
          title: `ledger.${key}`,
          align: 'right' as const,
          render: (line: StatementLine | typeof total) => <Money fen={line[key]} />,
        })),
      ]}
    />
  )
}

function TrialBalance({ lines }: { lines: readonly AccountLine[] }) {
  const { t } = useWords()
  const side = (line: { side?: string; balanceFen: number }, wanted: string) =>
    line.side === wanted ? line.balanceFen : 0
  const rows = [
    ...lines.map((line) => ({
      key: line.account as string,
      name: t(`account.${line.account}`),
      debitFen: line.debitFen,
      creditFen: line.creditFen,
      debitBalanceFen: line.side === 'debit' ? line.balanceFen : null,
      creditBalanceFen: line.side === 'credit' ? line.balanceFen : null,
    })),
    {
      key: 'total',
      name: t('ledger.total'),
      debitFen: sumOf(lines, ({ debitFen }) => debitFen),
      creditFen: sumOf(lines, ({ creditFen }) => creditFen),
      debitBalanceFen: sumOf(lines, (line) => side(line, 'debit')),
      creditBalanceFen: sumOf(lines, (line) => side(line, 'credit')),
    },
  ]
  const figure = (key: 'debitFen' | 'creditFen' | 'debitBalanceFen' | 'creditBalanceFen') => ({
    key,
    title: `ledger.${key}`,
    align: 'right' as const,
    render: (row: (typeof rows)[number]) => (row[key] === null ? <Blank /> : <Money fen={row[key]} />),
  })
  return (
    <RowTable
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: 'ledger.account', wide: true },
        figure('debitFen'),
        figure('creditFen'),
        figure('debitBalanceFen'),
        figure('creditBalanceFen'),
      ]}
    />
  )
}
