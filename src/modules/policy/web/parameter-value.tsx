import type { Operand } from '../../../kernel/pack/condition.ts'
import { parameterText } from '../../../web/kit/decision/terms.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'

/** A parameter's value in its unit: ¥0.20/度, 60%, 待核. */
export function ParameterValue({ value, unit }: { value: Operand | null; unit: string }) {
  const speech = useWords()
  if (value === null) return <Blank />
  const text =
    unit === 'answer' && typeof value === 'string'
      ? speech.t(`kit.answer.${value}`)
      : parameterText(speech, { name: '', value, unit, from: '', status: 'plan', clauses: [] })
  return <b className="figure">{text}</b>
}
