import { App, Button, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import {
  isMeasuring,
  measuredGaps,
  type MeasuredEntries,
  measuredPhotos,
  measurementsOf,
} from '../../../web/kit/checklist/measured.ts'
import { MeasurementEntry } from '../../../web/kit/checklist/measurement-entry.tsx'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'

interface Props {
  id: string
  onDone: () => void
  onCancel?: () => void
}

/** A home's commissioning run as it was measured (§3.3.1). */
export function CommissionForm({ id, onDone, onCancel }: Props) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const answer = useAnswer('installation.page', { home: id })
  const run = usePerform('home.commission')
  const [entries, setEntries] = useState<MeasuredEntries>({})
  const [day, setDay] = useState<string | null>(today)
  const [remark, setRemark] = useState('')
  const [attempts, setAttempts] = useState(0)
  const list = answer.data?.commissioningList

  const submit = async () => {
    setAttempts((before) => before + 1)
    if (day === null || isMeasuring(entries) || !list || measuredGaps(list, entries).size > 0) return
    const outcome = await run.perform(
      {
        home: id,
        runOn: day,
        measured: measurementsOf(entries),
        ...(remark.trim() && { remark: remark.trim() }),
      },
      { evidence: measuredPhotos(entries) },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'home.commission'))
    onDone()
  }

  return (
    <Answered answer={answer}>
      {({ commissioningList }) =>
        commissioningList ? (
          <Form layout="vertical" onFinish={() => void submit()}>
            <p className="quiet">{t('act.home.commission.effect')}</p>
            <Form.Item label={t('field.runOn')} required>
              <DayInput value={day} onChange={setDay} />
            </Form.Item>
            <MeasurementEntry
              list={commissioningList}
              entries={entries}
              onChange={setEntries}
              attempts={attempts}
            />
            <Form.Item label={t('field.home.commission.remark')}>
              <Input.TextArea
                rows={2}
                maxLength={400}
                value={remark}
                onChange={(event) => setRemark(event.target.value)}
              />
            </Form.Item>
            <ActAnswer performing={run} onRetry={() => void submit()} />
            <Space className="form-actions">
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                loading={run.pending}
                disabled={isMeasuring(entries)}
              >
                {actTitle(speech, 'home.commission')}
              </Button>
              {onCancel && (
                <Button size="large" onClick={onCancel}>
                  {t('kit.cancel')}
                </Button>
              )}
            </Space>
          </Form>
        ) : (
          <Empty>{t('refusal.commissioning.no-list')}</Empty>
        )
      }
    </Answered>
  )
}
