import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import type { ChangePartProps } from '../../../web/kit/screen.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { MayLink } from './may-link.tsx'

type Told = Answer<'home.departure-money'>

/** Of a home that leaves, left or comes back: what was paid to whom, what stays, what is owed back, whose the machines are. */
export function MoneyAfterChange(props: ChangePartProps) {
  return (
    <Answered answer={useAnswer('home.departure-money', { home: props.home, kind: props.kind })}>
      {(told) => (
        <ul className="change-consequences">
          <Paid told={told} {...props} />
          <OwedBack told={told} {...props} />
          <Machines told={told} {...props} />
        </ul>
      )}
    </Answered>
  )
}

type Part = ChangePartProps & { told: Told }

function Paid({ told: { claims, seasons }, kind, state }: Part) {
  const { t } = useWords()
  const leaves = kind !== 'return'
  if (claims.length === 0 && seasons.length === 0) return <li>{t('change-money.nothing-paid')}</li>
  return (
    <>
      {claims.map(({ claim, number, contractor, paidOn, amountFen, state: stands }) => (
        <li key={claim}>
          {t(paidOn ? 'change-money.equipment-paid' : 'change-money.equipment-claimed', {
            amount: yuanText(amountFen),
            contractor,
            day: paidOn ?? '',
            state: t(`claim-state.${stands}`),
          })}{' '}
          <MayLink permission="claim.read" to={`/claims/${claim}`}>
            {t('claim.no', { number })}
          </MayLink>
          {!paidOn && leaves && ` ${t('change-money.equipment-stops')}`}
        </li>
      ))}
      {seasons.map(({ season, amountFen, paidOn }) => (
        <li key={season}>
          {t(paidOn ? 'change-money.operating-paid' : 'change-money.operating-waits', {
            amount: yuanText(amountFen),
            season,
            day: paidOn ?? '',
          })}
          {!paidOn && leaves && state === 'asked' && ` ${t('change-money.operating-stops')}`}
        </li>
      ))}
    </>
  )
}

/** Before approval what would be owed; afterwards the recovery it opened, or that none was. */
function OwedBack({ told: { owedBackFen, staysFen, recoveries }, kind, state, change }: Part) {
  const { t } = useWords()
  const amount = yuanText(owedBackFen)
  const opened = recoveries.filter((one) => (kind === 'return' ? true : one.change === change))
  if (kind === 'return' || state === 'approved')
    return (
      <>
        {opened.map(({ id, state: stands, owedFen, repaidFen, waivedFen }) => (
          <li key={id}>
            {t(
              `change-money.recovery-${kind === 'return' && stands === 'open' && repaidFen + waivedFen > 0 ? 'stays' : stands}`,
              {
                owed: yuanText(owedFen),
                repaid: yuanText(repaidFen),
                waived: waivedFen > 0 ? t('change-money.waived', { waived: yuanText(waivedFen) }) : '',
              },
            )}{' '}
            <MayLink permission="recovery.read" to={`/recoveries/${id}`}>
              {t('change-money.recovery')}
            </MayLink>
          </li>
        ))}
        {opened.length === 0 && kind !== 'return' && staysFen > 0 && (
          <li>{t('change-money.none-owed', { amount: yuanText(staysFen) })}</li>
        )}
      </>
    )
  return (
    <>
      {owedBackFen > 0 && <li>{t('change-money.owed', { amount })}</li>}
      {staysFen > 0 && <li>{t('change-money.stays', { amount: yuanText(staysFen) })}</li>}
    </>
  )
}

function Machines({ told: { machines, claims, owedBackFen }, kind, state }: Part) {
  const { t } = useWords()
  const { fitted, dueBack, takenBackOn } = machines
  const paid = claims.some(({ paidOn }) => paidOn !== null)
  if (fitted === 0 && takenBackOn === null) return null
  const how = (() => {
    if (kind === 'return') return fitted === 0 ? 'back-refit' : 'back-stay'
    if (fitted === 0) return 'taken-back'
    if (dueBack) return 'due-back'
    if (paid) return owedBackFen > 0 ? 'own-repaid' : 'own-paid'
    return state === 'approved' ? 'due-back' : 'contractors'
  })()
  return <li>{t(`change-money.machines-${how}`, { count: fitted, day: takenBackOn ?? '' })}</li>
}
