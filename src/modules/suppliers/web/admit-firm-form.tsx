import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { answersOf, isWhole, type PaperDrafts, PapersEntry } from './papers-entry.tsx'

/** 供应商准入: from when until when, and each paper of the access standard. */
export const AdmitFirmForm: OwnForm = ({ id: firm, onDone, onCancel }) => {
  const speech = useWords()
  const { t, find } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const [id] = useState(newId)
  const [days, setDays] = useState<{ validFrom: string | null; validTo: string | null }>({
    validFrom: today,
    validTo: null,
  })
  const [drafts, setDrafts] = useState<PaperDrafts>({})
  const [wanted, setWanted] = useState(false)
  const asked = useAnswer('firm.page', { firm }).data?.asked
  const performing = usePerform('firm.admit')
  if (!asked) return null
  const submit = async () => {
    setWanted(true)
    const { validFrom, validTo } = days
    if (!validFrom || !validTo || !isWhole(asked, drafts)) return
    const papers = answersOf(asked, drafts)
    const outcome = await performing.perform(
      { firm, id, validFrom, validTo, papers },
      {
        evidence: [...new Set(papers.map(({ digest }) => digest))].map((digest) => ({
          kind: 'document',
          digest,
        })),
      },
    )
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'firm.admit'))
    onDone()
  }
  const day = (name: 'validFrom' | 'validTo') => (
    <Form.Item
      label={t(`field.${name}`)}
      required
      validateStatus={wanted && !days[name] ? 'error' : undefined}
      help={wanted && !days[name] ? t('kit.form.required') : undefined}
    >
      <DayInput
        value={days[name]}
        onChange={(value) => setDays((before) => ({ ...before, [name]: value }))}
      />
    </Form.Item>
  )
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="quiet">{find('act.firm.admit.effect')}</p>
      {day('validFrom')}
      {day('validTo')}
      <p className="quiet">{t('papers.admit-lead')}</p>
      <PapersEntry asked={asked} drafts={drafts} onChange={setDrafts} wanted={wanted} />
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {actTitle(speech, 'firm.admit')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
