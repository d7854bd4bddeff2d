import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Clauses } from '../../../web/kit/policy/clauses.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { sayDifference } from '../words/say-difference.ts'
import { Figure, homesIn, turns, useTurnText } from './figure.tsx'
import type { Ground } from './homes-address.ts'
import type { Trial } from './use-trial.ts'

/** Which rules make the difference, and what was done to each. */
export function RulesPanel({ trial, ground }: { trial: Trial; ground: Ground }) {
  const { t, pick, language } = useWords()
  const turnText = useTurnText()
  const shown = turns.filter(({ before, after }) =>
    trial.rules.some(({ moves }) => homesIn(moves, (move) => move.before === before && move.after === after)),
  )
  return (
    <Panel title={t('trial.by-rule')}>
      {trial.rules.length === 0 ? (
        <Empty>{t('trial.who.nobody')}</Empty>
      ) : (
        <>
          <p className="quiet policy-note">{t('trial.by-rule.lead')}</p>
          <div className="trial-scroll">
            <table className="trial-table">
              <thead>
                <tr>
                  <th scope="col">{t('trial.rule')}</th>
                  <th scope="col">{t('trial.why')}</th>
                  {shown.map((turn) => (
                    <th key={turnText(turn)} scope="col">
                      {turnText(turn)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {trial.rules.map(({ rule, label, moves, difference }) => (
                  <tr key={rule}>
                    <th scope="row">
                      {pick(label)} {difference && <Clauses ids={difference.clauses} />}
                    </th>
                    <td className="trial-why">{difference && sayDifference(difference, language)}</td>
                    {shown.map(({ before, after }) => (
                      <td key={`${before} ${after}`} data-label={turnText({ before, after })}>
                        <Figure
                          of={homesIn(moves, (move) => move.before === before && move.after === after)}
                          ground={ground}
                          filter={{ rule, before, after }}
                          label={`${pick(label)} ${turnText({ before, after })}`}
                        />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {trial.idle.length > 0 && (
        <p className="quiet">
          {t('trial.idle')}
          {trial.idle.map(({ label }) => pick(label)).join(t('kit.list-comma'))}
        </p>
      )}
      {trial.otherGroups.length > 0 && (
        <p className="quiet">
          {t('trial.other-groups')}
          {trial.otherGroups.map(pick).join(t('kit.list-comma'))}
        </p>
      )}
    </Panel>
  )
}
