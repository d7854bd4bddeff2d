import { useParams } from '@tanstack/react-router'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Kwh, Money } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { type Filter, filterInput, type FilterOption } from '../../../web/kit/table/filters.ts'
import { PolicyValues } from '../../funds/web/policy-values.tsx'
import { statementStates } from '../model.ts'
import { StatementActs } from './statement-acts.tsx'
import { StatementMark } from './state-mark.tsx'
import { UsageFormula } from './usage-formula.tsx'
import { WhyHeld } from './why-held.tsx'

type Row = RowOf<'statement.list'>

/** Homes of a season: kWh × rate to the cap, where each stands, and why some are held back. */
export function StatementsPage() {
  const { t } = useWords()
  const { season: id } = useParams({ strict: false }) as { season: string }
  const answer = useAnswer('season.page', { season: id })
  const towns = answer.data?.towns ?? []
  const villages = useVillages(towns.length === 1 ? towns[0]?.town : undefined)
  return (
    <Answered answer={answer}>
      {(season) => (
        <PageFrame
          title={t('statements.of', { season: season.name })}
          lead={<Sums season={id} />}
          back={{ to: `/seasons/${id}`, label: season.name }}
        >
          <Panel>
            <PolicyValues parameters={season.parameters} />
          </Panel>
          <Panel>
            <AnswerTable
              name="statement.list"
              input={{ season: id }}
              columns={columns}
              rowKey={(row) => row.id}
              open={(row) => `/homes/${row.home}`}
              exports="statement.export"
              filters={filtersOf(
                t,
                season.towns.map(({ town, name }) => ({ value: town, label: name })),
                villages,
              )}
              empty={<Empty>{t('season.no-statements')}</Empty>}
            />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

/** The villages of the town that is chosen, or of the only one there is. */
function useVillages(only: string | undefined): FilterOption[] {
  const [{ town = only, village }] = useSearchTexts()
  const { data } = useAnswer(
    'area.list',
    { level: 'village', parent: town ?? '' },
    { enabled: Boolean(town) },
  )
  const options = (data ?? []).map(({ code, name }) => ({ value: code, label: name }))
  return village && options.every(({ value }) => value !== village)
    ? [...options, { value: village, label: village }]
    : options
}

const filtersOf = (
  t: (key: string) => string,
  towns: readonly FilterOption[],
  villages: readonly FilterOption[],
): Filter[] => [
  { key: 'search', kind: 'search', hint: 'statement.search' },
  { key: 'town', kind: 'choice', options: towns },
  { key: 'village', kind: 'choice', options: villages },
  {
    key: 'state',
    label: 'claim.state',
    kind: 'choice',
    options: statementStates.map((state) => ({ value: state, label: t(`statement-state.${state}`) })),
  },
  { key: 'payable', label: 'statements.payable', kind: 'flag' },
  { key: 'sentBack', label: 'statements.sent-back', kind: 'flag' },
]

/** What the shown homes come to, over all pages. */
function Sums({ season }: { season: string }) {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const asked = filterInput(
    filtersOf(() => '', [], []),
    texts,
  )
  const { data } = useAnswer('statement.list', { ...asked, season, pageSize: 1 })
  if (!data) return null
  return (
    <>
      {t('statements.sum', { count: data.total })} · <Kwh centi={data.usedCentiKwh} /> · {t('season.payable')}{' '}
      <Money fen={data.payableFen} />
      {data.heldFen > 0 && (
        <>
          {' '}
          · {t('statements.held')} <Money fen={data.heldFen} />
        </>
      )}
    </>
  )
}

const columns: Column<Row>[] = [
  { key: 'householder' },
  { key: 'village', render: (row) => <Place row={row} /> },
  {
    key: 'usedCentiKwh',
    title: 'season.used',
    align: 'right',
    render: (row) => <Kwh centi={row.usedCentiKwh} />,
  },
  {
    key: 'formula',
    wide: true,
    title: 'money.formula',
    render: ({ formula }) => <UsageFormula formula={formula} />,
  },
  {
    key: 'amountFen',
    title: 'statement.amount',
    align: 'right',
    render: (row) => <Money fen={row.amountFen} />,
  },
  { key: 'state', title: 'claim.state', render: ({ state }) => <StatementMark state={state} /> },
  { key: 'why', wide: true, title: 'statement.why', render: (row) => <WhyHeld statement={row} /> },
  { key: 'accountNumber', render: (row) => <Account row={row} /> },
  {
    key: 'acts',
    wide: true,
    title: 'statement.acts',
    render: ({ id, home, state, householder }) => (
      <StatementActs statement={id} home={home} state={state} title={householder} />
    ),
  },
]

function Place({ row: { village, sequence } }: { row: Row }) {
  const { t } = useWords()
  return t('money.village-number', { village, number: sequence })
}

function Account({ row: { accountNumber, accountCorrected } }: { row: Row }) {
  const { t } = useWords()
  return (
    <span className="figure">
      {accountNumber}{' '}
      {accountCorrected && <span className="problem-warning">{t('statement.account-corrected')}</span>}
    </span>
  )
}
