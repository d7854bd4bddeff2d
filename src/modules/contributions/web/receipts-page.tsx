import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { receiptStates } from '../model.ts'
import { ActOnChosen } from './act-on-chosen.tsx'
import { usePlaceFilters } from './place-filters.ts'
import { type Receipt, ReceiptTable } from './receipt-table.tsx'

/** All receipts; those ticked are taken to the bank on one slip. */
export function ReceiptsPage() {
  const { t } = useWords()
  const mayBank = useMay('contribution.bank')
  const places = usePlaceFilters()
  return (
    <PageFrame
      title={t('contribution.receipts.title')}
      lead={t('contributions.lead')}
      back={{ to: '/contributions', label: t('contributions.title') }}
    >
      <Panel>
        <ReceiptTable
          filters={[
            { key: 'find', label: 'contribution.number', kind: 'search' },
            ...places,
            {
              key: 'state',
              label: 'contribution.state',
              kind: 'choice',
              options: receiptStates.map((value) => ({ value, label: t(`receipt-state.${value}`) })),
            },
            { key: 'paidOn', label: 'contribution.paid-on', kind: 'day' },
          ]}
          {...(mayBank && {
            selected: (rows: Receipt[], clear: () => void) => <Chosen rows={rows} onDone={clear} />,
          })}
        />
      </Panel>
    </PageFrame>
  )
}

function Chosen({ rows, onDone }: { rows: readonly Receipt[]; onDone: () => void }) {
  const { t } = useWords()
  const [first] = rows
  if (!first) return null
  if (rows.some(({ account }) => account !== first.account)) return <span>{t('contribution.one-town')}</span>
  return (
    <>
      <span>
        {t('contribution.chosen', {
          total: yuanText(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)),
        })}
      </span>{' '}
      <ActOnChosen
        account={first.account}
        kind="contribution.bank"
        fixed={{ receipts: rows.map(({ id }) => id) }}
        onDone={onDone}
      />
    </>
  )
}
