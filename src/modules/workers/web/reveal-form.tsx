import { Button, Form, Input, Radio, Space } from 'antd'
import { useState } from 'react'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { Answer } from '../../../web/kit/api/names.ts'
import { ask } from '../../../web/kit/api/transport.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'

interface Props {
  id: string
  onDone: () => void
  onCancel: () => void
  onRevealed: (value: string) => void
}

const fields = ['idNumber', 'telephone'] as const

/** Says why one looks at a whole number; it is shown on the page, and asked for once. */
export function RevealForm({ id, onDone, onCancel, onRevealed }: Props) {
  const { t } = useWords()
  const [field, setField] = useState<(typeof fields)[number]>('idNumber')
  const [reason, setReason] = useState('')
  const performing = usePerform('worker.reveal')
  const reveal = async () => {
    const outcome = await performing.perform({ worker: id, field, reason })
    if (outcome?.status !== 'done') return
    const { value } = await ask<Answer<'worker.revealed'>>('worker.revealed', { act: outcome.receipt.id })
    onRevealed(`${t(`choice.field.${field}`)} ${value ?? '—'}`)
    onDone()
  }
  return (
    <Form layout="vertical" disabled={performing.pending} onFinish={() => void reveal()}>
      <p className="act-effect">{t('act.worker.reveal.effect')}</p>
      <Form.Item label={t('field.worker.reveal.field')}>
        <Radio.Group
          optionType="button"
          value={field}
          options={fields.map((value) => ({ value, label: t(`choice.field.${value}`) }))}
          onChange={(event) => setField(event.target.value as (typeof fields)[number])}
        />
      </Form.Item>
      <Form.Item label={t('field.worker.reveal.reason')} required htmlFor="reveal-reason">
        <Input.TextArea
          id="reveal-reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <ActAnswer performing={performing} onRetry={() => void reveal()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {t('act.worker.reveal')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}
