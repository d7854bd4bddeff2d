import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { AnswerTable, type RowOf } from '../../../web/kit/table/answer-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { standings } from '../model.ts'
import { ActOnChosen } from './act-on-chosen.tsx'
import { usePlaceFilters } from './place-filters.ts'
import { StateMark } from './state-mark.tsx'

type Row = RowOf<'contribution.homes'>

/** The homes behind a figure, each with what is due, paid and done with it; those ticked are passed on. */
export function ContributionHomesPage() {
  const { t } = useWords()
  const mayPassOn = useMay('contribution.pass-on')
  const places = usePlaceFilters()
  const money = (key: 'dueFen' | 'receivedFen' | 'bankedFen' | 'openFen', title: string): Column<Row> => ({
    key,
    title,
    align: 'right',
    render: (row) => <Money fen={row[key]} />,
  })
  const columns: Column<Row>[] = [
    { key: 'householder' },
    {
      key: 'place',
      title: 'field.village',
      render: (row) => `${row.townName} ${row.villageName} ${row.sequence}`,
    },
    {
      key: 'standing',
      title: 'contribution.standing',
      render: ({ standing }) => <StateMark of="contribution-standing" state={standing} />,
    },
    money('dueFen', 'contribution.due'),
    money('receivedFen', 'contribution.received'),
    money('openFen', 'contribution.open'),
    money('bankedFen', 'contribution.banked'),
    {
      key: 'out',
      title: 'contribution.passed-on',
      align: 'right',
      render: ({ passedOnFen }) => <Money fen={passedOnFen} />,
    },
    {
      key: 'refundedFen',
      title: 'contribution.refunded',
      align: 'right',
      optional: true,
      render: ({ refundedFen }) => <Money fen={refundedFen} />,
    },
    {
      key: 'contractorName',
      title: 'contribution.contractor',
      wide: true,
      render: ({ contractorName }) => contractorName ?? <Blank />,
    },
  ]
  return (
    <PageFrame
      title={t('contribution.homes.title')}
      lead={t('contributions.lead')}
      back={{ to: '/contributions', label: t('contributions.title') }}
    >
      <Panel>
        <AnswerTable
          name="contribution.homes"
          columns={columns}
          rowKey={({ home }) => home}
          open={({ home }) => `/homes/${home}`}
          filters={[
            ...places,
            {
              key: 'standing',
              label: 'contribution.standing',
              kind: 'choice',
              options: standings.map((value) => ({ value, label: t(`contribution-standing.${value}`) })),
            },
          ]}
          exports="contribution.homes-export"
          {...(mayPassOn && {
            selected: (rows: Row[], clear: () => void) => <Chosen rows={rows} onDone={clear} />,
          })}
          empty={<Empty>{t('contribution.homes.none')}</Empty>}
        />
      </Panel>
    </PageFrame>
  )
}

function Chosen({ rows, onDone }: { rows: readonly Row[]; onDone: () => void }) {
  const { t } = useWords()
  const [first] = rows
  if (!first?.account || !first.contractor) return null
  if (rows.some((row) => row.account !== first.account || row.contractor !== first.contractor))
    return <span>{t('contribution.one-contractor')}</span>
  const total = rows.reduce((sum, row) => sum + row.bankedFen - row.passedOnFen - row.refundedFen, 0)
  return (
    <>
      <span>{t('contribution.chosen', { total: yuanText(total) })}</span>{' '}
      <ActOnChosen
        account={first.account}
        kind="contribution.pass-on"
        fixed={{ homes: rows.map(({ home }) => home), contractor: first.contractor }}
        onDone={onDone}
      />
    </>
  )
}
