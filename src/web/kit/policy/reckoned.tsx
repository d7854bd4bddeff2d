import { levelWords, sayReckoning } from '../../../kernel/pack/say-reckoning.ts'
import type { Borne, Reckoning } from '../../../kernel/pack/reckon.ts'
import { useWords } from '../language/use-words.ts'
import { yuanText } from '../quantities/money.ts'
import { Assumed } from './assumed.tsx'

/** How an amount came about: every subsidy with its figures, what bounded it, and who bears it. */
export function Reckoned({ formula }: { formula: Reckoning }) {
  const { pick } = useWords()
  const { parts, split, parameters } = formula
  const said = sayReckoning(formula)
  return (
    <span className="formula figure">
      {said.map(({ formula: text, notes }, i) => {
        const part = parts[i]
        return (
          <span key={part?.subsidy} className={said.length > 1 ? 'formula-part' : undefined}>
            {said.length > 1 && part && `${pick(part.label)} `}
            {pick(text)}
            {notes.map((note) => (
              <span key={note.en} className="formula-note">
                {' '}
                {pick(note)}
              </span>
            ))}
            {said.length > 1 && part && ` = ¥${yuanText(part.amountFen)}`}
          </span>
        )
      })}
      <Split split={split} /> {parameters.some(({ status }) => status === 'assumed') && <Assumed />}
    </span>
  )
}

/** Who bears an amount, where the pack says so. */
export function Split({ split }: { split: readonly Borne[] }) {
  const { t, pick } = useWords()
  if (split.length === 0) return null
  return (
    <span className="formula-note">
      {' '}
      {t('kit.split', {
        shares: split
          .map(({ level, amountFen }) => `${pick(levelWords[level])} ¥${yuanText(amountFen)}`)
          .join(' · '),
      })}
    </span>
  )
}
