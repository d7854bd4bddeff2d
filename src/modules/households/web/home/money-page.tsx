import type { Answer } from '../../../../web/kit/api/names.ts'
import { useWords } from '../../../../web/kit/language/use-words.ts'
import { Assumed } from '../../../../web/kit/policy/assumed.tsx'
import { Clauses } from '../../../../web/kit/policy/clauses.tsx'
import { Kwh, Money } from '../../../../web/kit/quantities/amounts.tsx'
import { DayText } from '../../../../web/kit/quantities/day-text.tsx'
import { TroubleNote } from '../../../../web/kit/states/trouble-note.tsx'
import { useAsk } from '../../../../web/home/use-ask.ts'
import { Card } from './own-home.tsx'

type OwnMoney = Answer<'home.money'>
type Statement = OwnMoney['statements'][number]

/** What the household gets, how it was counted, when it was paid, and what is asked back. */
export function MoneyPage() {
  const { t } = useWords()
  const { answer, trouble, again } = useAsk('home.money', {})
  if (trouble) return <TroubleNote trouble={trouble} onRetry={again} />
  if (!answer) return <p className="home-wait">{t('kit.loading')}</p>
  const { equipment, statements, payments, recoveries } = answer
  return (
    <>
      {recoveries.map((recovery) => (
        <Card key={recovery.id} title={t('own.money.recovery')}>
          <p>
            {t('own.money.recovery.found')} <DayText day={recovery.foundOn} />
          </p>
          <p>
            {t('own.money.recovery.owed')} <Money fen={recovery.owedFen} /> · {t('own.money.recovery.repaid')}{' '}
            <Money fen={recovery.repaidFen} />
          </p>
        </Card>
      ))}
      <Card title={t('own.money.equipment')}>
        {equipment.length === 0 && <p>{t('own.money.equipment.none')}</p>}
        {equipment.map((line) => (
          <div key={line.id}>
            <p className="own-amount">
              <Money fen={line.subsidyFen} />
              {isAssumed(line.formula) && <Assumed />}
            </p>
            <p className="quiet">
              {t('own.money.equipment.how', {
                units: line.formula.subsidisedUnits,
                percent: line.formula.percent,
              })}{' '}
              {line.formula.capped && t('own.money.capped')}
            </p>
            <p>{t('own.money.equipment.to-contractor')}</p>
          </div>
        ))}
      </Card>
      <Card title={t('own.money.operating')}>
        {statements.length === 0 && <p>{t('own.money.operating.none')}</p>}
        {statements.map((statement) => (
          <StatementOfSeason
            key={statement.id}
            statement={statement}
            payments={payments.filter((payment) => payment.statement === statement.id)}
          />
        ))}
      </Card>
    </>
  )
}

const isAssumed = ({ parameters }: { parameters: { status: string }[] }): boolean =>
  parameters.some(({ status }) => status === 'assumed')

interface Props {
  statement: Statement
  payments: OwnMoney['payments']
}

function StatementOfSeason({ statement, payments }: Props) {
  const { t, pick } = useWords()
  const { formula } = statement
  return (
    <div className="own-statement">
      <h3>{statement.season}</h3>
      <p className="own-amount">
        <Money fen={statement.amountFen} />
        {formula && isAssumed(formula) && <Assumed />}
      </p>
      <p>{t(`own.money.state.${statement.state}`)}</p>
      {formula && (
        <p className="quiet">
          {t('own.money.used')} <Kwh centi={formula.usedCentiKwh} />
          {formula.capped && ` · ${t('own.money.operating.cap', { cap: formula.capKwh })}`} ·{' '}
          {t('own.money.rate', { rate: formula.rateFenPerKwh / 100 })}
        </p>
      )}
      {statement.failedRules.map(({ rule, refusal, clauses }) => (
        <p key={rule} className="own-next">
          {pick(refusal)} <Clauses ids={clauses} />
        </p>
      ))}
      {payments.map((payment) => (
        <p key={payment.id} className="quiet">
          {t(`own.money.payment.${payment.state}`)} <Money fen={payment.amountFen} />{' '}
          {payment.settledOn && <DayText day={payment.settledOn} />} {payment.failure}
        </p>
      ))}
    </div>
  )
}
