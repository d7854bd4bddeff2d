import type { ReactNode } from 'react'
import { useWords } from '../language/use-words.ts'
import { DayText } from '../quantities/day-text.tsx'

/** `stopped`: the road ends here, by withdrawal, refusal or revocation. */
type StepState = 'done' | 'now' | 'ahead' | 'stopped'

export interface RoadStep {
  /** The stage; its words are `stage.<key>` unless `label` is given. */
  key: string
  state: StepState
  label?: string
  day?: string | null
  /** Who did it, what it waits for, or what was found. */
  note?: ReactNode
}

const signs: Record<StepState, string> = { done: '✓', now: '●', ahead: '', stopped: '✕' }

/** A home's road: across where there is room, down on a phone. The household sees the same one. */
export function Road({ steps }: { steps: readonly RoadStep[] }) {
  const { t } = useWords()
  return (
    <div className="road-frame">
      <ol className="road" aria-label={t('kit.road')}>
        {steps.map(({ key, state, label, day, note }) => (
          <li key={key} className={`road-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="road-sign" aria-hidden="true">
              {signs[state]}
            </span>
            <span className="road-label">
              {label ?? t(`stage.${key}`)}
              <span className="sr-only"> {t(`kit.road.${state}`)}</span>
            </span>
            {day && (
              <span className="road-day">
                <DayText day={day} />
              </span>
            )}
            {note && <span className="road-note">{note}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
