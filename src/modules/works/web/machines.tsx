import type { Entered } from '../model.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import './works.css'

interface Props {
  devices: readonly {
    serial: string
    maker: string
    modelName: string
    accepted: boolean
    entered?: Entered | null
  }[]
  /** They were accepted and are to be accepted again: what was paid for them stays paid. */
  again?: boolean
  removed?: readonly { serial: string; maker: string; modelName: string; removedOn: string }[]
}

/** A home's machines with whether each is accepted; those taken off the record stand struck through below. */
export function Machines({ devices, again = false, removed = [] }: Props) {
  const { t } = useWords()
  return (
    <>
      <ul className="machines">
        {devices.map(({ serial, maker, modelName, accepted, entered }) => (
          <li key={serial}>
            <span>
              <span className="figure">{serial}</span>{' '}
              {entered && <span className="quiet">{t(`works.entered.${entered}`)}</span>}
            </span>
            <span>
              {maker} {modelName}
            </span>
            <span className={accepted ? 'machine-accepted' : 'quiet'}>
              <span aria-hidden="true">{accepted ? '✓' : '○'}</span>{' '}
              {t(accepted ? 'works.accepted' : again ? 'works.accepted-again' : 'works.not-accepted')}
            </span>
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <details className="machines-gone">
          <summary>{t('works.removed')}</summary>
          <ul className="machines">
            {removed.map(({ serial, maker, modelName, removedOn }) => (
              <li key={`${serial} ${removedOn}`}>
                <span className="figure">{serial}</span>
                <span>
                  {maker} {modelName}
                </span>
                <span className="quiet">{t('works.removed-on', { day: removedOn })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
