import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { type AvailableAct, availableActs } from '../api/acts.ts'
import type { ActKind } from '../api/names.ts'
import type { Trouble } from '../api/trouble.ts'
import { ActForm } from '../form/act-form.tsx'
import type { Option } from '../form/field-input.tsx'
import { useWords } from '../language/use-words.ts'
import { useMay } from '../session/session-context.tsx'
import type { OwnForm } from './available-acts.tsx'
import { Refusals } from './refusals.tsx'

interface Props {
  /** The type of what will be made. */
  type: string
  kind: ActKind
  options?: Readonly<Record<string, readonly Option[]>>
  onDone?: (id: string) => void
  /** A form of the act's own, where the generated one will not do. */
  form?: OwnForm
}

/** A button for an act that makes a new thing under an id of its own: a lot, a model. Shown to those who may. */
export function BeginAct(props: Props) {
  return useMay(props.kind) ? <Begin {...props} /> : null
}

function Begin({ type, kind, options, onDone, form: Own }: Props) {
  const { pick } = useWords()
  const [id, setId] = useState(newId)
  const [open, setOpen] = useState(false)
  const { data } = useQuery<AvailableAct[], Trouble>({
    queryKey: ['available', type, id],
    queryFn: ({ signal }) => availableActs(type, id, signal),
  })
  const act = data?.find((each) => each.kind === kind)
  if (!act) return null
  const done = () => {
    setOpen(false)
    onDone?.(id)
    setId(newId())
  }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {pick(act.title)}
      </Button>
      <Modal
        open={open}
        title={pick(act.title)}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        {act.refusals.length > 0 ? (
          <Refusals refusals={act.refusals} />
        ) : Own ? (
          <Own id={id} onDone={done} onCancel={() => setOpen(false)} />
        ) : (
          <ActForm
            kind={kind}
            schema={act.form}
            fixed={{ id }}
            evidence={act.evidence}
            options={options}
            onDone={done}
            onCancel={() => setOpen(false)}
          />
        )}
      </Modal>
    </>
  )
}
