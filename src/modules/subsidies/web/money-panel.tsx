import type { ReactNode } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Reckoned } from '../../../web/kit/policy/reckoned.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { ClaimMark } from '../../funds/web/claim-mark.tsx'
import { FailedRules } from '../../funds/web/failed-rules.tsx'
import { MayLink } from './may-link.tsx'
import { FindingMark, PaymentMark, RecoveryMark, StatementMark } from './state-mark.tsx'
import { UsageFormula } from './usage-formula.tsx'
import { WhyHeld } from './why-held.tsx'
import './subsidies.css'

type HomeMoney = Answer<'money.of-home'>

/** Part of a home's page: what was and is to be paid for it, how each amount came about, what is owed back. */
export function MoneyPanel({ home }: { home: string }) {
  const { t } = useWords()
  return (
    <Answered answer={useAnswer('money.of-home', { home })}>
      {(money) => (
        <>
          <Block title={t('recovery-kind.equipment')} none={money.equipment.length === 0}>
            <Equipment money={money} />
          </Block>
          <Block title={t('recovery-kind.operating')} none={money.statements.length === 0}>
            <Seasons money={money} />
          </Block>
          {money.findings.length > 0 && (
            <Block title={t('coal-findings.title')} none={false}>
              <Findings money={money} />
            </Block>
          )}
          {money.recoveries.length > 0 && (
            <Block title={t('recoveries.title')} none={false}>
              <Recoveries money={money} />
            </Block>
          )}
        </>
      )}
    </Answered>
  )
}

function Block({ title, none, children }: { title: string; none: boolean; children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className="money-block">
      <h3>{title}</h3>
      {none ? <p className="quiet">{t('money.none')}</p> : children}
    </div>
  )
}

function Equipment({ money: { equipment } }: { money: HomeMoney }) {
  const { t } = useWords()
  return equipment.map((line) => (
    <div key={line.id} className="money-line">
      <span className="money-amount">
        {line.failedRules.length > 0 ? (
          <del>
            <Money fen={line.subsidyFen} />
          </del>
        ) : (
          <Money fen={line.subsidyFen} />
        )}
      </span>
      <Reckoned formula={line.formula} />
      <MayLink permission="claim.read" to={`/claims/${line.id}`}>
        {t('claim.no', { number: line.number })}
      </MayLink>
      <ClaimMark state={line.state} />
      {line.paidOn && <DayText day={line.paidOn} />}
      {line.failedRules.length > 0 && (
        <>
          <span>{t('money.not-paid')}</span>
          <FailedRules rules={line.failedRules} />
        </>
      )}
    </div>
  ))
}

function Seasons({ money: { statements, payments } }: { money: HomeMoney }) {
  const { t } = useWords()
  return statements.map((statement) => {
    const own = payments.filter((payment) => payment.statement === statement.id)
    return (
      <div key={statement.id} className="money-line">
        <MayLink permission="statement.read" to={`/seasons/${statement.seasonId}`}>
          {statement.season}
        </MayLink>
        <span className="money-amount">
          <Money fen={statement.amountFen} />
        </span>
        <UsageFormula formula={statement.formula} />
        <StatementMark state={statement.state} />
        <WhyHeld statement={{ ...statement, failure: own.at(-1)?.failure }} />
        {own.map((payment) => (
          <span key={payment.id}>
            <MayLink permission="money.read" to={`/batches/${payment.batch}`}>
              {t('batch.no', { number: payment.number })}
            </MayLink>{' '}
            <span className="figure quiet">{payment.reference}</span> <PaymentMark state={payment.state} />{' '}
            {payment.settledOn && <DayText day={payment.settledOn} />}
          </span>
        ))}
      </div>
    )
  })
}

function Findings({ money: { findings } }: { money: HomeMoney }) {
  const { t } = useWords()
  return findings.map((finding) => (
    <p key={finding.id} className="money-line">
      <MayLink permission="recovery.read" to={`/coal-findings/${finding.id}`}>
        {t('coal-finding.on', { day: finding.foundOn })}
      </MayLink>
      <FindingMark state={finding.state} />
      {finding.state === 'open' && finding.hearUntil && (
        <span className="quiet">{t('coal-finding.until', { day: finding.hearUntil })}</span>
      )}
    </p>
  ))
}

const whyRecovered = ({ change, failedCheck }: HomeMoney['recoveries'][number]) =>
  failedCheck ? 'recovery.failed-on' : change ? 'recovery.left-on' : 'recovery.found-on'

function Recoveries({ money: { recoveries } }: { money: HomeMoney }) {
  const { t } = useWords()
  return recoveries.map((recovery) => (
    <p key={recovery.id} className="money-line">
      <MayLink permission="recovery.read" to={`/recoveries/${recovery.id}`}>
        {t(whyRecovered(recovery), { day: recovery.foundOn })}
      </MayLink>
      <RecoveryMark state={recovery.state} />
      <span>
        {t('recovery.owed')} <Money fen={recovery.owedFen} />
      </span>
      <span>
        {t('recovery.left')}{' '}
        <Money
          fen={recovery.state === 'lifted' ? 0 : recovery.owedFen - recovery.repaidFen - recovery.waivedFen}
        />
      </span>
    </p>
  ))
}
