import { App, Button, Form, Modal, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { DayText } from '../../../web/kit/quantities/day-text.tsx'
import { SaidInput } from './said-input.tsx'
import { usePaper } from './use-paper.tsx'

type Objection = Answer<'objection.list'>['rows'][number]

/** What an answer promised, by whom and by when, and what came of it; whoever may answer records that. */
export function FollowUp({ objection }: { objection: Objection }) {
  const { t } = useWords()
  const [recording, setRecording] = useState(false)
  const { followUp, followUpWho, followUpBy, followed, followedOn, isOverdue, mayDecide } = objection
  if (!followUp) return null
  return (
    <div className="objection-answer">
      <p>
        {!followed && (
          <b className="notice-lack">
            {t('objection.to-follow')}
            {isOverdue && ` · ${t('objection.overdue')}`}{' '}
          </b>
        )}
        {t('objection-told.follow-up', { day: followUpBy })} {followUp}{' '}
        <span className="quiet">
          {t('field.who')} {followUpWho}
        </span>
      </p>
      {followed && (
        <p>
          <span aria-hidden="true">✓</span> <DayText day={followedOn} /> {t('field.followed')} {followed}
        </p>
      )}
      {!followed && mayDecide && (
        <>
          <Button type="primary" size="small" onClick={() => setRecording(true)}>
            {t('act.objection.follow-up')}
          </Button>
          <Modal
            open={recording}
            title={t('act.objection.follow-up')}
            onCancel={() => setRecording(false)}
            footer={null}
            destroyOnHidden
          >
            <FollowUpForm objection={objection} onDone={() => setRecording(false)} />
          </Modal>
        </>
      )}
    </div>
  )
}

function FollowUpForm({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<{ followed: string }>()
  const recording = usePerform('objection.follow-up')
  const paper = usePaper('objection.follow-up-paper')
  const submit = async ({ followed }: { followed: string }) => {
    const evidence = paper.take()
    if (!evidence) return
    const outcome = await recording.perform({ objection: objection.id, followed }, { evidence })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'objection.follow-up'))
    onDone()
  }
  return (
    <Form
      form={form}
      layout="vertical"
      disabled={recording.pending}
      onFinish={(values) => void submit(values)}
      onFinishFailed={paper.tell}
    >
      <p className="objection-said">{objection.followUp}</p>
      <p className="quiet">{t('objection.follow-up-lead')}</p>
      <SaidInput name="followed" />
      {paper.field}
      <ActAnswer performing={recording} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={recording.pending}>
          {actTitle(speech, 'objection.follow-up')}
        </Button>
        <Button onClick={onDone}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
