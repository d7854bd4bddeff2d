import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import { answeredByPaper } from '../../../kernel/pack/checklist.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { ChecklistEntry } from '../../../web/kit/checklist/checklist-entry.tsx'
import {
  answersOf,
  type Entries,
  gapsOf,
  isBusy,
  photosOf,
  withPapers,
} from '../../../web/kit/checklist/entries.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'

import { DossierBeside } from './dossier-beside.tsx'

interface Props {
  id: string
  onDone: () => void
  onCancel?: () => void
}

const signOffForm = (kind: 'home.sign-off-village' | 'home.sign-off-town') =>
  function SignOffForm({ id, onDone, onCancel }: Props) {
    const speech = useWords()
    const { message } = App.useApp()
    const answer = useAnswer('acceptance.page', { home: id })
    const sign = usePerform(kind)
    const [filled, setEntries] = useState<Entries>({})
    const [attempts, setAttempts] = useState(0)

    const byPaper = answer.data && answeredByPaper(answer.data.signOffChecklist, answer.data.onRecord)
    const entries = withPapers(filled, byPaper ?? new Map())

    const submit = async () => {
      setAttempts((before) => before + 1)
      if (isBusy(entries) || !answer.data || gapsOf(answer.data.signOffChecklist, entries).size > 0) return
      const outcome = await sign.perform(
        { home: id, items: answersOf(entries) },
        { evidence: photosOf(entries) },
      )
      if (outcome?.status !== 'done') return
      void message.success(doneText(speech, kind))
      onDone()
    }

    return (
      <Answered answer={answer}>
        {({ signOffChecklist }) => (
          <Form layout="vertical" onFinish={() => void submit()}>
            <ChecklistEntry
              checklist={signOffChecklist}
              entries={entries}
              onChange={setEntries}
              attempts={attempts}
              {...(byPaper && { byPaper })}
              beside={{ 'dossier-complete': <DossierBeside home={id} /> }}
            />
            <ActAnswer performing={sign} onRetry={() => void submit()} />
            <Space className="form-actions">
              <Button type="primary" size="large" htmlType="submit" loading={sign.pending}>
                {actTitle(speech, kind)}
              </Button>
              {onCancel && (
                <Button size="large" onClick={onCancel}>
                  {speech.t('kit.cancel')}
                </Button>
              )}
            </Space>
          </Form>
        )}
      </Answered>
    )
  }

export const SignOffVillageForm = signOffForm('home.sign-off-village')
export const SignOffTownForm = signOffForm('home.sign-off-town')
