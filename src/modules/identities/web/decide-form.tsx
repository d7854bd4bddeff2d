import { App, Button, Form, Input, Radio } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useWalk } from '../../../web/kit/table/use-walk.ts'
import type { PairAnswer } from '../model.ts'

interface Decided {
  answer: PairAnswer
  reason: string
}

/** One person or two, one dwelling or two, and why. */
export function DecideForm({ pair }: { pair: Answer<'pair.get'> }) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<Decided>()
  const deciding = usePerform('pair.decide')
  const go = useGo()
  const place = useWalk()
  const submit = async ({ answer, reason }: Decided) => {
    const { first, second, inForce: seen } = pair
    const outcome = await deciding.perform({ first, second, answer, reason, seen })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'pair.decide'))
    form.resetFields()
    if (place) go(place.next ?? place.list)
  }
  return (
    <Form<Decided>
      form={form}
      layout="vertical"
      disabled={deciding.pending}
      onFinish={(values) => void submit(values)}
    >
      <p className="quiet">{t('act.pair.decide.effect')}</p>
      <Form.Item
        name="answer"
        label={t('pairs.answer')}
        rules={[{ required: true, message: t('kit.form.required') }]}
        extra={pair.answers.includes('entered-twice') && t('pair.withdraw-hint')}
      >
        <Radio.Group
          className="pair-answers"
          options={pair.answers.map((value) => ({ value, label: t(`choice.answer.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('field.reason')}
        rules={[{ required: true, whitespace: true, min: 4, max: 500, message: t('pair.reason-short') }]}
      >
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      <ActAnswer performing={deciding} onRetry={() => form.submit()} />
      <Button type="primary" htmlType="submit" loading={deciding.pending}>
        {place ? t(place.next ? 'pair.decide-next' : 'pair.decide-last') : actTitle(speech, 'pair.decide')}
      </Button>
    </Form>
  )
}
