import { App, Button, Form, Select, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { answersOf, isWhole, type PaperDrafts, PapersEntry } from './papers-entry.tsx'

/** A newer certificate of a model. */
export const RenewPaperForm: OwnForm = ({ id: model, onDone, onCancel }) => {
  const speech = useWords()
  const { t, pick, find } = speech
  const { message } = App.useApp()
  const papers = useAnswer('model.page', { model }).data?.papers
  const [chosen, setChosen] = useState<string>()
  const [drafts, setDrafts] = useState<PaperDrafts>({})
  const [wanted, setWanted] = useState(false)
  const performing = usePerform('equipment.renew-paper')
  if (!papers) return null
  const asked = papers
    .filter(({ id }) => id === (chosen ?? papers[0]?.id))
    .map((one) => ({ ...one, required: true }))
  const submit = async () => {
    setWanted(true)
    const [answer] = answersOf(asked, drafts)
    if (!answer || !isWhole(asked, drafts)) return
    const outcome = await performing.perform(
      { model, ...answer },
      { evidence: [{ kind: 'document', digest: answer.digest }] },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'equipment.renew-paper'))
    onDone()
  }
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="quiet">{find('act.equipment.renew-paper.effect')}</p>
      <Form.Item label={t('field.papers')} required>
        <Select
          value={asked[0]?.id}
          onChange={setChosen}
          options={papers.map(({ id, label }) => ({ value: id, label: pick(label) }))}
        />
      </Form.Item>
      <PapersEntry key={asked[0]?.id} asked={asked} drafts={drafts} onChange={setDrafts} wanted={wanted} />
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'equipment.renew-paper')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
