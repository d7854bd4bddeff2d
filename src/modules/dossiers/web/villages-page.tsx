import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'

type Row = RowOf<'dossier.villages'>

/** How complete the dossiers of each village are; every figure opens to its homes. */
export function DossierVillagesPage() {
  const { t } = useWords()
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const figure = (key: string, count: (row: Row) => number, search: string): Column<Row> => ({
    key,
    title: `dossiers.${key}`,
    align: 'right',
    render: (row) => (
      <AddressLink to={`/dossiers/homes?village=${row.village}${search}`}>
        <Count of={count(row)} />
      </AddressLink>
    ),
  })
  const columns: Column<Row>[] = [
    { key: 'townName', title: 'dossiers.town' },
    { key: 'villageName', title: 'dossiers.village' },
    figure('homes', ({ homes }) => homes, ''),
    figure('complete', ({ complete }) => complete, '&state=complete'),
    figure('incomplete', ({ homes, complete }) => homes - complete, '&state=incomplete'),
    {
      key: 'papers',
      title: 'dossiers.papers',
      align: 'right',
      render: ({ present, due }) => `${present} / ${due}`,
    },
  ]
  return (
    <PageFrame title={t('dossiers.title')} lead={t('dossiers.lead')}>
      <AnswerTable
        name="dossier.villages"
        columns={columns}
        rowKey={({ village }) => village}
        filters={[
          { key: 'search', kind: 'search', hint: 'dossiers.search-village' },
          {
            key: 'town',
            label: 'dossiers.town',
            kind: 'choice',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
        ]}
        empty={<Empty>{t('dossiers.no-villages')}</Empty>}
      />
    </PageFrame>
  )
}
