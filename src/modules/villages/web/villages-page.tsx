import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { type RoadStage, roadStages, stagesFrom, villageStates } from '../model.ts'
import { HomesAt } from './register-links.tsx'

type Row = RowOf<'village.list'>

/** All villages with their route, lot and how far their homes are. */
export function VillagesPage() {
  const { t, pick } = useWords()
  const routes = useAnswer('village.list', {}).data?.routes ?? []
  const towns = useAnswer('area.list', { level: 'town' }).data ?? []
  const lots = useAnswer('lot.list', {}).data?.rows ?? []
  const labelOf = (route: string) => {
    const found = routes.find(({ id }) => id === route)
    return found ? pick(found.label) : route
  }
  const reached = (stage: RoadStage): Column<Row> => ({
    key: `from-${stage}`,
    title: `stage.${stage}`,
    align: 'right',
    render: ({ code, counts }) => <HomesAt village={code} counts={counts} at={stagesFrom(stage)} />,
  })
  const columns: Column<Row>[] = [
    { key: 'name', title: 'villages.name' },
    { key: 'townName', title: 'villages.town' },
    {
      key: 'route',
      render: ({ route }) =>
        route ? labelOf(route) : <span className="quiet">{t('villages.undecided')}</span>,
    },
    {
      key: 'lot',
      render: ({ lot, lotCode }) =>
        lot ? (
          <AddressLink to={`/lots/${lot}`}>{lotCode}</AddressLink>
        ) : (
          <span className="quiet">{t('villages.no-lot')}</span>
        ),
    },
    { key: 'state', title: 'villages.state', render: ({ state }) => t(`village-state.${state}`) },
    {
      key: 'homes',
      title: 'villages.homes',
      align: 'right',
      render: ({ code, homes }) => (
        <AddressLink to={`/register?village=${code}`}>
          <Count of={homes} />
        </AddressLink>
      ),
    },
    reached('confirmed'),
    reached('assigned'),
    reached('installed'),
    reached('accepted'),
  ]
  return (
    <PageFrame title={t('villages.title')} lead={t('villages.lead')}>
      <AnswerTable
        name="village.list"
        columns={columns}
        rowKey={(row) => row.id}
        open={(row) => `/villages/${row.code}`}
        filters={[
          { key: 'search', kind: 'search', hint: 'villages.search' },
          {
            key: 'town',
            label: 'villages.town',
            kind: 'choice',
            options: towns.map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            key: 'route',
            kind: 'choice',
            options: routes.map(({ id, label }) => ({ value: id, label: pick(label) })),
          },
          {
            key: 'lot',
            kind: 'choice',
            options: lots.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
          },
          {
            key: 'state',
            label: 'villages.state',
            kind: 'choice',
            options: villageStates.map((value) => ({ value, label: t(`village-state.${value}`) })),
          },
          {
            key: 'stage',
            label: 'villages.stage',
            kind: 'choice',
            options: roadStages.map((value) => ({ value, label: t(`stage.${value}`) })),
          },
        ]}
        empty={<Empty>{t('villages.empty')}</Empty>}
      />
    </PageFrame>
  )
}
