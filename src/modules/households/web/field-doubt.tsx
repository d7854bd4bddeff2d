import { Form } from 'antd'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import type { HomeField } from '../model/fields.ts'
import { doubtsOf } from '../rules/doubts.ts'
import { sayRowProblem } from '../words/row-problems.ts'
import './register.css'

/** What asks for a look in a field as it is typed; nothing is held up by it. `within` names the part of the form. */
export function FieldDoubt({ field, within }: { field: HomeField; within?: string }) {
  const { pick } = useWords()
  const { today } = useSession()
  const form = Form.useFormInstance<Record<string, unknown>>()
  const typed = Form.useWatch((all: Record<string, unknown>) => (within ? all[within] : all), form) as
    | Partial<Record<HomeField, unknown>>
    | undefined
  return doubtsOf(typed ?? {}, today)
    .filter((doubt) => doubt.field === field)
    .map((doubt) => (
      <p key={doubt.code} role="status" className="field-doubt">
        {pick(sayRowProblem(doubt))}
      </p>
    ))
}
