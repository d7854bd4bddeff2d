import { BeginAct } from '../../../web/kit/acts/begin-act.tsx'
import { AddressLink, useGo } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import type { StatementState } from '../model.ts'
import { Deadline } from './deadline.tsx'

type Season = RowOf<'season.list'>

const at = ({ states }: Season, wanted: readonly StatementState[]) =>
  states.filter(({ state }) => wanted.includes(state))

/** Homes of a season at one state, opening to just these. */
function HomesAt({ season, state }: { season: Season; state: StatementState }) {
  const homes = at(season, [state]).reduce((sum, row) => sum + row.homes, 0)
  return (
    <AddressLink to={`/seasons/${season.id}/statements?state=${state}`}>
      <Count of={homes} />
    </AddressLink>
  )
}

const columns: Column<Season>[] = [
  { key: 'name', title: 'field.season' },
  { key: 'days', title: 'season.days', render: ({ startsOn, endsOn }) => `${startsOn} — ${endsOn}` },
  { key: 'deadline', wide: true, title: 'season.deadline', render: (season) => <Deadline {...season} /> },
  ...(['drawn-up', 'town-reviewed', 'bureau-reviewed', 'failed', 'paid'] as const).map(
    (state): Column<Season> => ({
      key: state,
      title: `statement-state.${state}`,
      align: 'right',
      render: (season) => <HomesAt season={season} state={state} />,
    }),
  ),
  {
    key: 'sentBack',
    title: 'statements.sent-back',
    align: 'right',
    render: ({ id, sentBack }) => (
      <AddressLink to={`/seasons/${id}/statements?sentBack=yes`}>
        <Count of={sentBack} />
      </AddressLink>
    ),
  },
  {
    key: 'paidFen',
    title: 'season.paid',
    align: 'right',
    render: (season) => <Money fen={at(season, ['paid']).reduce((sum, row) => sum + row.amountFen, 0)} />,
  },
  { key: 'fund', title: 'field.fund', optional: true, render: ({ fund }) => fund ?? <Blank /> },
]

/** The heating seasons: how far each has come, and until when its electricity is to be counted. */
export function SeasonsPage() {
  const { t } = useWords()
  const go = useGo()
  const mayOpen = useMay('season.open')
  const funds = useAnswer('fund.choice', { purpose: 'operating' }, { enabled: mayOpen })
  return (
    <PageFrame
      title={t('seasons.title')}
      lead={t('seasons.lead')}
      actions={
        <BeginAct
          type="season"
          kind="season.open"
          options={{
            fund: (funds.data ?? []).map((fund) => ({
              value: fund.id,
              label: t('fund.choice', { name: fund.name, left: yuanText(fund.availableFen) }),
            })),
          }}
          onDone={(id) => go(`/seasons/${id}`)}
        />
      }
    >
      <Panel>
        <AnswerTable
          name="season.list"
          columns={columns}
          rowKey={(row) => row.id}
          open={(row) => `/seasons/${row.id}`}
          empty={<Empty>{t('seasons.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}
