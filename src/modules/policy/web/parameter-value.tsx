import type { Operand } from '../../../kernel/pack/condition.ts'
import { parameterText } from '../../../web/kit/decision/terms.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Blank } from '../../../web/kit/quantities/amounts.tsx'

/** A parameter's value in its unit: ¥0.20/度, 60%, 待核. */
export function ParameterValue({
  value,
  unit,
  choices = {},
}: {
  value: Operand | null
  unit: string
  choices?: Readonly<Record<string, { zh: string; en: string }>> | undefined
}) {
  const speech = useWords()
  if (value === null) return <Blank />
  if (unit === 'choice') {
    const called = [value].flat().map((one) => {
      const known = choices[String(one)]
      return known ? speech.pick(known) : String(one)
    })
    return <b className="figure">{called.join(speech.t('kit.list-comma'))}</b>
  }
  const text =
    unit === 'answer' && typeof value === 'string'
      ? speech.t(`kit.answer.${value}`)
      : parameterText(speech, { name: '', value, unit, from: '', status: 'plan', clauses: [] })
  return <b className="figure">{text}</b>
}
