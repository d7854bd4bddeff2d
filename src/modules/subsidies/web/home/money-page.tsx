import type { ReactNode } from 'react'
import type { Answer } from '../../../../web/kit/api/names.ts'
import { Reckoned } from '../../../../web/kit/policy/reckoned.tsx'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { UsedParameters } from '../../../../web/kit/decision/used-parameters.tsx'
import { Clauses } from '../../../../web/kit/policy/clauses.tsx'
import { Kwh, Money } from '../../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'
import { useAsk } from '../../../../web/home/use-ask.ts'
import { Question } from '../../../households/web/home/question.tsx'
import { OwnContribution } from '../../../contributions/web/home/own-contribution.tsx'
import { UsageFormula } from '../usage-formula.tsx'
import './money-page.css'

type OwnMoney = Answer<'home.money'>
type Statement = OwnMoney['statements'][number]

/** The household's money: what it gets each season and how it is reckoned, what its machines were helped with. */
export function MoneyPage() {
  const { t } = useWords()
  const { answer, trouble, again } = useAsk('home.money', {})
  return (
    <>
      {trouble && <TroubleNote trouble={trouble} onRetry={again} />}
      {!answer && !trouble && <p className="home-wait">{t('kit.loading')}</p>}
      {answer && (
        <>
          <Findings money={answer} />
          <Recoveries money={answer} />
          <OwnContribution />
          {answer.standing !== 'in' && <NotIn money={answer} />}
          {(answer.standing === 'in' || answer.statements.length > 0) && (
            <Card title={t('own.money.operating')}>
              {answer.statements.length === 0 && <p>{t('own.money.operating.none')}</p>}
              {answer.statements.map((statement) => (
                <Season key={statement.id} money={answer} statement={statement} />
              ))}
            </Card>
          )}
          {(answer.standing === 'in' || answer.equipment.length > 0) && (
            <Card title={t('own.money.equipment')}>
              <Equipment money={answer} />
            </Card>
          )}
          {answer.standing === 'in' && (
            <>
              {answer.isBeforeAcceptance && (
                <Card title={t('own.money.before-acceptance')}>
                  <BeforeAcceptance />
                </Card>
              )}
              {answer.questions.map((question) => (
                <Card key={question.group} title={t(`own.money.may.${question.group}`)}>
                  <Question question={question}>
                    <p>{t(`own.money.may.${question.answer}`)}</p>
                  </Question>
                </Card>
              ))}
              <Rates rates={answer.rates} />
            </>
          )}
        </>
      )}
    </>
  )
}

/** Of machines accepted already that are checked again, not the first time's sentence is true. */
function BeforeAcceptance() {
  const { t } = useWords()
  const again = useAsk('home.own-recheck', {}).answer?.recheck
  return <p>{t(again ? 'own.recheck.money' : 'own.money.before-acceptance.why')}</p>
}

/** Of a home that is not in, or not in any more: that nothing is paid, and where it stands why. */
function NotIn({ money: { standing, ending } }: { money: OwnMoney }) {
  const { t } = useWords()
  return (
    <Card title={t('own.money.not-in')}>
      {ending && <p>{t(`own.ended.${ending}`)}</p>}
      <p>{t(`own.money.standing.${standing}`)}</p>
      {!ending && (
        <a className="home-button own-link" href={standing === 'checking' ? '#/' : '#/decision'}>
          {t('own.money.see')}
        </a>
      )}
    </Card>
  )
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="home-card">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Season({ money, statement }: { money: OwnMoney; statement: Statement }) {
  const { t, pick } = useWords()
  const { state, failedRules, sentBack, amountFen } = statement
  const payment = money.payments.filter((each) => each.statement === statement.id).at(-1)
  return (
    <div className="own-season">
      <h3>{statement.season}</h3>
      <p className="own-amount">
        <Money fen={amountFen} />
      </p>
      <p>
        {t('own.money.used')} <Kwh centi={statement.usedCentiKwh} />
      </p>
      <p className="quiet">
        <UsageFormula formula={statement.formula} />
      </p>
      <p className="own-standing">
        {state === 'paid' && payment?.settledOn ? (
          <>
            {t('own.money.paid')} <DayText day={payment.settledOn} />
          </>
        ) : state === 'blocked' ? (
          t(
            sentBack
              ? 'own.money.state.sent-back'
              : amountFen === 0
                ? 'own.money.state.nothing'
                : 'own.money.state.blocked',
          )
        ) : (
          t(`own.money.state.${state}`)
        )}
      </p>
      {state === 'blocked' &&
        failedRules.map(({ rule, refusal, clauses }) => (
          <p key={rule}>
            {pick(refusal)} <Clauses ids={clauses} />
          </p>
        ))}
      {state === 'failed' && payment?.failure && (
        <p>{t('own.money.failure', { failure: payment.failure })}</p>
      )}
    </div>
  )
}

function Equipment({ money: { equipment } }: { money: OwnMoney }) {
  const { t, pick } = useWords()
  if (equipment.length === 0) return <p>{t('own.money.equipment.none')}</p>
  return equipment.map((line) => (
    <div key={line.id} className="own-season">
      <p className="own-amount">
        <Money fen={line.subsidyFen} />
      </p>
      <p className="quiet">
        <Reckoned formula={line.formula} />
      </p>
      <p className="own-standing">
        {line.state === 'paid' && line.paidOn ? (
          <>
            {t('own.money.equipment.paid')} <DayText day={line.paidOn} />
          </>
        ) : (
          t(line.failedRules.length > 0 ? 'own.money.equipment.not-paid' : 'own.money.equipment.under-way')
        )}
      </p>
      {line.failedRules.map(({ rule, refusal, clauses }) => (
        <p key={rule}>
          {pick(refusal)} <Clauses ids={clauses} />
        </p>
      ))}
    </div>
  ))
}

/** By which values it is reckoned; what the plan leaves open is marked. */
function Rates({ rates }: { rates: OwnMoney['rates'] }) {
  const { t } = useWords()
  if (rates.length === 0) return null
  const parameters = Object.fromEntries(rates.map((rate) => [rate.name, rate]))
  return (
    <Card title={t('own.money.rates')}>
      <UsedParameters parameters={rates} terms={{ facts: {}, evidence: {}, rules: [], parameters }} />
    </Card>
  )
}

const whyOwed = ({ change, failedCheck }: OwnMoney['recoveries'][number]) =>
  failedCheck
    ? 'own.money.recovery.after-check'
    : change
      ? 'own.money.recovery.after-leaving'
      : 'own.money.recovery.why'

/** Until when the family may state its case, and where; what follows is told with it. */
function Findings({ money: { findings } }: { money: OwnMoney }) {
  const { t } = useWords()
  return findings
    .filter(({ state }) => state !== 'revoked')
    .map(({ id, state, foundOn, hearUntil }) => (
      <Card key={id} title={t('own.money.finding')}>
        <p>{t(`own.money.finding.${state}`, { day: foundOn })}</p>
        {state === 'open' && <p>{t('own.money.finding.speak', { day: hearUntil ?? '' })}</p>}
      </Card>
    ))
}

/** What is owed back comes first: it is what the family has to know, also once it is repaid or lifted. */
function Recoveries({ money: { recoveries } }: { money: OwnMoney }) {
  const { t } = useWords()
  return recoveries.map((recovery) => (
    <Card key={recovery.id} title={t(`own.money.recovery.title.${recovery.state}`)}>
      <p>
        {t(whyOwed(recovery), { day: recovery.foundOn })} <Clauses ids={recovery.clauses} />
      </p>
      {recovery.state === 'lifted' ? <Lifted recovery={recovery} /> : <Owed recovery={recovery} />}
    </Card>
  ))
}

type Recovery = OwnMoney['recoveries'][number]

/** Why nothing is owed of it any more (§4.2, §3.1.3d). */
function Lifted({ recovery: { failedCheck, settledOn } }: { recovery: Recovery }) {
  const { t } = useWords()
  return (
    <p>
      {t(failedCheck ? 'own.money.recovery.lifted.after-check' : 'own.money.recovery.lifted.after-leaving')}{' '}
      {settledOn && <DayText day={settledOn} />}
    </p>
  )
}

function Owed({ recovery }: { recovery: Recovery }) {
  const { t } = useWords()
  const { state, failedCheck, owedFen, repaidFen, waivedFen, settledOn } = recovery
  const ofFirm = failedCheck !== null
  return (
    <>
      {state === 'open' ? (
        <p className="own-amount">
          {t(ofFirm ? 'own.money.recovery.firm' : 'own.money.recovery.left')}{' '}
          <Money fen={owedFen - repaidFen - waivedFen} />
        </p>
      ) : (
        <p>
          {t(closedAs(recovery))} {settledOn && <DayText day={settledOn} />}
        </p>
      )}
      {recovery.items.length > 0 && (
        <ul>
          {recovery.items.map((item) => (
            <li key={`${item.kind} ${item.source}`}>
              {t(`own.money.${item.kind}`)} <Money fen={item.amountFen} />
            </li>
          ))}
        </ul>
      )}
      {recovery.change && !ofFirm && recovery.items.some(({ kind }) => kind === 'equipment') && (
        <p>{t('own.money.recovery.keeps')}</p>
      )}
      {owedFen > 0 && (
        <p>
          {t('own.money.recovery.repaid')} <Money fen={repaidFen} />
          {waivedFen > 0 && (
            <>
              {' '}
              {t('own.money.recovery.waived')} <Money fen={waivedFen} />
            </>
          )}
        </p>
      )}
      {state === 'open' && recovery.plan.length > 0 && (
        <>
          <p>{t('own.money.recovery.plan')}</p>
          <ol>
            {recovery.plan.map(({ number, dueOn, amountFen, settledFen }) => (
              <li key={number}>
                {t('own.money.recovery.due', { day: dueOn })} <Money fen={amountFen} />
                {settledFen === amountFen && ` · ${t('own.money.recovery.come')}`}
              </li>
            ))}
          </ol>
        </>
      )}
      {state === 'open' && !ofFirm && (
        <p className="quiet">
          {t(recovery.plan.length === 0 ? 'own.money.recovery.hardship' : 'own.money.recovery.where')}
        </p>
      )}
      {!ofFirm && <p className="quiet">{t('own.money.recovery.ask')}</p>}
    </>
  )
}

const closedAs = ({ failedCheck, owedFen, waivedFen }: Recovery): string =>
  owedFen === 0
    ? 'own.money.recovery.nothing'
    : failedCheck
      ? 'own.money.recovery.firm-closed'
      : waivedFen > 0
        ? 'own.money.recovery.settled'
        : 'own.money.recovery.closed'
