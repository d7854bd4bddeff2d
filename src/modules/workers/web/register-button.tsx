import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { type AvailableAct, availableActs } from '../../../web/kit/api/acts.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import type { Trouble } from '../../../web/kit/api/trouble.ts'
import { ActForm } from '../../../web/kit/form/act-form.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'

interface Props {
  places: Answer<'crew.places'>
  onDone: (id: string) => void
}

/** Registers one person with one's own firm, and onto the site they go to. */
export function RegisterButton({ places, onDone }: Props) {
  const { t } = useWords()
  const { today } = useSession()
  const [id, setId] = useState(newId)
  const [open, setOpen] = useState(false)
  const firm = places.firms[0]?.id
  const { data } = useQuery<AvailableAct[], Trouble>({
    queryKey: ['available', 'organisation', firm],
    queryFn: ({ signal }) => availableActs('organisation', firm ?? '', signal),
    enabled: firm !== undefined,
  })
  const act = data?.find(({ kind }) => kind === 'worker.register')
  if (!act || firm === undefined) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('act.worker.register')}
      </Button>
      <Modal
        open={open}
        title={t('act.worker.register')}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <ActForm
          kind={act.kind}
          schema={act.form}
          fixed={{ firm, id }}
          initial={{ fromDay: today, ...(places.lots.length === 1 && { lot: places.lots[0]?.lot }) }}
          options={{
            lot: places.lots.map(({ lot, code, name }) => ({ value: lot, label: `${code} ${name}` })),
          }}
          onDone={() => {
            setOpen(false)
            setId(newId())
            onDone(id)
          }}
          onCancel={() => setOpen(false)}
        />
      </Modal>
    </>
  )
}
