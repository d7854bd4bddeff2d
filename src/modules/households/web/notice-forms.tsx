import { App, Button, Form, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { actTitle, doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { PhotoPicker } from '../../../web/kit/capture/photo-picker.tsx'
import type { StoredFile } from '../../../web/kit/capture/use-uploads.ts'
import { DayInput } from '../../../web/kit/form/day-input.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { mostHomes } from '../rules/named-positions.ts'
import { boardOptions } from './board-options.ts'
import { SaidInput } from './said-input.tsx'

interface FormProps {
  id: string
  onDone: () => void
  onCancel: () => void
}

/** The photograph of the board, and the day it went up. */
function PostForm({ id, onDone, onCancel }: FormProps) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const { today } = useSession()
  const posting = usePerform('notice.post')
  const [day, setDay] = useState<string | null>(today)
  const [photos, setPhotos] = useState<{ stored: readonly StoredFile[]; busy: boolean }>({
    stored: [],
    busy: false,
  })
  const [asked, setAsked] = useState(false)
  const lacks = asked && photos.stored.length === 0

  const submit = async () => {
    setAsked(true)
    if (!day || photos.busy || photos.stored.length === 0) return
    const evidence = photos.stored.map(({ digest }) => ({ kind: 'photo', digest }))
    const outcome = await posting.perform({ notice: id, postedOn: day }, { evidence })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'notice.post'))
    onDone()
  }
  return (
    <Form layout="vertical" disabled={posting.pending} onFinish={() => void submit()}>
      <p className="quiet">{t('notice.post.lead')}</p>
      <Form.Item label={t('field.postedOn')} required>
        <DayInput value={day} onChange={setDay} />
      </Form.Item>
      <Form.Item
        label={t('evidence.photo')}
        required
        validateStatus={lacks ? 'error' : undefined}
        help={lacks ? t('kit.form.evidence-missing') : undefined}
      >
        <PhotoPicker hint={t('notice.post.hint')} onChange={(stored, busy) => setPhotos({ stored, busy })} />
      </Form.Item>
      <ActAnswer performing={posting} onRetry={() => void submit()} />
      <Buttons kind="notice.post" pending={posting.pending} onCancel={onCancel} />
    </Form>
  )
}

interface Raised {
  homes?: string[]
  said: string
  contact?: string
  receivedOn: string
}

/** What somebody said in person; the receipt is told to them at once. */
function RaiseForm({ id, onDone, onCancel }: FormProps) {
  const { t } = useWords()
  const { today } = useSession()
  const notice = useAnswer('notice.get', { notice: id }).data
  const raising = usePerform('objection.raise')
  const [objection] = useState(newId)
  const [receipt, setReceipt] = useState<string>()

  const submit = async ({ homes, said, contact, receivedOn }: Raised) => {
    const outcome = await raising.perform({
      id: objection,
      notice: id,
      said,
      receivedOn,
      ...(homes?.length ? { homes } : {}),
      ...(contact?.trim() ? { contact: contact.trim() } : {}),
    })
    if (outcome?.status !== 'done') return
    const { receipt: code } = outcome.receipt.result as { receipt: string }
    setReceipt(`${code.slice(0, 5)}-${code.slice(5)}`)
  }
  if (receipt)
    return (
      <>
        <p>{t('objection.receipt', { receipt })}</p>
        <Button type="primary" className="form-actions" onClick={onDone}>
          {t('kit.close')}
        </Button>
      </>
    )
  return (
    <Form<Raised>
      layout="vertical"
      disabled={raising.pending}
      initialValues={{ receivedOn: today }}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item
        name="homes"
        label={t('objection.about-homes')}
        extra={t('objection.about-homes-help', { most: mostHomes })}
      >
        <Select
          mode="multiple"
          maxCount={mostHomes}
          allowClear={{ label: t('kit.clear') }}
          showSearch={{ optionFilterProp: 'label' }}
          options={boardOptions(notice)}
        />
      </Form.Item>
      <SaidInput name="said" help="page.said.help" />
      <Form.Item name="contact" label={t('field.contact')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="receivedOn" label={t('field.receivedOn')} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
      <ActAnswer performing={raising} />
      <Buttons kind="objection.raise" pending={raising.pending} onCancel={onCancel} />
    </Form>
  )
}

/** Confirmation says first what it would do, line by line below; here the sum. */
function ConfirmForm({ id, onDone, onCancel }: FormProps) {
  const speech = useWords()
  const { t } = speech
  const { message } = App.useApp()
  const notice = useAnswer('notice.get', { notice: id }).data
  const confirming = usePerform('notice.confirm')
  const count = (outcome: string) => notice?.lines.filter(({ now }) => now?.outcome === outcome).length ?? 0
  const submit = async () => {
    const outcome = await confirming.perform({ notice: id })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'notice.confirm'))
    onDone()
  }
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      <p>
        {t('notice.confirm.sum', { confirm: count('confirm'), wait: count('wait'), back: count('return') })}
      </p>
      <p className="quiet">{t('notice.confirm.lead')}</p>
      <ActAnswer performing={confirming} onRetry={() => void submit()} />
      <Buttons kind="notice.confirm" pending={confirming.pending} onCancel={onCancel} />
    </Form>
  )
}

function Buttons({ kind, pending, onCancel }: { kind: string; pending: boolean; onCancel: () => void }) {
  const speech = useWords()
  return (
    <Space className="form-actions">
      <Button type="primary" htmlType="submit" loading={pending}>
        {actTitle(speech, kind)}
      </Button>
      <Button onClick={onCancel}>{speech.t('kit.cancel')}</Button>
    </Space>
  )
}

export const noticeForms: Readonly<Record<string, OwnForm>> = {
  'notice.post': PostForm,
  'objection.raise': RaiseForm,
  'notice.confirm': ConfirmForm,
}
