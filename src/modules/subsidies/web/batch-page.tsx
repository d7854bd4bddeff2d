import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { StateRow } from '../../funds/web/state-row.tsx'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { LeftInBatch } from './left-in-batch.tsx'
import { ReceiptPanel } from './receipt-panel.tsx'
import { StatementActs } from './statement-acts.tsx'
import { BatchMark, PaymentMark } from './state-mark.tsx'

type Batch = Answer<'batch.page'>
const states = ['waiting', 'paid', 'failed'] as const
const shown = [...states, 'left'] as const

/** One batch: what was frozen, the file it leaves as, the receipts that came, and every payment with its home. */
export function BatchPage() {
  const { t } = useWords()
  const { batch: id } = useParams({ strict: false }) as { batch: string }
  const [texts] = useSearchTexts()
  const answer = useAnswer('batch.page', { batch: id })
  const mayImport = useMay('receipt.import')
  const [fileDigest, setFileDigest] = useState<string>()
  const state = shown.find((each) => each === texts.state)
  return (
    <Answered answer={answer}>
      {(batch) => (
        <PageFrame
          title={t('batch.no', { number: batch.number })}
          lead={
            <>
              {batch.seasonName} <BatchMark state={batch.state} />
            </>
          }
          back={{ to: '/batches', label: t('batches.title') }}
          actions={
            <>
              <ApprovalSheet batch={id} />
              <ExportFile batch={id} onTaken={setFileDigest} />
            </>
          }
        >
          <Panel>
            <Head batch={batch} fileDigest={fileDigest} />
          </Panel>
          {mayImport && batch.state === 'frozen' && (
            <Panel title={t('act.receipt.import')}>
              <ReceiptPanel batch={id} />
            </Panel>
          )}
          <Panel title={t('batch.payments')}>
            <StateRow
              label={t('claim.state')}
              states={[
                {
                  key: 'all',
                  label: t('money.all'),
                  count: batch.payments,
                  to: `/batches/${id}`,
                  current: !state,
                },
                ...states.map((each) => ({
                  key: each,
                  label: t(`payment-state.${each}`),
                  count: batch.states.find((row) => row.state === each)?.payments ?? 0,
                  to: `/batches/${id}?state=${each}`,
                  current: each === state,
                })),
              ]}
            />
            <AnswerTable
              name="batch.payments"
              input={{ batch: id, state }}
              columns={columns}
              rowKey={(row) => row.id}
              open={(row) => `/homes/${row.home}`}
              empty={<Empty>{t('batch.no-payments')}</Empty>}
            />
          </Panel>
          <Panel title={t('batch.receipts')}>
            <RowTable
              rows={batch.receipts}
              rowKey={(row) => row.id}
              columns={[
                { key: 'fileName', title: 'money.file' },
                {
                  key: 'rows',
                  title: 'batch.settled-rows',
                  align: 'right',
                  render: (row) => <Count of={row.rows} />,
                },
                {
                  key: 'importedOn',
                  title: 'money.imported-on',
                  render: (row) => <DayText day={row.importedOn} />,
                },
              ]}
              empty={<Empty>{t('batch.no-receipts')}</Empty>}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

/** What is signed before the list leaves. */
function ApprovalSheet({ batch }: { batch: string }) {
  const { t } = useWords()
  const { loading, trouble, start } = useDownload()
  return (
    <>
      <Button loading={loading} onClick={() => start(() => download('batch.sheet', { batch }))}>
        {t('batch.sheet')}
      </Button>
      {trouble}
    </>
  )
}

/** Whole account numbers leave with the file, so taking it out is an act of its own, and each time a new one. */
function ExportFile({ batch, onTaken }: { batch: string; onTaken: (fileDigest: string) => void }) {
  const { t } = useWords()
  const performing = usePerform('batch.export')
  const { loading, trouble, start } = useDownload()
  if (!useMay('batch.freeze')) return null
  const take = async () => {
    const outcome = await performing.perform({ batch })
    if (outcome?.status !== 'done') return
    onTaken((outcome.receipt.result as { fileDigest: string }).fileDigest)
    start(() => download('batch.file', { act: outcome.receipt.id }))
  }
  return (
    <>
      <Button loading={loading || performing.pending} onClick={() => void take()}>
        {t('batch.file')}
      </Button>
      <ActAnswer performing={performing} onRetry={() => void take()} />
      {trouble}
    </>
  )
}

function Head({ batch, fileDigest }: { batch: Batch; fileDigest: string | undefined }) {
  const { t } = useWords()
  const sum = (state: string) => batch.states.find((row) => row.state === state)?.amountFen ?? 0
  return (
    <>
      <Facts
        items={[
          { key: 'total', label: t('batch.total'), value: <Money fen={batch.totalFen} /> },
          { key: 'paid', label: t('receipt.paid'), value: <Money fen={sum('paid')} /> },
          { key: 'failed', label: t('batch.failed'), value: <Money fen={sum('failed')} /> },
          {
            key: 'waiting',
            label: t('batch.waiting'),
            value: (
              <>
                <Money fen={sum('waiting')} />
                <LeftInBatch batch={batch} />
              </>
            ),
          },
          {
            key: 'frozen',
            label: t('batch.frozen-on'),
            value: (
              <>
                <DayText day={batch.frozenOn} /> {batch.frozenBy}
              </>
            ),
          },
          {
            key: 'season',
            label: t('field.season'),
            value: <AddressLink to={`/seasons/${batch.season}`}>{batch.seasonName}</AddressLink>,
          },
          {
            key: 'fund',
            label: t('field.fund'),
            value: <AddressLink to={`/funds/${batch.fund}`}>{batch.fundName}</AddressLink>,
          },
        ]}
      />
      <p className="quiet digest-text">
        {t('batch.digest')} <code>{batch.linesDigest}</code>
        <br />
        {t('batch.digest.how')}
      </p>
      {fileDigest && (
        <p className="quiet digest-text" role="status">
          {t('batch.file-digest')} <code>{fileDigest}</code>
        </p>
      )}
    </>
  )
}

type Payment = RowOf<'batch.payments'>

function PaymentResult({ row: { state, ended } }: { row: Payment }) {
  const { t } = useWords()
  return (
    <>
      <PaymentMark state={state} />
      {ended && state === 'waiting' && <span className="money-left"> {t('batch.left')}</span>}
    </>
  )
}

function CameBack({ day }: { day: string }) {
  const { t } = useWords()
  return <span className="quiet">{t('batch.came-back', { day })}</span>
}

const columns: Column<Payment>[] = [
  { key: 'householder' },
  { key: 'village' },
  { key: 'reference', title: 'batch.reference' },
  { key: 'accountNumber' },
  {
    key: 'amountFen',
    title: 'field.amountFen',
    align: 'right',
    render: (row) => <Money fen={row.amountFen} />,
  },
  { key: 'state', title: 'batch.result', render: (row) => <PaymentResult row={row} /> },
  {
    key: 'failure',
    title: 'batch.failure',
    render: ({ failure, cameBackOn }) =>
      cameBackOn ? (
        <>
          {failure} <CameBack day={cameBackOn} />
        </>
      ) : (
        failure
      ),
  },
  { key: 'settledOn', title: 'batch.settled-on', render: ({ settledOn }) => <DayText day={settledOn} /> },
  {
    key: 'acts',
    wide: true,
    title: 'statement.acts',
    render: ({ state, statement, statementState, home, householder }) =>
      state === statementState && (state === 'failed' || state === 'paid') ? (
        <StatementActs statement={statement} home={home} state={statementState} title={householder} />
      ) : null,
  },
]
