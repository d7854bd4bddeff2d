import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { ChecklistEntry } from '../../../web/kit/checklist/checklist-entry.tsx'
import { answersOf, type Entries, gapsOf, isBusy, photosOf } from '../../../web/kit/checklist/entries.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { Answered } from '../../../web/kit/states/answered.tsx'

interface Props {
  id: string
  onDone: () => void
  onCancel?: () => void
}

/** The contractor's own check of a home (§3.3.3). */
export function SelfCheckForm({ id, onDone, onCancel }: Props) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const answer = useAnswer('installation.page', { home: id })
  const check = usePerform('home.self-check')
  const [entries, setEntries] = useState<Entries>({})
  const [day, setDay] = useState<string | null>(today)
  const [attempts, setAttempts] = useState(0)

  const submit = async () => {
    setAttempts((before) => before + 1)
    if (day === null || isBusy(entries) || !answer.data || gapsOf(answer.data.checklist, entries).size > 0)
      return
    const outcome = await check.perform(
      { home: id, checkedOn: day, items: answersOf(entries) },
      { evidence: photosOf(entries) },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'home.self-check'))
    onDone()
  }

  return (
    <Answered answer={answer}>
      {({ checklist }) => (
        <Form layout="vertical" onFinish={() => void submit()}>
          <Form.Item label={t('field.checkedOn')} required>
            <DayInput value={day} onChange={setDay} />
          </Form.Item>
          <ChecklistEntry checklist={checklist} entries={entries} onChange={setEntries} attempts={attempts} />
          <ActAnswer performing={check} onRetry={() => void submit()} />
          <Space className="form-actions">
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              loading={check.pending}
              disabled={isBusy(entries)}
            >
              {actTitle(speech, 'home.self-check')}
            </Button>
            {onCancel && (
              <Button size="large" onClick={onCancel}>
                {t('kit.cancel')}
              </Button>
            )}
          </Space>
        </Form>
      )}
    </Answered>
  )
}
