import { Panel } from '../../../web/kit/frame/panel.tsx'
import { AnswerMark } from '../../../web/kit/decision/answer-mark.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Count } from '../../../web/kit/quantities/amounts.tsx'
import { answers, Figure, homesIn, useTurnText } from './figure.tsx'
import type { Ground } from './homes-address.ts'
import type { Trial } from './use-trial.ts'

/** From what to what: the pack in force down, the draft across; what lies off the diagonal changes. */
export function MovesPanel({ trial, ground }: { trial: Trial; ground: Ground }) {
  const { t } = useWords()
  const turnText = useTurnText()
  const { moves } = trial
  const changed = homesIn(moves, ({ before, after }) => before !== after)
  const confirmed = moves.reduce((sum, move) => sum + (move.before === move.after ? 0 : move.confirmed), 0)
  return (
    <Panel title={t('trial.who')}>
      {changed === 0 ? (
        <p role="status">{t('trial.who.nobody')}</p>
      ) : (
        <p role="status" className="trial-headline">
          {t('trial.changed')}{' '}
          <b>
            <Figure of={changed} ground={ground} filter={{ changed: 'yes' }} label={t('trial.changed')} />
          </b>{' '}
          / <Count of={trial.homes} />
          {confirmed > 0 && (
            <>
              {' · '}
              <span>{t('trial.confirmed', { count: confirmed })}</span>{' '}
              <Figure
                of={confirmed}
                ground={ground}
                filter={{ changed: 'yes', confirmed: 'yes' }}
                label={t('trial.confirmed', { count: confirmed })}
              />
            </>
          )}
        </p>
      )}
      <div className="trial-scroll">
        <table className="trial-table">
          <thead>
            <tr>
              <th scope="col">
                {t('trial.before')} ↓ {t('trial.after')} →
              </th>
              {answers.map((after) => (
                <th key={after} scope="col">
                  <AnswerMark answer={after} />
                </th>
              ))}
              <th scope="col">{t('trial.together')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((before) => (
              <tr key={before}>
                <th scope="row">
                  <AnswerMark answer={before} />
                </th>
                {answers.map((after) => {
                  const of = homesIn(moves, (move) => move.before === before && move.after === after)
                  return (
                    <td
                      key={after}
                      data-label={`→ ${t(`kit.answer.${after}`)}`}
                      className={before !== after && of > 0 ? 'trial-turned' : undefined}
                    >
                      <Figure
                        {...{ of, ground }}
                        filter={{ before, after }}
                        label={turnText({ before, after })}
                      />
                    </td>
                  )
                })}
                <td data-label={t('trial.together')}>
                  <Figure
                    of={homesIn(moves, (move) => move.before === before)}
                    ground={ground}
                    filter={{ before }}
                    label={`${t('trial.before')} ${t(`kit.answer.${before}`)}`}
                  />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('trial.together')}</th>
              {answers.map((after) => (
                <td key={after} data-label={`→ ${t(`kit.answer.${after}`)}`}>
                  <Figure
                    of={homesIn(moves, (move) => move.after === after)}
                    ground={ground}
                    filter={{ after }}
                    label={`${t('trial.after')} ${t(`kit.answer.${after}`)}`}
                  />
                </td>
              ))}
              <td data-label={t('trial.together')}>
                <Figure of={trial.homes} ground={ground} filter={{}} label={t('trial.homes')} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
