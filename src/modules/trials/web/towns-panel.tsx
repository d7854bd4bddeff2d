import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank, Money } from '../../../web/kit/quantities/amounts.tsx'
import { Figure, homesIn, turns, useTurnText } from './figure.tsx'
import type { Ground } from './homes-address.ts'
import { Difference, sumOf } from './money-panel.tsx'
import type { Trial } from './use-trial.ts'

/** The same by town, with what it costs there. */
export function TownsPanel({ trial, ground }: { trial: Trial; ground: Ground }) {
  const { t } = useWords()
  const turnText = useTurnText()
  const shown = turns.filter(
    ({ before, after }) => homesIn(trial.moves, (move) => move.before === before && move.after === after) > 0,
  )
  return (
    <Panel title={t('trial.by-town')}>
      <div className="trial-scroll">
        <table className="trial-table">
          <thead>
            <tr>
              <th scope="col">{t('trial.town')}</th>
              <th scope="col">{t('trial.homes')}</th>
              {shown.map((turn) => (
                <th key={turnText(turn)} scope="col">
                  {turnText(turn)}
                </th>
              ))}
              <th scope="col">{t('trial.town-cost')}</th>
              <th scope="col">{t('trial.town-difference')}</th>
            </tr>
          </thead>
          <tbody>
            {trial.towns.map(({ town, name, homes, moves, cost }) => (
              <tr key={town}>
                <th scope="row">{name}</th>
                <td data-label={t('trial.homes')}>
                  <Figure
                    of={homes}
                    ground={ground}
                    filter={{ town }}
                    label={`${name} ${t('trial.homes')}`}
                  />
                </td>
                {shown.map(({ before, after }) => (
                  <td key={`${before} ${after}`} data-label={turnText({ before, after })}>
                    <Figure
                      of={homesIn(moves, (move) => move.before === before && move.after === after)}
                      ground={ground}
                      filter={{ town, before, after }}
                      label={`${name} ${turnText({ before, after })}`}
                    />
                  </td>
                ))}
                <td data-label={t('trial.town-cost')}>
                  {cost ? <Money fen={sumOf(cost.after)} /> : <Blank />}
                </td>
                <td data-label={t('trial.town-difference')}>
                  {cost ? <Difference fen={sumOf(cost.after) - sumOf(cost.before)} /> : <Blank />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
