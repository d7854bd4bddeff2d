import { useParams } from '@tanstack/react-router'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { BudgetBar } from './budget-bar.tsx'
import { JournalTable } from './journal-table.tsx'
import { LeftNote } from './left-note.tsx'
import { BudgetKey } from './budget-key.tsx'

/** One fund: its budget, its money, and every journal that moved them. */
export function FundPage() {
  const { t } = useWords()
  const { fund: id } = useParams({ strict: false }) as { fund: string }
  const answer = useAnswer('fund.page', { fund: id })
  return (
    <Answered answer={answer}>
      {(fund) => (
        <PageFrame
          title={fund.name}
          lead={`${t(`fund-source.${fund.source}`)} · ${t(`fund-purpose.${fund.purpose}`)}`}
          back={{ to: '/funds', label: t('funds.title') }}
        >
          {fund.source === 'household' ? <InTrust fund={fund} /> : <Budgeted fund={fund} />}
          <Panel title={t('fund.entries')}>
            <JournalTable fund={id} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

type Fund = Answer<'fund.page'>

/** Households' own money (§A.2): no budget, only what is kept for them and where it lies. */
function InTrust({ fund }: { fund: Fund }) {
  const { t } = useWords()
  return (
    <Panel>
      <Facts
        items={[
          { key: 'held', label: t('account.held'), value: <Money fen={fund.heldFen} /> },
          { key: 'on-hand', label: t('account.on-hand'), value: <Money fen={fund.onHandFen} /> },
          { key: 'bank', label: t('fund.bank'), value: <Money fen={fund.bankFen} /> },
        ]}
      />
    </Panel>
  )
}

function Budgeted({ fund }: { fund: Fund }) {
  const { t } = useWords()
  const { id } = fund
  const mayChange = useMay('fund.change-budget')
  return (
    <>
      <Panel>
        <Facts
          items={[
            { key: 'budget', label: t('field.budgetFen'), value: <Money fen={fund.budgetFen} /> },
            { key: 'paid', label: t('fund.key.paid'), value: <Money fen={fund.usedFen} /> },
            {
              key: 'reserved',
              label: t('fund.key.reserved'),
              value: (
                <>
                  <Money fen={fund.reservedFen} />
                  <LeftNote of={fund} to={`/claims?left=yes&fund=${id}`} />
                </>
              ),
            },
            { key: 'left', label: t('fund.left'), value: <Money fen={fund.availableFen} /> },
            { key: 'received', label: t('fund.received'), value: <Money fen={fund.receivedFen} /> },
            { key: 'bank', label: t('fund.bank'), value: <Money fen={fund.bankFen} /> },
            ...(fund.inTransitFen > 0
              ? [
                  {
                    key: 'transit',
                    label: t('account.in-transit'),
                    value: <Money fen={fund.inTransitFen} />,
                  },
                ]
              : []),
            ...(fund.receivableFen > 0
              ? [
                  {
                    key: 'receivable',
                    label: t('account.receivable'),
                    value: <Money fen={fund.receivableFen} />,
                  },
                ]
              : []),
          ]}
        />
        <div className="budget-large">
          <BudgetBar {...fund} />
          <BudgetKey />
        </div>
      </Panel>
      {mayChange && (
        <Panel title={t('money.what-now')}>
          <AvailableActs type="fund" id={id} />
        </Panel>
      )}
    </>
  )
}
