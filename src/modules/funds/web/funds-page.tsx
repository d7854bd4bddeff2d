import { BeginAct } from '../../../web/kit/acts/begin-act.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { fundPurposes } from '../model.ts'
import { BudgetBar } from './budget-bar.tsx'
import { LeftNote } from './left-note.tsx'
import { BudgetKey } from './budget-key.tsx'

type Fund = Answer<'fund.list'>['rows'][number]

/** Where the money comes from: budgets by purpose, what is paid, reserved and left. */
export function FundsPage() {
  const { t } = useWords()
  const go = useGo()
  const answer = useAnswer('fund.list', {})
  const columns: Column<Fund>[] = [
    { key: 'name', title: 'fund.name' },
    { key: 'source', render: ({ source }) => t(`fund-source.${source}`) },
    { key: 'budgetFen', align: 'right', render: ({ budgetFen }) => <Money fen={budgetFen} /> },
    {
      key: 'bar',
      wide: true,
      title: 'fund.use',
      width: 220,
      render: (fund) => <BudgetBar {...fund} />,
    },
    {
      key: 'spentFen',
      title: 'fund.spent',
      align: 'right',
      render: (fund) => (
        <>
          <Money fen={fund.usedFen + fund.reservedFen} />
          <LeftNote of={fund} to={`/claims?left=yes&fund=${fund.id}`} />
        </>
      ),
    },
    {
      key: 'left',
      title: 'fund.left',
      align: 'right',
      render: ({ availableFen }) => <Money fen={availableFen} />,
    },
    {
      key: 'bankFen',
      title: 'fund.bank',
      align: 'right',
      render: ({ bankFen }) => <Money fen={bankFen} />,
    },
  ]
  return (
    <PageFrame
      title={t('funds.title')}
      lead={t('funds.lead')}
      actions={<BeginAct type="fund" kind="fund.open" onDone={(id) => go(`/funds/${id}`)} />}
    >
      <Answered
        answer={answer}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty>{t('funds.empty')}</Empty>}
      >
        {({ rows }) => (
          <>
            {fundPurposes.map((purpose) => {
              const own = rows.filter((row) => row.purpose === purpose)
              if (own.length === 0) return null
              return (
                <Panel
                  key={purpose}
                  title={t(`fund-purpose.${purpose}`)}
                  extra={
                    <>
                      {t('fund.left')}{' '}
                      <Money fen={own.reduce((sum, row) => sum + row.availableFen, 0)} short />
                    </>
                  }
                >
                  <RowTable
                    rows={own}
                    columns={columns}
                    rowKey={(row) => row.id}
                    open={(row) => `/funds/${row.id}`}
                  />
                </Panel>
              )
            })}
            <BudgetKey />
          </>
        )}
      </Answered>
    </PageFrame>
  )
}
