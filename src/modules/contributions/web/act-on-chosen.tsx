import { Button, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { useAvailable } from '../../../web/kit/acts/available-acts.tsx'
import type { ActKind } from '../../../web/kit/api/names.ts'
import { ActForm } from '../../../web/kit/form/act-form.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'

interface Props {
  account: string
  kind: ActKind
  /** What the ticked rows give the act; its other fields are asked for. */
  fixed: Readonly<Record<string, unknown>>
  onDone: () => void
}

/** One act of a town's account about the rows ticked, for those who may do it. */
export function ActOnChosen({ account, kind, fixed, onDone }: Props) {
  const { pick } = useWords()
  const [open, setOpen] = useState(false)
  const [id, setId] = useState(newId)
  const act = useAvailable('contribution-account', account).data?.find((each) => each.kind === kind)
  if (!act) return null
  return (
    <>
      <Button type="primary" size="small" onClick={() => setOpen(true)}>
        {pick(act.title)}
      </Button>
      <Modal
        open={open}
        title={pick(act.title)}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <ActForm
          kind={kind}
          schema={act.form}
          fixed={{ ...fixed, account, id }}
          evidence={act.evidence}
          onDone={() => {
            setOpen(false)
            setId(newId())
            onDone()
          }}
          onCancel={() => setOpen(false)}
        />
      </Modal>
    </>
  )
}
