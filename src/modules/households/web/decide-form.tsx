import type { Answer } from '../../../web/kit/api/names.ts'
import { App, Button, Form, Input, Radio, Select, Space } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { boardOptions } from './board-options.ts'
import { ObjectionOutlook } from './objection-outlook.tsx'
import { SaidInput } from './said-input.tsx'

interface Decided {
  decision: 'upheld' | 'rejected'
  answer: string
  home?: string
  fact?: string
  settled?: 'yes' | 'no' | 'unknown'
  what?: string
  who?: string
  by?: string
}

type Objection = Answer<'objection.list'>['rows'][number]

/**
 * Upheld or not, the answer everybody gets, and what follows: about a home the fact it settles, else what will be done.
 * Each answer says what comes of it before it is given.
 */
export function DecideForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const speech = useWords()
  const { t, pick } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<Decided>()
  const decision = Form.useWatch('decision', form)
  const home = Form.useWatch('home', form)
  const settled = Form.useWatch('settled', form)
  const fact = Form.useWatch('fact', form)
  const { today } = useSession()
  const deciding = usePerform('objection.decide')
  const facts = useAnswer('objection.facts', {}).data ?? []
  const notice = useAnswer('notice.get', { notice: objection.notice }).data
  const aboutHome = objection.home !== null || Boolean(home)

  const follows = decision && followsFrom(decision, aboutHome, settled)

  const submit = async ({ decision: chosen, answer, home: named, what, who, by, ...rest }: Decided) => {
    const consequence =
      chosen === 'rejected'
        ? {}
        : aboutHome
          ? { fact: rest.fact, settled: rest.settled }
          : what && who && by
            ? { followUp: { what, who, by } }
            : {}
    const outcome = await deciding.perform({
      objection: objection.id,
      decision: chosen,
      answer,
      ...(chosen === 'upheld' && objection.home === null && named ? { home: named } : {}),
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
      {objection.position !== null && (
        <p>
          <b>
            {t('objection.about-home', {
              position: objection.position,
              householder: objection.householder ?? '',
            })}
          </b>
        </p>
      )}
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
            options={boardOptions(notice)}
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
              options={facts.map((each) => ({ value: each.fact, label: pick(each.label) }))}
            />
          </Form.Item>
          <Form.Item
            name="settled"
            label={t('field.settled')}
            rules={[{ required: true, message: t('kit.form.required') }]}
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
      {decision === 'upheld' && !aboutHome && (
        <>
          <SaidInput name="what" help="objection.what-help" />
          <Form.Item
            name="who"
            label={t('field.who')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('kit.form.required') }]}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="by"
            label={t('field.by')}
            rules={[{ required: true, message: t('kit.form.required') }]}
          >
            <DayInput from={today} />
          </Form.Item>
        </>
      )}
      {decision === 'upheld' && aboutHome && fact && settled && (
        <ObjectionOutlook objection={objection.id} home={home} fact={fact} settled={settled} />
      )}
      {follows && (
        <p className="objection-follows" role="status">
          <b>{t('objection.follows')}</b> {t(follows)}
        </p>
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

/** What comes of an answer, in words. */
function followsFrom(decision: Decided['decision'], aboutHome: boolean, settled: Decided['settled']) {
  if (decision === 'rejected')
    return aboutHome ? 'objection.follows.rejected-home' : 'objection.follows.rejected'
  if (!aboutHome) return 'objection.follows.follow-up'
  return `objection.follows.settled-${settled ?? 'open'}`
}
