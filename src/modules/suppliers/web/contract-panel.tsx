import type { Answer } from '../../../web/kit/api/names.ts'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'

type Contract = Answer<'lot.contracts'>['contracts'][number]

/** The contract of a lot: its terms, its bill of quantities, and what it said before each supplement. */
export function ContractPanel({ lot }: { lot: string }) {
  const { t } = useWords()
  return (
    <Panel
      title={t('contract.title')}
      extra={<AddressLink to={`/claims/lots/${lot}/account`}>{t('contract.account')}</AddressLink>}
    >
      <Answered
        answer={useAnswer('lot.contracts', { lot })}
        isEmpty={({ contracts }) => contracts.length === 0}
        empty={<Empty>{t('contract.none')}</Empty>}
      >
        {({ contracts: [current, ...earlier] }) => (
          <>
            {current && <ContractTerms contract={current} />}
            {current && <Bill items={current.items} />}
            {earlier.length > 0 && (
              <details>
                <summary>{t('contract.earlier', { count: earlier.length })}</summary>
                {earlier.map((contract) => (
                  <div key={contract.id}>
                    <ContractTerms contract={contract} />
                    <Bill items={contract.items} />
                  </div>
                ))}
              </details>
            )}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function ContractTerms({ contract }: { contract: Contract }) {
  const { t } = useWords()
  return (
    <Facts
      items={[
        { key: 'number', label: t('contract.number'), value: contract.number },
        {
          key: 'signed',
          label: t('field.contract.record.signedOn'),
          value: <DayText day={contract.signedOn} />,
        },
        { key: 'sum', label: t('contract.sum'), value: <Money fen={contract.sumFen} /> },
        {
          key: 'retention',
          label: t('field.retentionPercent'),
          value: t('contract.retention', {
            percent: contract.retentionPercent,
            months: contract.warrantyMonths,
          }),
        },
        { key: 'basis', label: t('field.advanceBasis'), value: contract.advanceBasis },
        ...(contract.reason ? [{ key: 'reason', label: t('contract.reason'), value: contract.reason }] : []),
        {
          key: 'act',
          label: t('contract.paper'),
          value: <AddressLink to={`/log/${contract.act}`}>{t('contract.paper.open')}</AddressLink>,
        },
      ]}
    />
  )
}

/** A bill of quantities, with the items claims are counted against named. */
export function Bill({ items }: { items: readonly Omit<Contract['items'][number], 'amountFen'>[] }) {
  const { t } = useWords()
  return (
    <RowTable
      rows={items.map((item, at) => ({ ...item, at: at + 1 }))}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'at', title: 'contract.item.number', align: 'right' },
        { key: 'name', title: 'contract.item.name' },
        { key: 'unit', title: 'contract.item.unit' },
        {
          key: 'quantity',
          title: 'contract.item.quantity',
          align: 'right',
          render: ({ centiQuantity }) => (centiQuantity / 100).toLocaleString('zh-CN'),
        },
        {
          key: 'price',
          title: 'contract.item.price',
          align: 'right',
          render: ({ unitPriceFen }) => <Money fen={unitPriceFen} />,
        },
        {
          key: 'amount',
          title: 'contract.item.amount',
          align: 'right',
          render: ({ centiQuantity, unitPriceFen }) => (
            <Money fen={Math.floor((centiQuantity * unitPriceFen) / 100)} />
          ),
        },
        {
          key: 'counts',
          title: 'contract.item.counts',
          render: ({ counts }) => (counts ? t(`contract.counts.${counts}`) : t('contract.counts.none')),
        },
      ]}
    />
  )
}
