import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { AvailableActs } from '../../../web/kit/acts/available-acts.tsx'
import { AddressLink } from '../../../web/kit/address/address-link.tsx'
import { useSearchTexts } from '../../../web/kit/address/use-search-texts.ts'
import { download } from '../../../web/kit/api/download.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useDownload } from '../../../web/kit/api/use-download.ts'
import { Facts } from '../../../web/kit/frame/facts.tsx'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Split } from '../../../web/kit/policy/reckoned.tsx'
import { Count, Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Road, type RoadStep } from '../../../web/kit/road/road.tsx'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ApproveForm } from './approve-form.tsx'
import { Deductions } from './deductions.tsx'
import { Built } from './built.tsx'
import { ClaimLines } from './claim-lines.tsx'
import { LeftNote } from './left-note.tsx'
import { ClaimMark } from './claim-mark.tsx'
import { PaperLinks } from './paper-links.tsx'
import { PolicyValues } from './policy-values.tsx'

type Claim = Answer<'claim.page'>

/** One claim: who did which step when, what is to be done, and every home in it with how its amount came about. */
export function ClaimPage() {
  const { t } = useWords()
  const { claim: id } = useParams({ strict: false }) as { claim: string }
  const [texts] = useSearchTexts()
  const answer = useAnswer('claim.page', { claim: id })
  const { start, loading, trouble } = useDownload()
  const only = (['unpayable', 'left'] as const).find((each) => each === texts.only)
  return (
    <Answered answer={answer}>
      {(claim) => (
        <PageFrame
          title={t('claim.no', { number: claim.number })}
          lead={
            <>
              {claim.lot.name} · {claim.contractor} <ClaimMark state={claim.state} />
            </>
          }
          back={{ to: '/claims', label: t('claims.title') }}
          actions={
            <Button loading={loading} onClick={() => start(() => download('claim.sheet', { claim: id }))}>
              {t('claim.sheet')}
            </Button>
          }
        >
          {trouble}
          <Panel>
            <Facts
              items={[
                {
                  key: 'total',
                  label: t('claim.total'),
                  value: (
                    <>
                      <Money fen={claim.totalFen} />
                      <Split split={claim.split} />
                      <LeftNote of={claim} to={`/claims/${id}?only=left`} />
                    </>
                  ),
                },
                ...netOf(claim, t),
                { key: 'homes', label: t('claim.homes'), value: <Count of={claim.homes} /> },
                { key: 'units', label: t('claim.units'), value: <Built {...claim} /> },
                {
                  key: 'fund',
                  label: t('field.fund'),
                  value: claim.fund && <FundLink id={claim.fund.id} name={claim.fund.name ?? ''} />,
                },
                { key: 'bank', label: t('field.bankReference'), value: claim.bankReference },
                {
                  key: 'contract',
                  label: t('lot-account.contract'),
                  value: (
                    <>
                      {claim.terms
                        ? t('claim.contract', { ...claim.terms, percent: claim.terms.retentionPercent })
                        : t('claim.no-contract')}{' '}
                      <AddressLink to={`/claims/lots/${claim.lot.id}/account`}>
                        {t('lot-account.open')}
                      </AddressLink>
                    </>
                  ),
                },
                {
                  key: 'papers',
                  label: t('money.papers'),
                  value: claim.papers.length > 0 && <PaperLinks papers={claim.papers} withAct />,
                },
              ]}
            />
            <PolicyValues parameters={claim.parameters} />
          </Panel>
          <Panel title={t('claim.steps')}>
            <Road steps={stepsOf(claim, t)} />
          </Panel>
          {claim.unpayable > 0 && (
            <p className="money-warn money-stop" role="alert">
              {t('claim.unpayable', { count: claim.unpayable })}{' '}
              <AddressLink to={only ? `/claims/${id}` : `/claims/${id}?only=unpayable`}>
                {t(only ? 'claim.show-all' : 'claim.show-unpayable')}
              </AddressLink>
            </p>
          )}
          <Panel title={t('money.what-now')}>
            <AvailableActs
              type="claim"
              id={id}
              forms={{ 'claim.approve': ApproveForm }}
              options={{
                deduction: claim.deductions
                  .filter(({ struckReason }) => struckReason === null)
                  .map(({ id: value, kind, amountFen, reason }) => ({
                    value,
                    label: `${t(`choice.kind.${kind}`)} ¥${yuanText(amountFen)} ${reason}`,
                  })),
              }}
            />
          </Panel>
          <Deductions claim={claim} />
          <Panel title={t('claim.lines')} extra={<Count of={claim.homes} />}>
            <ClaimLines claim={id} only={only} />
          </Panel>
        </PageFrame>
      )}
    </Answered>
  )
}

/** What of the claim is paid at once, and what later, once anything is taken off or kept. */
function netOf(
  { totalFen, deductedFen, retainedFen, releaseOn, releaseReference }: Claim,
  t: ReturnType<typeof useWords>['t'],
) {
  if (deductedFen === 0 && retainedFen === 0) return []
  return [
    { key: 'deducted', label: t('claim.deducted'), value: <Money fen={deductedFen} /> },
    {
      key: 'retained',
      label: t('claim.retained'),
      value: (
        <>
          <Money fen={retainedFen} />{' '}
          {releaseOn && (
            <span className="quiet">
              {t('claim.release-on')} <DayText day={releaseOn} />
            </span>
          )}
          {releaseReference && (
            <span className="quiet"> {t('claim.released', { reference: releaseReference })}</span>
          )}
        </>
      ),
    },
    {
      key: 'at-once',
      label: t('claim.at-once'),
      value: <Money fen={totalFen - deductedFen - retainedFen} />,
    },
  ]
}

/** Those who may not read the funds see the name alone. */
function FundLink({ id, name }: { id: string; name: string }) {
  return useMay('money.read') ? <AddressLink to={`/funds/${id}`}>{name}</AddressLink> : <>{name}</>
}

const order = ['submitted', 'reviewed', 'approved', 'paid'] as const

function stepsOf(claim: Claim, t: ReturnType<typeof useWords>['t']): RoadStep[] {
  const done = order.filter((step) => claim.steps[step] !== null)
  const steps = order.map((key, at): RoadStep => {
    const step = claim.steps[key]
    return {
      key,
      label: t(`claim-done.${key}`),
      state: step ? 'done' : at === done.length && claim.state !== 'returned' ? 'now' : 'ahead',
      day: step?.on ?? null,
      note: step?.by,
    }
  })
  const { released } = claim.steps
  if (claim.state !== 'returned')
    return claim.retainedFen === 0
      ? steps
      : [
          ...steps,
          {
            key: 'released',
            label: t('claim-done.released'),
            state: released ? 'done' : claim.state === 'paid' ? 'now' : 'ahead',
            day: released?.on ?? null,
            note: released?.by,
          },
        ]
  return [
    ...steps.slice(0, done.length),
    { key: 'returned', label: t('claim-state.returned'), state: 'stopped', note: claim.returnedReason },
  ]
}
