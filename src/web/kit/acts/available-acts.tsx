import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ComponentType, useMemo, useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { type AvailableAct, availableActs } from '../api/acts.ts'
import type { Trouble } from '../api/trouble.ts'
import { ActForm } from '../form/act-form.tsx'
import type { Option } from '../form/field-input.tsx'
import { fieldsOf } from '../form/fields.ts'
import { useWords } from '../language/use-words.ts'
import { Answered } from '../states/answered.tsx'
import { Empty } from '../states/empty.tsx'
import { Refusals } from './refusals.tsx'

/** A form of an act's own, where the generated one will not do. */
export type OwnForm = ComponentType<{ id: string; onDone: () => void; onCancel: () => void }>

interface Props {
  /** The subject: `home`, `village`, … */
  type: string
  id: string
  /** Own forms by act kind. */
  forms?: Readonly<Record<string, OwnForm>>
  /** What may be chosen for fields that hold another thing's id, by field name. */
  options?: Readonly<Record<string, readonly Option[]>>
  /** The field that names the subject in the input, where it is neither `<type>` nor `id`. */
  subjectField?: string
}

/** What I may do here now, and why not the rest. */
export function AvailableActs({ type, id, forms = {}, options, subjectField }: Props) {
  const { t, pick } = useWords()
  const answer = useQuery<AvailableAct[], Trouble>({
    queryKey: ['available', type, id],
    queryFn: ({ signal }) => availableActs(type, id, signal),
  })
  const [chosen, setChosen] = useState<AvailableAct>()
  // An act that makes something within its subject brings the new thing's id; one opening of the form is one thing.
  const made = useMemo(
    () => (chosen && fieldsOf(chosen.form).some(({ name }) => name === 'id') ? { id: newId() } : {}),
    [chosen],
  )
  const close = () => setChosen(undefined)
  const Own = chosen && forms[chosen.kind]
  return (
    <Answered
      answer={answer}
      isEmpty={(acts) => acts.length === 0}
      empty={<Empty>{t('kit.acts.none')}</Empty>}
    >
      {(acts) => (
        <div className="available-acts">
          <div className="available-now">
            {acts
              .filter(({ refusals }) => refusals.length === 0)
              .map((act, i) => (
                <Button key={act.kind} type={i === 0 ? 'primary' : 'default'} onClick={() => setChosen(act)}>
                  {pick(act.title)}
                </Button>
              ))}
          </div>
          <NotNow acts={acts.filter(({ refusals }) => refusals.length > 0)} />
          <Modal
            open={chosen !== undefined}
            title={chosen && pick(chosen.title)}
            onCancel={close}
            footer={null}
            destroyOnHidden
          >
            {chosen &&
              (Own ? (
                <Own id={id} onDone={close} onCancel={close} />
              ) : (
                <ActForm
                  kind={chosen.kind}
                  schema={chosen.form}
                  fixed={{ ...made, [subjectField ?? subjectFieldOf(chosen, type)]: id }}
                  evidence={chosen.evidence}
                  options={options}
                  onDone={close}
                  onCancel={close}
                />
              ))}
          </Modal>
        </div>
      )}
    </Answered>
  )
}

function NotNow({ acts }: { acts: readonly AvailableAct[] }) {
  const { t, pick } = useWords()
  if (acts.length === 0) return null
  return (
    <details className="not-now">
      <summary>{t('kit.acts.not-now', { count: acts.length })}</summary>
      <ul>
        {acts.map((act) => (
          <li key={act.kind}>
            <b>{pick(act.title)}</b>
            <Refusals refusals={act.refusals} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const subjectFieldOf = ({ form }: AvailableAct, type: string): string =>
  fieldsOf(form).some(({ name }) => name === type) ? type : 'id'
