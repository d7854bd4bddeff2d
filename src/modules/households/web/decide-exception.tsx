import { Button, Form, Select } from 'antd'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { ExceptionTold } from './exception-told.tsx'
import { ReasonInput } from './reason-input.tsx'
import { usePaper } from './use-paper.tsx'

/** Which requests an act is about. */
const about = {
  'home.grant-exception': 'asked',
  'home.decline-exception': 'asked',
  'home.take-back-exception': 'asked',
  'home.revoke-exception': 'granted',
} as const
type Kind = keyof typeof about

interface Props {
  kind: Kind
  /** The home. */
  id: string
  /** The one that is decided; chosen here where none is given. */
  request?: string | undefined
  onDone: () => void
  onCancel: () => void
}

/** The director's answer to an exception asked for: granted with a paper, or declined with the reason; and its end, taken back or revoked. */
export function DecideExceptionForm({ kind, id, request: given, onDone, onCancel }: Props) {
  const { t, pick } = useWords()
  const home = useAnswer('home.page', { home: id }).data
  const performing = usePerform(kind)
  const paper = usePaper('home.grant.paper')
  const asked = (home?.exceptions ?? []).filter(({ state }) => state === about[kind])
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
      initialValues={{ request: given ?? (asked.length === 1 ? asked[0]?.id : undefined) }}
    >
      <Form.Item
        name="request"
        label={t('home.request')}
        hidden={asked.some(({ id: request }) => request === given)}
        rules={[{ required: true, message: t('home.choose') }]}
      >
        <Select
          options={asked.map(({ id: value, label }) => ({
            value,
            label: pick(label),
          }))}
          notFoundContent={t('home.no-request')}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['request']}>
        {({ getFieldValue }) => {
          const one = asked.find(({ id: request }) => request === getFieldValue('request'))
          return (
            one && (
              <Form.Item>
                <ExceptionTold of={one} />
              </Form.Item>
            )
          )
        }}
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

export const GrantExceptionForm: OwnForm = (props) => (
  <DecideExceptionForm kind="home.grant-exception" {...props} />
)
export const DeclineExceptionForm: OwnForm = (props) => (
  <DecideExceptionForm kind="home.decline-exception" {...props} />
)
export const TakeBackExceptionForm: OwnForm = (props) => (
  <DecideExceptionForm kind="home.take-back-exception" {...props} />
)
export const RevokeExceptionForm: OwnForm = (props) => (
  <DecideExceptionForm kind="home.revoke-exception" {...props} />
)
