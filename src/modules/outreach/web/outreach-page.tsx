import { useMemo } from 'react'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { coverageStates, wishes } from '../model.ts'
import { Coverage, CoverageState } from './coverage.tsx'
import { ListExport } from './list-export.tsx'

type Village = RowOf<'outreach.villages'>

/** 宣传覆盖与意愿: by town and by village (§3.1.3a, §3.1.3b). */
export function OutreachPage() {
  const { t, pick } = useWords()
  const towns = useAnswer('outreach.towns', {})
  const terms = useAnswer('outreach.villages', {}).data
  const columns = useMemo<Column<Village>[]>(
    () => [
      { key: 'name', title: 'outreach.village', render: ({ name, townName }) => `${townName} ${name}` },
      { key: 'state', title: 'outreach.state', render: ({ state }) => <CoverageState state={state} /> },
      {
        key: 'covered',
        title: 'outreach.coverage',
        align: 'right',
        render: ({ covered, families, code }) => (
          <AddressLink to={`/outreach/${code}`}>
            <Coverage covered={covered} families={families} />
          </AddressLink>
        ),
      },
      {
        key: 'activities',
        title: 'outreach.activities',
        align: 'right',
        render: ({ activities, code }) => (
          <AddressLink to={`/outreach/${code}`}>
            <Count of={activities} />
          </AddressLink>
        ),
      },
      ...wishColumns,
      {
        key: 'route',
        title: 'outreach.route',
        render: ({ route }) => {
          const found = terms?.routes.find(({ id }) => id === route)
          return found ? pick(found.label) : <span className="quiet">{t('outreach.route.none')}</span>
        },
      },
    ],
    [t, pick, terms],
  )
  return (
    <PageFrame
      title={t('outreach.title')}
      lead={t('outreach.lead')}
      actions={
        <>
          <ListExport list="activities" /> <ListExport list="meetings" />
        </>
      }
    >
      <Answered answer={towns}>
        {({ rows }) =>
          rows.length > 1 && (
            <Panel title={t('outreach.by-town')}>
              <RowTable
                rows={rows}
                rowKey={({ code }) => code}
                columns={[
                  {
                    key: 'name',
                    title: 'outreach.town',
                    render: ({ name, code }) => (
                      <AddressLink to={`/outreach?town=${code}`}>{name}</AddressLink>
                    ),
                  },
                  {
                    key: 'villages',
                    title: 'outreach.villages',
                    align: 'right',
                    render: ({ villages, code }) => (
                      <AddressLink to={`/outreach?town=${code}`}>
                        <Count of={villages} />
                      </AddressLink>
                    ),
                  },
                  {
                    key: 'short',
                    title: 'outreach.short',
                    align: 'right',
                    render: ({ short, code }) => (
                      <AddressLink to={`/outreach?town=${code}&state=short`}>
                        <Count of={short} />
                      </AddressLink>
                    ),
                  },
                  {
                    key: 'covered',
                    title: 'outreach.coverage',
                    align: 'right',
                    render: ({ covered, families, code }) => (
                      <AddressLink to={`/outreach?town=${code}`}>
                        <Coverage covered={covered} families={families || null} />
                      </AddressLink>
                    ),
                  },
                  ...wishKeys.map(({ key, wish }) => ({
                    key,
                    title: `choice.wish.${wish}`,
                    align: 'right' as const,
                    render: (row: (typeof rows)[number]) => (
                      <AddressLink to={`/outreach?town=${row.code}`}>
                        <Count of={row[key]} />
                      </AddressLink>
                    ),
                  })),
                ]}
              />
            </Panel>
          )
        }
      </Answered>
      <Panel title={t('outreach.by-village')}>
        {terms && <p className="quiet">{t('outreach.asked-share', { percent: terms.coveragePercent })}</p>}
        <AnswerTable
          name="outreach.villages"
          exports="outreach.export"
          columns={columns}
          rowKey={({ id }) => id}
          open={({ code }) => `/outreach/${code}`}
          filters={[
            { key: 'search', kind: 'search', hint: 'outreach.search' },
            {
              key: 'town',
              label: 'outreach.town',
              kind: 'choice',
              options: (towns.data?.rows ?? []).map(({ code, name }) => ({ value: code, label: name })),
            },
            {
              key: 'state',
              label: 'outreach.state',
              kind: 'choice',
              options: coverageStates.map((value) => ({ value, label: t(`outreach.state.${value}`) })),
            },
          ]}
          empty={<Empty>{t('outreach.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

const keys = {
  wants: 'wants',
  'does-not-want': 'against',
  undecided: 'undecided',
  'not-asked': 'notAsked',
} as const
const wishKeys = ([...wishes, 'not-asked'] as const).map((wish) => ({ wish, key: keys[wish] }))

/** Counts of homes by what they wish, each opening to just these homes. */
const wishColumns = wishKeys.map(
  ({ wish, key }): Column<Village> => ({
    key,
    title: `choice.wish.${wish}`,
    align: 'right',
    render: (row) => (
      <AddressLink to={`/outreach/${row.code}?wish=${wish}`}>
        <Count of={row[key]} />
      </AddressLink>
    ),
  }),
)
