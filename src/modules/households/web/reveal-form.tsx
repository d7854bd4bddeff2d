import { Alert, Button, Form, Select } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { revealableFields } from '../model/fields.ts'
import { ReasonInput } from './reason-input.tsx'

type Reveal = ActInput<'home.reveal'>

/** Shows a masked number whole, for a reason that stays in the log; the value itself never enters it. */
export const RevealForm: OwnForm = ({ id, onCancel }) => {
  const { t } = useWords()
  const performing = usePerform('home.reveal')
  const [act, setAct] = useState<string>()
  const shown = useAnswer('home.revealed', { act: act ?? '' }, { enabled: act !== undefined }).data
  const submit = async ({ field, reason }: Pick<Reveal, 'field' | 'reason'>) => {
    const outcome = await performing.perform({ home: id, field, reason })
    if (outcome?.status === 'done') setAct(outcome.receipt.id)
  }
  if (shown)
    return (
      <>
        <Alert
          type="info"
          message={t(`field.${shown.field}`)}
          description={
            <b className="revealed">{shown.value === null ? t('home.blank') : String(shown.value)}</b>
          }
        />
        <p>
          <Button onClick={onCancel}>{t('home.close')}</Button>
        </p>
      </>
    )
  return (
    <Form layout="vertical" onFinish={submit}>
      <Form.Item
        name="field"
        label={t('field.home.reveal.field')}
        rules={[{ required: true, message: t('home.choose') }]}
      >
        <Select options={revealableFields.map((value) => ({ value, label: t(`choice.field.${value}`) }))} />
      </Form.Item>
      <ReasonInput label="field.home.reveal.reason" least={4} most={200} />
      <ActAnswer performing={performing} />
      <Button type="primary" htmlType="submit" loading={performing.pending}>
        {t('act.home.reveal')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('home.cancel')}</Button>
    </Form>
  )
}
