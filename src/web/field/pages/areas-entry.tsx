import { useId } from 'react'
import type { Said } from '../../../kernel/words/words.ts'
import { Figure } from '../../kit/checklist/figure.tsx'
import { useWords } from '../../kit/language/use-words.ts'

/** As typed, by the part's id. */
export type Areas = Readonly<Record<string, number | null>>

interface Props {
  parts: readonly { id: string; label: Said }[]
  areas: Areas
  onChange: (change: (before: Areas) => Areas) => void
  hint: string
  /** What is wrong with one of them. */
  problemOf?: (part: string) => string | false
}

/** One figure a part, in m² as measured on the spot (§1.2). */
export function AreasEntry({ parts, areas, onChange, hint, problemOf }: Props) {
  const { t, pick } = useWords()
  const id = useId()
  return (
    <div className="out-areas">
      <p className="quiet">{hint}</p>
      {parts.map(({ id: part, label }) => {
        const problem = problemOf?.(part)
        return (
          <div key={part}>
            <label htmlFor={`${id}-${part}`}>{t('works.part.area', { label: pick(label) })}</label>
            <Figure
              id={`${id}-${part}`}
              value={areas[part]}
              onChange={(area) => onChange((before) => ({ ...before, [part]: area }))}
            />
            {problem && <p role="alert">{problem}</p>}
          </div>
        )
      })}
    </div>
  )
}
