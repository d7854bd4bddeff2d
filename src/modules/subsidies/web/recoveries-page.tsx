import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { AddressCheck } from '../../../web/kit/table/address-check.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { StateRow } from '../../funds/web/state-row.tsx'
import { RecoveryMark } from './state-mark.tsx'

const columns: Column<RowOf<'recovery.list'>>[] = [
  { key: 'householder' },
  { key: 'village' },
  { key: 'state', title: 'claim.state', render: ({ state }) => <RecoveryMark state={state} /> },
  { key: 'foundOn', render: ({ foundOn }) => <DayText day={foundOn} /> },
  { key: 'owedFen', title: 'recovery.owed', align: 'right', render: (row) => <Money fen={row.owedFen} /> },
  {
    key: 'repaidFen',
    title: 'recovery.repaid',
    align: 'right',
    render: (row) => <Money fen={row.repaidFen} />,
  },
  {
    key: 'left',
    title: 'recovery.left',
    align: 'right',
    render: ({ state, owedFen, repaidFen, waivedFen }) => (
      <Money fen={state === 'lifted' ? 0 : owedFen - repaidFen - waivedFen} />
    ),
  },
  {
    key: 'waits',
    title: 'recovery.waits',
    render: (row) => <Waits row={row} />,
  },
  { key: 'openedOn', title: 'recovery.opened-on', render: ({ openedOn }) => <DayText day={openedOn} /> },
]

function Waits({ row: { reliefAsked, overdueFen } }: { row: RowOf<'recovery.list'> }) {
  const { t } = useWords()
  return (
    <>
      {reliefAsked && <div>{t('recovery.waits.relief')}</div>}
      {overdueFen > 0 && (
        <div>
          {t('recovery.overdue')} <Money fen={overdueFen} />
        </div>
      )}
    </>
  )
}

const states = ['open', 'closed', 'lifted'] as const
const waiting = ['relief', 'instalment'] as const

/** Subsidies taken back: what each home received, what came back, what is still owed. */
export function RecoveriesPage() {
  const { t } = useWords()
  const [texts] = useSearchTexts()
  const counts = useAnswer('recovery.list', {}).data?.counts ?? []
  const state = states.find((each) => each === texts.state)
  const waits = waiting.find((each) => each === texts.waits)
  const count = (of?: string) =>
    counts.reduce((sum, row) => (!of || row.state === of ? sum + row.recoveries : sum), 0)
  const left = counts
    .filter((row) => row.state === 'open')
    .reduce((sum, row) => sum + row.owedFen - row.repaidFen - row.waivedFen, 0)
  return (
    <PageFrame
      title={t('recoveries.title')}
      lead={
        <>
          {t('recoveries.lead')} {t('recovery.left')} <Money fen={left} />
        </>
      }
    >
      <Panel>
        <StateRow
          label={t('claim.state')}
          states={[
            { key: 'all', label: t('money.all'), count: count(), to: '/recoveries', current: !state },
            ...states.map((each) => ({
              key: each,
              label: t(`recovery-state.${each}`),
              count: count(each),
              to: `/recoveries?state=${each}`,
              current: each === state,
            })),
          ]}
        />
        <AddressCheck
          filters={[
            {
              key: 'state',
              label: 'claim.state',
              kind: 'choice',
              options: states.map((value) => ({ value, label: t(`recovery-state.${value}`) })),
            },
            {
              key: 'waits',
              label: 'recovery.waits',
              kind: 'choice',
              options: waiting.map((value) => ({ value, label: t(`recovery.waits.${value}`) })),
            },
          ]}
        />
        <AnswerTable
          name="recovery.list"
          input={{ state, waits }}
          columns={columns}
          rowKey={(row) => row.id}
          open={(row) => `/recoveries/${row.id}`}
          empty={<Empty>{t('recoveries.empty')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}
