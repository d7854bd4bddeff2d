import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { CrewChoice } from './crew-choice.tsx'

/** 补登施工人员 */
export const NameCrewForm: OwnForm = ({ id: home, onDone, onCancel }) => {
  const speech = useWords()
  const { message } = App.useApp()
  const [workers, setWorkers] = useState<string[]>([])
  const performing = usePerform('home.name-crew')
  const submit = async () => {
    const outcome = await performing.perform({ home, workers })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'home.name-crew'))
    onDone()
  }
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="act-effect">{speech.t('act.home.name-crew.effect')}</p>
      <CrewChoice home={home} value={workers} onChange={setWorkers} required />
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending} disabled={workers.length === 0}>
          {speech.t('act.home.name-crew')}
        </Button>
        <Button onClick={onCancel}>{speech.t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
