import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { RowTable } from '../../../web/kit/table/row-table.tsx'
import { accountSums, quantityOf } from '../rules/lot-sums.ts'
import { ClaimMark } from './claim-mark.tsx'

type Account = Answer<'lot.account'>

/** 竣工结算: what a lot's contract ordered beside what was accepted, claimed, taken off, kept and paid; and its closing. */
export function LotAccountPage() {
  const { t } = useWords()
  const { lot } = useParams({ strict: false }) as { lot: string }
  const mayClose = useMay('claim.approve')
  const { start, loading, trouble } = useDownload()
  return (
    <Answered answer={useAnswer('lot.account', { lot })}>
      {(account) => (
        <PageFrame
          title={t('lot-account.of', { lot: `${account.lot.code} ${account.lot.name}` })}
          lead={account.contractor}
          back={{ to: '/claims', label: t('claims.title') }}
          actions={
            <Button loading={loading} onClick={() => start(() => download('lot.account-sheet', { lot }))}>
              {t('lot-account.sheet')}
            </Button>
          }
        >
          {trouble}
          <Panel>
            <Standing account={account} />
          </Panel>
          {account.closing ? (
            <Panel title={t('lot-account.closed')}>
              <Closed closing={account.closing} />
            </Panel>
          ) : (
            mayClose && (
              <Panel title={t('money.what-now')}>
                <AvailableActs type="lot" id={lot} only={['lot.close']} />
              </Panel>
            )
          )}
          <Panel title={t('claims.title')}>
            <Claims account={account} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

function Standing({ account }: { account: Account }) {
  const { t } = useWords()
  const { terms, lot, unclaimed } = account
  const sums = accountSums(account)
  const amount = (of: number) => t(`lot-account.amount.${lot.line}`, { amount: of.toLocaleString('zh-CN') })
  return (
    <Facts
      items={[
        {
          key: 'contract',
          label: t('lot-account.contract'),
          value: terms && (
            <>
              <AddressLink to={`/lots/${lot.id}`}>{terms.number}</AddressLink> <Money fen={terms.sumFen} />
            </>
          ),
        },
        { key: 'ordered', label: t('lot-account.ordered'), value: terms && amount(terms.centiOrdered / 100) },
        {
          key: 'accepted',
          label: t('lot-account.accepted'),
          value: (
            <>
              {amount(account.accepted)}{' '}
              <AddressLink to={`/register?lot=${lot.id}&from=accepted`}>
                {t('lot-account.homes', { count: account.acceptedHomes })}
              </AddressLink>
            </>
          ),
        },
        { key: 'claimed', label: t('lot-account.claimed'), value: amount(sums.quantity) },
        {
          key: 'unclaimed',
          label: t('lot-account.unclaimed'),
          value: (
            <AddressLink to={`/claims/lots/${lot.id}`}>
              <Count of={unclaimed} />
            </AddressLink>
          ),
        },
        { key: 'total', label: t('claim.total'), value: <Money fen={sums.totalFen} /> },
        { key: 'deducted', label: t('claim.deducted'), value: <Money fen={sums.deductedFen} /> },
        { key: 'kept', label: t('lot-account.kept'), value: <Money fen={sums.keptFen} /> },
        { key: 'paid', label: t('lot-account.paid'), value: <Money fen={sums.paidFen} /> },
        { key: 'unpaid', label: t('lot-account.unpaid'), value: <Money fen={sums.unpaidFen} /> },
      ]}
    />
  )
}

function Closed({ closing }: { closing: NonNullable<Account['closing']> }) {
  const { t } = useWords()
  return (
    <Facts
      items={[
        { key: 'on', label: t('lot-account.closed-on'), value: <DayText day={closing.closedOn} /> },
        { key: 'by', label: t('money.by'), value: closing.closedBy },
        { key: 'audited', label: t('field.auditedFen'), value: <Money fen={closing.auditedFen} /> },
        { key: 'remark', label: t('field.remark'), value: closing.remark },
        {
          key: 'act',
          label: t('journal.act'),
          value: <AddressLink to={`/log/${closing.act}`}>{t('journal.open')}</AddressLink>,
        },
      ]}
    />
  )
}

function Claims({ account: { claims, lot } }: { account: Account }) {
  const { t } = useWords()
  return (
    <RowTable
      rows={claims}
      rowKey={({ id }) => id}
      open={({ id }) => `/claims/${id}`}
      empty={<Empty>{t('claims.empty')}</Empty>}
      columns={[
        { key: 'number', title: 'claim.number', render: ({ number }) => t('claim.no', { number }) },
        { key: 'state', title: 'claim.state', render: ({ state }) => <ClaimMark state={state} /> },
        { key: 'homes', title: 'claim.homes', align: 'right', render: ({ homes }) => <Count of={homes} /> },
        {
          key: 'quantity',
          title: 'claim.units',
          align: 'right',
          render: (claim) =>
            t(`lot-account.amount.${lot.line}`, {
              amount: quantityOf(lot.line, claim).toLocaleString('zh-CN'),
            }),
        },
        {
          key: 'totalFen',
          title: 'claim.total',
          align: 'right',
          render: (of) => <Money fen={of.totalFen} />,
        },
        {
          key: 'deductedFen',
          title: 'claim.deducted',
          align: 'right',
          render: (of) => <Money fen={of.deductedFen} />,
        },
        {
          key: 'retainedFen',
          title: 'claim.retained',
          align: 'right',
          render: (of) => <Money fen={of.retainedFen} />,
        },
        { key: 'releaseOn', title: 'claim.release-on', render: (of) => <DayText day={of.releaseOn} /> },
        { key: 'releasedOn', title: 'claim.released-on', render: (of) => <DayText day={of.releasedOn} /> },
        {
          key: 'paidFen',
          title: 'lot-account.paid',
          align: 'right',
          render: (of) => <Money fen={of.paidFen} />,
        },
      ]}
    />
  )
}
