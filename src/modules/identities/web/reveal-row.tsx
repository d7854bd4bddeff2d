import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useMay } from '../../../web/kit/session/session-context.tsx'
import { RevealForm } from '../../households/web/reveal-form.tsx'

/** Whole numbers of a home, for a reason that is noted, as on its own page. */
export function RevealRow({ records }: { records: readonly Answer<'pair.get'>['records'][number][] }) {
  const { t } = useWords()
  const may = useMay('personal.reveal')
  const [home, setHome] = useState<string>()
  const close = () => setHome(undefined)
  if (!may) return null
  return (
    <>
      <tr>
        <th scope="row">{t('pair.whole-numbers')}</th>
        {records.map(({ id, list }) => (
          <td key={id}>
            {!list && (
              <Button size="small" onClick={() => setHome(id)}>
                {t('act.home.reveal')}
              </Button>
            )}
          </td>
        ))}
      </tr>
      <Modal
        open={home !== undefined}
        title={t('act.home.reveal')}
        onCancel={close}
        footer={null}
        destroyOnHidden
      >
        {home && <RevealForm id={home} onDone={close} onCancel={close} />}
      </Modal>
    </>
  )
}
