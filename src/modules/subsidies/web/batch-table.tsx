import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { LeftInBatch } from './left-in-batch.tsx'
import { BatchMark } from './state-mark.tsx'

type Batch = RowOf<'batch.list'>

/** Payments of a batch at one state, opening to just these. */
function PaymentsAt({ batch, state }: { batch: Batch; state: 'waiting' | 'paid' | 'failed' }) {
  const found = batch.states.find((row) => row.state === state)
  return found ? (
    <AddressLink to={`/batches/${batch.id}?state=${state}`}>
      <Count of={found.payments} />
    </AddressLink>
  ) : (
    <Blank />
  )
}

function BatchNumber({ number }: { number: number }) {
  const { t } = useWords()
  return t('batch.no', { number })
}

const columns: Column<Batch>[] = [
  { key: 'number', title: 'batch.batch', render: ({ number }) => <BatchNumber number={number} /> },
  { key: 'state', title: 'claim.state', render: ({ state }) => <BatchMark state={state} /> },
  { key: 'season', title: 'field.season' },
  {
    key: 'payments',
    title: 'batch.payments',
    align: 'right',
    render: ({ payments }) => <Count of={payments} />,
  },
  {
    key: 'totalFen',
    title: 'batch.total',
    align: 'right',
    render: (batch) => (
      <>
        <Money fen={batch.totalFen} />
        <LeftInBatch batch={batch} />
      </>
    ),
  },
  ...(['waiting', 'paid', 'failed'] as const).map(
    (state): Column<Batch> => ({
      key: state,
      title: `payment-state.${state}`,
      align: 'right',
      render: (batch) => <PaymentsAt batch={batch} state={state} />,
    }),
  ),
  { key: 'frozenOn', title: 'batch.frozen-on', render: ({ frozenOn }) => <DayText day={frozenOn} /> },
  { key: 'fund', title: 'field.fund', optional: true },
]

/** The payment batches, of one season or of all. */
export function BatchTable({ season }: { season?: string }) {
  const { t } = useWords()
  return (
    <AnswerTable
      name="batch.list"
      input={{ season }}
      columns={columns}
      rowKey={(row) => row.id}
      open={(row) => `/batches/${row.id}`}
      empty={<Empty>{t('batches.empty')}</Empty>}
      prefix="batch-"
    />
  )
}
