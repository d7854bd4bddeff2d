import { App, Button, Form, Radio, Select, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { doneText } from '../../../web/kit/acts/act-words.ts'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { type WishAnswer, wishes } from '../model.ts'

/** What a household says it wishes, entered at a desk. */
export const WishForm: OwnForm = ({ id: home, onDone, onCancel }) => {
  const speech = useWords()
  const { t, pick } = speech
  const { message } = App.useApp()
  const { data } = useAnswer('home.wishes', { home })
  const [wish, setWish] = useState<WishAnswer>()
  const [route, setRoute] = useState<string>()
  const [reason, setReason] = useState<string>()
  const performing = usePerform('wish.record')
  const submit = async () => {
    if (!wish) return
    const outcome = await performing.perform({
      home,
      wish,
      ...(route && { route }),
      ...(reason && { reason }),
    })
    if (outcome?.status !== 'done') return
    void message.success(doneText(speech, 'wish.record'))
    onDone()
  }
  const options = (from: readonly { id: string; label: { zh: string; en: string } }[] = []) =>
    from.map(({ id, label }) => ({ value: id, label: pick(label) }))
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void submit()}>
      <p className="act-effect">{t('act.wish.record.effect')}</p>
      <Form.Item label={t('field.wish')} required>
        <Radio.Group
          optionType="button"
          value={wish}
          options={wishes.map((value) => ({ value, label: t(`choice.wish.${value}`) }))}
          onChange={(event) => setWish(event.target.value as WishAnswer)}
        />
      </Form.Item>
      <Form.Item label={t('wishes.reason')} required={wish !== undefined && wish !== 'wants'}>
        <Select allowClear value={reason} options={options(data?.reasons)} onChange={setReason} />
      </Form.Item>
      <Form.Item label={t('wishes.route')}>
        <Select allowClear value={route} options={options(data?.routes)} onChange={setRoute} />
      </Form.Item>
      <ActAnswer performing={performing} onRetry={() => void submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending} disabled={!wish}>
          {t('act.wish.record')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
