import { App, Button, Form, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Empty } from '../../../web/kit/states/empty.tsx'

interface Props {
  id: string
  /** Chosen beforehand. */
  brought?: string
  onDone: () => void
  onCancel: () => void
}

/** Takes a file out of a home's dossier, with why. */
export function TakeOutForm({ id: home, brought: given, onDone, onCancel }: Props) {
  const speech = useWords()
  const { t, pick, find } = speech
  const { message } = App.useApp()
  const [chosen, setChosen] = useState(given)
  const answer = useAnswer('dossier.page', { home })
  const performing = usePerform('dossier.withdraw-paper')
  return (
    <Answered answer={answer}>
      {({ papers }) => {
        const there = papers.flatMap(({ mayBring, label, brought }) =>
          mayBring
            ? brought
                .filter(({ withdrawnOn }) => withdrawnOn === null)
                .map(({ id, on }) => ({ value: id, label: `${pick(label)} · ${on}` }))
            : [],
        )
        const brought = there.find(({ value }) => value === chosen)?.value ?? there[0]?.value
        if (brought === undefined) return <Empty>{t('dossier.none-to-take-out')}</Empty>
        const submit = async ({ reason }: { reason: string }) => {
          const outcome = await performing.perform({ home, brought, reason })
          if (outcome?.status !== 'done') return
          void message.success(doneText(speech, 'dossier.withdraw-paper'))
          onDone()
        }
        return (
          <Form<{ reason: string }>
            layout="vertical"
            disabled={performing.pending}
            onFinish={(values) => void submit(values)}
          >
            <p className="quiet">{find('act.dossier.withdraw-paper.effect')}</p>
            <Form.Item label={t('field.dossier.withdraw-paper.brought')} required>
              <Select
                aria-label={t('field.dossier.withdraw-paper.brought')}
                value={brought}
                onChange={setChosen}
                options={there}
              />
            </Form.Item>
            <Form.Item
              name="reason"
              label={t('field.dossier.withdraw-paper.reason')}
              rules={[{ required: true, whitespace: true, min: 4, message: t('dossier.reason-short') }]}
            >
              <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
            </Form.Item>
            <ActAnswer performing={performing} onRetry={() => undefined} />
            <Space className="form-actions">
              <Button type="primary" htmlType="submit" loading={performing.pending}>
                {actTitle(speech, 'dossier.withdraw-paper')}
              </Button>
              <Button onClick={onCancel}>{t('kit.cancel')}</Button>
            </Space>
          </Form>
        )
      }}
    </Answered>
  )
}
