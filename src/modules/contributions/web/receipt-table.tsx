import type { ReactNode } from 'react'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Filter } from '../../../web/kit/table/filters.ts'
import { StateMark } from './state-mark.tsx'

export type Receipt = RowOf<'contribution.receipts'>

interface Props {
  /** Of one slip. */
  slip?: string
  filters?: readonly Filter[]
  selected?: (rows: Receipt[], clear: () => void) => ReactNode
}

/** Receipts, each opening to what it says and what may be done with it. */
export function ReceiptTable({ slip, filters = [], selected }: Props) {
  const { t } = useWords()
  return (
    <AnswerTable
      name="contribution.receipts"
      {...(slip && { input: { slip } })}
      columns={[
        {
          key: 'number',
          title: 'contribution.number',
          render: ({ number }) => <span className="figure">{number}</span>,
        },
        { key: 'householder' },
        {
          key: 'place',
          title: 'field.village',
          render: (row) => `${row.townName} ${row.villageName} ${row.sequence}`,
        },
        {
          key: 'amountFen',
          title: 'field.amountFen',
          align: 'right',
          render: ({ amountFen }) => <Money fen={amountFen} />,
        },
        { key: 'paidOn', title: 'contribution.paid-on', render: ({ paidOn }) => <DayText day={paidOn} /> },
        { key: 'way', title: 'contribution.way', render: ({ way }) => t(`contribution-way.${way}`) },
        {
          key: 'state',
          title: 'contribution.state',
          render: ({ state }) => <StateMark of="receipt-state" state={state} />,
        },
      ]}
      rowKey={({ id }) => id}
      open={({ id }) => `/contributions/receipts/${id}`}
      filters={filters}
      exports="contribution.receipts-export"
      {...(selected && { selected })}
      empty={<Empty>{t('contribution.receipts.none')}</Empty>}
    />
  )
}
