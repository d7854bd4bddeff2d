import { Button, Form, Radio } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { HomeSelect } from '../../households/web/home-select.tsx'
import { ReasonInput } from '../../households/web/reason-input.tsx'
import { type Suspicion, suspicions } from '../model.ts'
import { LineSelect } from './line-select.tsx'

interface Pointed {
  other: string
  suspected: Suspicion
  reason: string
}

/** Puts another home, or a line of an earlier year's list, beside this one that comparison did not, and goes on to the pair. */
export const PointOutForm: OwnForm = ({ id: home, onCancel }) => {
  const { t } = useWords()
  const go = useGo()
  const pointing = usePerform('pair.point-out')
  const [form] = Form.useForm<Pointed>()
  const suspected = Form.useWatch('suspected', form)
  const isEarlier = suspected === 'helped-before'
  const submit = async (said: Pointed) => {
    const outcome = await pointing.perform({ home, ...said })
    if (outcome?.status !== 'done') return
    const { first, second } = outcome.receipt.result as { first: string; second: string }
    go(`/duplicates/${first}/${second}`)
  }
  return (
    <Form<Pointed>
      form={form}
      layout="vertical"
      disabled={pointing.pending}
      onFinish={(said) => void submit(said)}
    >
      <p className="quiet">{t('pair.point-out.lead')}</p>
      <Form.Item
        name="suspected"
        label={t('field.suspected')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Radio.Group
          className="pair-answers"
          options={suspicions.map((value) => ({ value, label: t(`choice.suspected.${value}`) }))}
          onChange={() => form.resetFields(['other'])}
        />
      </Form.Item>
      {suspected && (
        <Form.Item
          key={isEarlier ? 'line' : 'home'}
          name="other"
          label={t(isEarlier ? 'field.other.line' : 'field.other')}
          extra={t(isEarlier ? 'line-select.help' : 'home-select.help')}
          rules={[{ required: true, message: t('kit.form.required') }]}
        >
          {isEarlier ? <LineSelect /> : <HomeSelect except={home} />}
        </Form.Item>
      )}
      <ReasonInput least={4} most={500} />
      <ActAnswer performing={pointing} />
      <Button type="primary" htmlType="submit" loading={pointing.pending}>
        {t('act.pair.point-out')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('kit.cancel')}</Button>
    </Form>
  )
}
