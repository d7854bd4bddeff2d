import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { ReasonInput } from './reason-input.tsx'
import { usePaper } from './use-paper.tsx'

interface Props {
  id: string
  newRequest: () => string
  onDone: () => void
  onCancel: () => void
}

/** Asks for an exception to a clause that holds in principle (§4.4); another person decides. */
export function ExceptionForm({ id, newRequest, onDone, onCancel }: Props) {
  const { t, pick } = useWords()
  const [request] = useState(newRequest)
  const home = useAnswer('home.page', { home: id }).data
  const performing = usePerform('home.ask-exception')
  const paper = usePaper('home.exception.paper')
  const waits = (home?.exceptions ?? []).filter(({ state }) => state === 'asked')
  const open = (home?.openExceptions ?? []).filter(({ fact }) => waits.every((one) => one.fact !== fact))
  if (!home) return null
  const submit = async ({ fact, reason }: { fact: string; reason: string }) => {
    const evidence = paper.take()
    if (!evidence) return
    const outcome = await performing.perform({ home: id, request, fact, reason }, { evidence })
    if (outcome?.status === 'done') onDone()
  }
  return (
    <Form
      layout="vertical"
      onFinish={submit}
      onFinishFailed={paper.tell}
      initialValues={{ fact: open.length === 1 ? open[0]?.fact : undefined }}
    >
      <p className="quiet">{t('home.exception.lead')}</p>
      {waits.map((one) => (
        <p key={one.id}>
          {pick(one.label)} · {t('home.exception.asked')}{' '}
          <span className="quiet">
            {one.reason} · {one.askedBy} · <DayText day={one.askedOn} />
          </span>
        </p>
      ))}
      <Form.Item
        name="fact"
        label={t('field.home.ask-exception.fact')}
        rules={[{ required: true, message: t('home.choose') }]}
      >
        <Select
          options={open.map(({ fact, label }) => ({
            value: fact,
            label: pick(label),
          }))}
          notFoundContent={t('home.no-exception')}
        />
      </Form.Item>
      <ReasonInput />
      {paper.field}
      <ActAnswer performing={performing} />
      <Button type="primary" htmlType="submit" loading={performing.pending}>
        {t('act.home.ask-exception')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('home.cancel')}</Button>
    </Form>
  )
}
