import { BeginAct } from '../../../web/kit/acts/begin-act.tsx'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { TenderStanding } from './tender-standing.tsx'

const columns: Column<RowOf<'lot.list'>>[] = [
  { key: 'code', title: 'field.lot', render: ({ code, name }) => `${code} ${name}` },
  { key: 'line', title: 'field.line', render: ({ line }) => <LineOf line={line} /> },
  { key: 'contractor', render: ({ contractorName }) => contractorName ?? <Blank /> },
  { key: 'supervisor', render: ({ supervisorName }) => supervisorName ?? <Blank /> },
  { key: 'unitPriceFen', align: 'right', render: ({ unitPriceFen }) => <Money fen={unitPriceFen} /> },
  { key: 'tender', title: 'lots.tender', render: (row) => <TenderStanding {...row} /> },
  {
    key: 'villages',
    title: 'lots.villages',
    align: 'right',
    render: ({ id, villages }) => (
      <AddressLink to={`/villages?lot=${id}`}>
        <Count of={villages} />
      </AddressLink>
    ),
  },
  {
    key: 'homes',
    title: 'lots.homes',
    align: 'right',
    render: ({ id, homes }) => (
      <AddressLink to={`/register?lot=${id}`}>
        <Count of={homes} />
      </AddressLink>
    ),
  },
  {
    key: 'accepted',
    title: 'lots.accepted',
    align: 'right',
    render: ({ id, accepted }) => (
      <AddressLink to={`/register?lot=${id}&stage=accepted,settled,subsidised`}>
        <Count of={accepted} />
      </AddressLink>
    ),
  },
]

function LineOf({ line }: { line: string }) {
  const { t } = useWords()
  return t(`choice.line.${line}`)
}

export function LotsPage() {
  const { t } = useWords()
  const go = useGo()
  return (
    <PageFrame
      title={t('lots.title')}
      lead={t('lots.lead')}
      actions={<BeginAct type="lot" kind="lot.open" onDone={(id) => go(`/lots/${id}`)} />}
    >
      <AnswerTable
        name="lot.list"
        columns={columns}
        rowKey={(row) => row.id}
        open={(row) => `/lots/${row.id}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'lots.search' },
          { key: 'awarded', kind: 'flag' },
          { key: 'contracted', kind: 'flag' },
        ]}
        empty={<Empty>{t('lots.empty')}</Empty>}
      />
    </PageFrame>
  )
}
