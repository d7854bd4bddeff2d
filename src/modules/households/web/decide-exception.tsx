import { Button, Form, Select } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { ReasonInput } from './reason-input.tsx'
import { usePaper } from './use-paper.tsx'

type Kind = 'home.grant-exception' | 'home.decline-exception'

/** The director's answer to an exception asked for: granted with a paper, or declined with the reason. */
const decideForm =
  (kind: Kind): OwnForm =>
  ({ id, onDone, onCancel }) => {
    const { t, pick } = useWords()
    const home = useAnswer('home.page', { home: id }).data
    const performing = usePerform(kind)
    const paper = usePaper('home.grant.paper')
    const asked = (home?.exceptions ?? []).filter(({ state }) => state === 'asked')
    const granting = kind === 'home.grant-exception'
    if (!home) return null
    const submit = async ({ request, reason }: { request: string; reason: string }) => {
      const evidence = granting ? paper.take() : []
      if (!evidence) return
      const outcome = await performing.perform({ home: id, request, reason }, { evidence })
      if (outcome?.status === 'done') onDone()
    }
    return (
      <Form
        layout="vertical"
        onFinish={submit}
        onFinishFailed={paper.tell}
        initialValues={{ request: asked.length === 1 ? asked[0]?.id : undefined }}
      >
        <Form.Item
          name="request"
          label={t('home.request')}
          rules={[{ required: true, message: t('home.choose') }]}
        >
          <Select
            options={asked.map((one) => ({ value: one.id, label: `${pick(one.label)}: ${one.reason}` }))}
            notFoundContent={t('home.no-request')}
          />
        </Form.Item>
        <ReasonInput />
        {granting && paper.field}
        <ActAnswer performing={performing} />
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {t(`act.${kind}`)}
        </Button>{' '}
        <Button onClick={onCancel}>{t('home.cancel')}</Button>
      </Form>
    )
  }

export const GrantExceptionForm = decideForm('home.grant-exception')
export const DeclineExceptionForm = decideForm('home.decline-exception')
