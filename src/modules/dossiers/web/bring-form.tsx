import { App, Button, Form, Select, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { FileDrop } from '../../../web/kit/capture/file-drop.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'
import { evidenceKindOf } from '../rules/papers.ts'

interface Props {
  id: string
  /** Chosen beforehand. */
  paper?: string
  onDone: () => void
  onCancel: () => void
}

/** A file for one paper of a home's dossier; what is missing comes first in the choice. */
export function BringForm({ id: home, paper: given, onDone, onCancel }: Props) {
  const speech = useWords()
  const { t, pick, find } = speech
  const { message } = App.useApp()
  const answer = useAnswer('dossier.page', { home })
  const [chosen, setChosen] = useState(given)
  const [files, setFiles] = useState<{ digests: string[]; busy: boolean }>({ digests: [], busy: false })
  const [wanted, setWanted] = useState(false)
  // After silence the same bringing is sent again, not another.
  const [id] = useState(newId)
  const performing = usePerform('dossier.add-paper')
  return (
    <Answered answer={answer}>
      {({ papers }) => {
        const mine = papers
          .filter(({ mayBring }) => mayBring)
          .sort((a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'))
        const paper = mine.find((each) => each.id === chosen) ?? mine[0]
        if (!paper) return <Empty>{t('dossier.none-to-bring')}</Empty>
        const submit = async () => {
          setWanted(true)
          if (files.busy || files.digests.length === 0) return
          const kind = evidenceKindOf({ personal: paper.personal || undefined })
          const outcome = await performing.perform(
            { home, id, paper: paper.id },
            { evidence: files.digests.map((digest) => ({ kind, digest })) },
          )
          if (outcome?.status !== 'done') return
          void message.success(doneText(speech, 'dossier.add-paper'))
          onDone()
        }
        const lacks = wanted && !files.busy && files.digests.length === 0
        return (
          <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
            <p className="quiet">{find('act.dossier.add-paper.effect')}</p>
            <Form.Item label={t('field.dossier.add-paper.paper')} extra={pick(paper.note)} required>
              <Select
                aria-label={t('field.dossier.add-paper.paper')}
                value={paper.id}
                onChange={setChosen}
                options={mine.map(({ id: value, label, state }) => ({
                  value,
                  label: `${pick(label)} · ${t(`dossier.state.${state}`)}`,
                }))}
              />
            </Form.Item>
            <Form.Item
              label={t(paper.personal ? 'evidence.personal' : 'evidence.document')}
              extra={paper.personal ? t('dossier.personal') : undefined}
              required
              validateStatus={lacks ? 'error' : undefined}
              help={lacks ? t('kit.form.evidence-missing') : undefined}
            >
              <FileDrop
                multiple
                onChange={(stored, busy) => setFiles({ digests: stored.map(({ digest }) => digest), busy })}
              />
            </Form.Item>
            <ActAnswer performing={performing} onRetry={() => void submit()} />
            <Space className="form-actions">
              <Button type="primary" htmlType="submit" loading={performing.pending}>
                {actTitle(speech, 'dossier.add-paper')}
              </Button>
              <Button onClick={onCancel}>{t('kit.cancel')}</Button>
            </Space>
          </Form>
        )
      }}
    </Answered>
  )
}
