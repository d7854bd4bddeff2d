import { App, Button, Form, Select, Space } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { mostHomes } from '../rules/named-positions.ts'
import { boardOptions } from './board-options.ts'
import { SaidInput } from './said-input.tsx'

type Objection = Answer<'objection.list'>['rows'][number]

/** An objection to the whole list, taken to the homes it is really about. */
export function NarrowForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<{ homes: string[]; reason: string }>()
  const narrowing = usePerform('objection.narrow')
  const notice = useAnswer('notice.get', { notice: objection.notice }).data
  const submit = async ({ homes, reason }: { homes: string[]; reason: string }) => {
    const outcome = await narrowing.perform({ objection: objection.id, homes, reason })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'objection.narrow'))
    onDone()
  }
  return (
    <Form
      form={form}
      layout="vertical"
      disabled={narrowing.pending}
      onFinish={(values) => void submit(values)}
    >
      <p className="objection-said">{objection.said}</p>
      <p className="quiet">{t('objection.narrow-lead')}</p>
      <Form.Item
        name="homes"
        label={t('objection.narrow-homes')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Select
          mode="multiple"
          maxCount={mostHomes}
          showSearch={{ optionFilterProp: 'label' }}
          options={boardOptions(notice)}
        />
      </Form.Item>
      <SaidInput name="reason" help="objection.narrow-help" />
      <ActAnswer performing={narrowing} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={narrowing.pending}>
          {actTitle(speech, 'objection.narrow')}
        </Button>
        <Button onClick={onDone}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
