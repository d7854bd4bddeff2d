import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Money } from '../../../web/kit/quantities/amounts.tsx'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import type { Trial } from './use-trial.ts'

type Cost = NonNullable<Trial['cost']>['before']

export const sumOf = ({ equipmentFen, operatingFen }: Cost): number => equipmentFen + operatingFen

/** More or less, with its sign; the colours say nothing that the sign does not. */
export function Difference({ fen }: { fen: number }) {
  return (
    <span className={fen === 0 ? 'quiet' : 'trial-difference'}>
      {fen > 0 && '+'}
      <Money fen={fen} />
    </span>
  )
}

const parts = [
  { key: 'trial.equipment', of: (cost: Cost) => cost.equipmentFen },
  { key: 'trial.operating', of: (cost: Cost) => cost.operatingFen },
  { key: 'trial.sum', of: sumOf },
]

/** What the homes that answer yes cost, before and after, and everything the estimate took for granted. */
export function MoneyPanel({ trial }: { trial: Trial }) {
  const { t } = useWords()
  const { cost, assumed, settled } = trial
  if (!cost)
    return (
      <Panel title={t('trial.money')}>
        <p>{t('trial.money.none')}</p>
      </Panel>
    )
  const units = assumed.mostUnits.after
  return (
    <Panel title={t('trial.money')}>
      <div className="trial-scroll">
        <table className="trial-table">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('trial.before')}</th>
              <th scope="col">{t('trial.after')}</th>
              <th scope="col">{t('trial.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ key, of }) => (
              <tr key={key}>
                <th scope="row">{t(key)}</th>
                <td data-label={t('trial.before')}>
                  <Money fen={of(cost.before)} />
                </td>
                <td data-label={t('trial.after')}>
                  <Money fen={of(cost.after)} />
                </td>
                <td data-label={t('trial.difference')}>
                  <Difference fen={of(cost.after) - of(cost.before)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="trial-assumed">{t('trial.assumed')}</p>
      <ul className="trial-assumptions quiet">
        <li>{t('trial.assumed.yes')}</li>
        {settled.claimedHomes > 0 && (
          <li>
            {t('trial.settled.equipment', {
              count: settled.claimedHomes,
              sum: yuanText(settled.equipmentFen),
            })}
          </li>
        )}
        {settled.seasons > 0 && (
          <li>
            {t('trial.settled.operating', { count: settled.seasons, sum: yuanText(settled.operatingFen) })}
          </li>
        )}
        <li>{t('trial.assumed.kwh')}</li>
        <li>{t('trial.assumed.seasons')}</li>
        {assumed.withoutUnits > 0 && units !== null && (
          <li>{t('trial.assumed.units', { count: assumed.withoutUnits, most: units })}</li>
        )}
        {assumed.meanPriceFen === null ? (
          <li>{t('trial.assumed.cap')}</li>
        ) : (
          assumed.atMeanPrice > 0 && (
            <li>
              {t('trial.assumed.mean', {
                count: assumed.atMeanPrice,
                price: yuanText(assumed.meanPriceFen),
              })}
            </li>
          )
        )}
      </ul>
    </Panel>
  )
}
