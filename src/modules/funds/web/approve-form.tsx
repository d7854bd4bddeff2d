import { App, Button, Form, Select, Space } from 'antd'
import { useState } from 'react'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { EvidenceField, type Gathered, isGathered } from '../../../web/kit/form/evidence-field.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { purposeOfLine } from '../model.ts'

/** 批准结算: out of which fund; above the pack's sum with the minutes of the meeting that decided it (decision 0032). */
export const ApproveForm: OwnForm = ({ id: claim, onDone, onCancel }) => {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const [form] = Form.useForm<{ fund: string }>()
  const [gathered, setGathered] = useState<Gathered>()
  const [sent, setSent] = useState(false)
  const page = useAnswer('claim.page', { claim }).data
  const purpose = purposeOfLine[page?.lot.line ?? 'heating']
  const funds = useAnswer('fund.choice', { purpose }, { enabled: page !== undefined })
  const performing = usePerform('claim.approve')
  if (!page) return null
  const netFen = page.totalFen - page.deductedFen
  const { meetingFromFen } = page
  const needsMinutes = meetingFromFen !== null && netFen >= meetingFromFen
  const submit = async (values: { fund: string }) => {
    setSent(true)
    if (needsMinutes && !isGathered(gathered)) return
    const stored = needsMinutes ? (gathered?.stored ?? []) : []
    const evidence = stored.map(({ digest }): EvidenceRef => ({ kind: 'document', digest }))
    const outcome = await performing.perform({ claim, ...values }, { evidence })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'claim.approve'))
    onDone()
  }
  return (
    <Form
      form={form}
      layout="vertical"
      disabled={performing.pending}
      onFinish={(values) => void submit(values)}
      onFinishFailed={() => setSent(true)}
    >
      <p>{t('claim.approve.sum', { yuan: yuanText(netFen) })}</p>
      <Form.Item
        name="fund"
        label={t('field.fund')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Select
          loading={funds.isPending}
          options={(funds.data ?? []).map((fund) => ({
            value: fund.id,
            label: t('fund.choice', { name: fund.name, left: yuanText(fund.availableFen) }),
          }))}
        />
      </Form.Item>
      {needsMinutes && (
        <>
          <p>{t('claim.approve.meeting', { yuan: yuanText(meetingFromFen) })}</p>
          <EvidenceField
            kind="document"
            hint={t('claim.approve.minutes')}
            missing={sent && !isGathered(gathered)}
            onChange={setGathered}
          />
        </>
      )}
      <ActAnswer performing={performing} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'claim.approve')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
