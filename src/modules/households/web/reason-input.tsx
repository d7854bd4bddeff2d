import { Form, Input } from 'antd'
import { useWords } from '../../../web/kit/language/use-words.ts'

interface Props {
  label?: string
  /** Characters, as the act takes them. */
  least?: number
  most?: number
}

export function ReasonInput({ label = 'field.reason', least = 2, most = 400 }: Props) {
  const { t } = useWords()
  return (
    <Form.Item
      name="reason"
      label={t(label)}
      // Counted as the act counts: without what stands blank around it.
      rules={[{ required: true, min: least, transform: trimmed, message: t('home.give-reason', { least }) }]}
    >
      <Input.TextArea rows={2} maxLength={most} />
    </Form.Item>
  )
}

const trimmed = (text: unknown): unknown => (typeof text === 'string' ? text.trim() : text)
