import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { journalKinds } from '../rules/accounts.ts'

type Journal = RowOf<'ledger.journals'>

/**
 * Journals of one fund or of all, each opening to its transfers and what they belong to. Where the page has a period of
 * its own, those of the period.
 */
export function JournalTable({ fund, period }: { fund?: string; period?: { from: string; to: string } }) {
  const { t } = useWords()
  const columns: Column<Journal>[] = [
    { key: 'bookedOn', title: 'fund.booked-on', render: ({ bookedOn }) => <DayText day={bookedOn} /> },
    {
      key: 'kind',
      title: 'fund.entry-kind',
      render: ({ kind, number }) =>
        number === null
          ? t(`journal.${kind}`)
          : `${t(`journal.${kind}`)} · ${t('journal.number', { number })}`,
    },
    ...(fund ? [] : [{ key: 'fundName', title: 'fund.name', wide: true } as const]),
    { key: 'party', title: 'journal.party', wide: true, render: ({ party }) => party ?? <Blank /> },
    {
      key: 'amountFen',
      title: 'field.amountFen',
      align: 'right',
      render: ({ amountFen }) => <Money fen={amountFen} />,
    },
    { key: 'by', title: 'money.by', render: ({ by }) => by ?? <Blank /> },
  ]
  return (
    <AnswerTable
      name="ledger.journals"
      input={{ ...(fund ? { fund } : {}), ...period }}
      rowKey={(row) => row.id}
      open={(row) => `/ledger/${row.id}`}
      filters={[
        {
          key: 'kind',
          label: 'fund.entry-kind',
          kind: 'choice',
          options: journalKinds.map((kind) => ({ value: kind, label: t(`journal.${kind}`) })),
        },
        ...(period
          ? []
          : ([
              { key: 'from', label: 'ledger.from', kind: 'day' },
              { key: 'to', label: 'ledger.to', kind: 'day' },
            ] as const)),
      ]}
      columns={columns}
      empty={<Empty>{t('fund.no-entries')}</Empty>}
    />
  )
}
