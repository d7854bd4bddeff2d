import type { Answer } from '../../../web/kit/api/names.ts'
import { App, Button, Form, Radio, Select, Space } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { SaidInput } from './said-input.tsx'

interface Decided {
  decision: 'upheld' | 'rejected'
  answer: string
  home?: string
  fact?: string
  settled?: 'yes' | 'no' | 'unknown'
}

type Objection = Answer<'objection.list'>['rows'][number]

/** Upheld or not, the answer everybody gets, and, where it is upheld about a home, what it settles. */
export function DecideForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const speech = useWords()
  const { t, pick } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<Decided>()
  const decision = Form.useWatch('decision', form)
  const home = Form.useWatch('home', form)
  const deciding = usePerform('objection.decide')
  const facts = useAnswer('objection.facts', {}).data ?? []
  const notice = useAnswer('notice.get', { notice: objection.notice }).data
  const aboutHome = objection.home !== null || Boolean(home)

  const submit = async ({ decision: chosen, answer, home: named, fact, settled }: Decided) => {
    const consequence = chosen === 'upheld' && aboutHome ? { fact, settled } : {}
    const outcome = await deciding.perform({
      objection: objection.id,
      decision: chosen,
      answer,
      ...(objection.home === null && named ? { home: named } : {}),
      ...consequence,
    })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'objection.decide'))
    onDone()
  }
  return (
    <Form<Decided>
      form={form}
      layout="vertical"
      disabled={deciding.pending}
      onFinish={(values) => void submit(values)}
    >
      <p className="objection-said">{objection.said}</p>
      <Form.Item
        name="decision"
        label={t('field.decision')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Radio.Group
          optionType="button"
          options={(['upheld', 'rejected'] as const).map((value) => ({
            value,
            label: t(`choice.decision.${value}`),
          }))}
        />
      </Form.Item>
      {decision === 'upheld' && objection.home === null && (
        <Form.Item name="home" label={t('objection.about')} extra={t('objection.name-home')}>
          <Select
            allowClear={{ label: t('kit.clear') }}
            showSearch={{ optionFilterProp: 'label' }}
            options={notice?.lines.map((line) => ({
              value: line.home,
              label: `${line.row.position} ${line.row.householder}`,
            }))}
          />
        </Form.Item>
      )}
      {decision === 'upheld' && aboutHome && (
        <>
          <Form.Item
            name="fact"
            label={t('field.fact')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={facts.map(({ fact, label }) => ({ value: fact, label: pick(label) }))}
            />
          </Form.Item>
          <Form.Item
            name="settled"
            label={t('field.settled')}
            rules={[{ required: true, message: t('kit.form.required') }]}
            extra={t('objection.consequence')}
          >
            <Radio.Group
              optionType="button"
              options={(['yes', 'no', 'unknown'] as const).map((value) => ({
                value,
                label: t(`choice.settled.${value}`),
              }))}
            />
          </Form.Item>
        </>
      )}
      <SaidInput name="answer" help="objection.answer-help" />
      <ActAnswer performing={deciding} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={deciding.pending}>
          {actTitle(speech, 'objection.decide')}
        </Button>
        <Button onClick={onDone}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
