import type { Answer } from '../../../web/kit/api/names.ts'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'

/** What was taken off a claim, by whom and why; what was struck again stays to be read. */
export function Deductions({ claim: { deductions } }: { claim: Answer<'claim.page'> }) {
  const { t } = useWords()
  if (deductions.length === 0) return null
  return (
    <Panel title={t('claim.deductions')}>
      <RowTable
        rows={deductions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'kind', title: 'field.claim.deduct.kind', render: ({ kind }) => t(`choice.kind.${kind}`) },
          {
            key: 'amount',
            title: 'field.amountFen',
            align: 'right',
            render: ({ amountFen, struckReason }) =>
              struckReason ? (
                <s>
                  <Money fen={amountFen} />
                </s>
              ) : (
                <Money fen={amountFen} />
              ),
          },
          {
            key: 'reason',
            title: 'field.reason',
            wide: true,
            render: ({ reason, struckReason, struckBy }) => (
              <>
                {reason}
                {struckReason && (
                  <p className="quiet">{t('claim.struck', { by: struckBy ?? '', reason: struckReason })}</p>
                )}
              </>
            ),
          },
          { key: 'by', title: 'money.by' },
          { key: 'on', title: 'claim.deducted-on', render: ({ on }) => <DayText day={on} /> },
        ]}
      />
    </Panel>
  )
}
