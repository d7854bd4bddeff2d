import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import type { Column } from '../../../web/kit/table/columns.ts'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { type AdvanceStep, type AgeBand, ageBands } from '../rules/ageing.ts'

type Account = Answer<'advance.accounts'>['rows'][number]

/** 垫资台账: of each contractor what it advanced, what came back and what is still out, by age (§4.2). */
export function AdvancesPage() {
  const { t } = useWords()
  const opened = (homes: number, of: Account, filter: { step?: AdvanceStep; band?: AgeBand }) =>
    homes === 0 ? (
      <span className="quiet figure">0</span>
    ) : (
      <AddressLink
        className="figure"
        to={`/advances/homes?${new URLSearchParams({ contractor: of.contractor, ...filter }).toString()}`}
      >
        {homes.toLocaleString('en-US')}
      </AddressLink>
    )
  const columns: Column<Account>[] = [
    { key: 'contractorName', title: 'role.contractor', wide: true },
    { key: 'homes', title: 'advances.homes', align: 'right', render: (row) => opened(row.homes, row, {}) },
    {
      key: 'paid',
      title: 'advances.paid-homes',
      align: 'right',
      render: (row) => opened(row.paid, row, { step: 'paid' }),
    },
    { key: 'paidFen', title: 'advances.paid', align: 'right', render: (row) => <Money fen={row.paidFen} /> },
    {
      key: 'deductedFen',
      title: 'advances.deducted',
      align: 'right',
      render: (row) => <Money fen={row.deductedFen} />,
    },
    { key: 'keptFen', title: 'advances.kept', align: 'right', render: (row) => <Money fen={row.keptFen} /> },
    {
      key: 'claimedFen',
      title: 'advances.claimed',
      align: 'right',
      render: (row) => <Money fen={row.claimedFen} />,
    },
    {
      key: 'unclaimed',
      title: 'advances.unclaimed',
      align: 'right',
      render: (row) => opened(row.unclaimed, row, { step: 'claim' }),
    },
    ...ageBands.map(
      (band): Column<Account> => ({
        key: band,
        title: `age-band.${band}`,
        align: 'right',
        render: (row) => opened(row.bands[band], row, { band }),
      }),
    ),
    {
      key: 'mostDays',
      title: 'advances.most-days',
      align: 'right',
      render: ({ mostDays }) => (mostDays === null ? <Blank /> : t('ageing.days', { count: mostDays })),
    },
  ]
  return (
    <PageFrame title={t('advances.title')} lead={t('advances.lead')}>
      <Panel>
        <Answered answer={useAnswer('advance.accounts', {})}>
          {({ rows }) => (
            <RowTable
              rows={rows}
              columns={columns}
              rowKey={({ contractor }) => contractor}
              empty={<Empty>{t('advances.none')}</Empty>}
            />
          )}
        </Answered>
      </Panel>
    </PageFrame>
  )
}
