import { Button, Form, Radio } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { HomeSelect } from '../../households/web/home-select.tsx'
import { ReasonInput } from '../../households/web/reason-input.tsx'
import { type Suspicion, suspicions } from '../model.ts'

interface Pointed {
  other: string
  suspected: Suspicion
  reason: string
}

/** Puts another home beside this one that comparison did not, and goes on to the pair. */
export const PointOutForm: OwnForm = ({ id: home, onCancel }) => {
  const { t } = useWords()
  const go = useGo()
  const pointing = usePerform('pair.point-out')
  const submit = async (said: Pointed) => {
    const outcome = await pointing.perform({ home, ...said })
    if (outcome?.status !== 'done') return
    const { first, second } = outcome.receipt.result as { first: string; second: string }
    go(`/duplicates/${first}/${second}`)
  }
  return (
    <Form<Pointed> layout="vertical" disabled={pointing.pending} onFinish={(said) => void submit(said)}>
      <p className="quiet">{t('pair.point-out.lead')}</p>
      <Form.Item
        name="other"
        label={t('field.other')}
        extra={t('home-select.help')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <HomeSelect except={home} />
      </Form.Item>
      <Form.Item
        name="suspected"
        label={t('field.suspected')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Radio.Group
          className="pair-answers"
          options={suspicions.map((value) => ({ value, label: t(`choice.suspected.${value}`) }))}
        />
      </Form.Item>
      <ReasonInput least={4} most={500} />
      <ActAnswer performing={pointing} />
      <Button type="primary" htmlType="submit" loading={pointing.pending}>
        {t('act.pair.point-out')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('kit.cancel')}</Button>
    </Form>
  )
}
