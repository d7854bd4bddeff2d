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
      rules={[{ required: true, whitespace: true, min: least, message: t('home.give-reason', { least }) }]}
    >
      <Input.TextArea rows={2} maxLength={most} />
    </Form.Item>
  )
}
