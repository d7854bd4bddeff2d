import { Form, Input } from 'antd'
import { useWords } from '../../../web/kit/language/use-words.ts'

export function ReasonInput({ label = 'field.reason' }: { label?: string }) {
  const { t } = useWords()
  return (
    <Form.Item
      name="reason"
      label={t(label)}
      rules={[{ required: true, min: 2, message: t('home.give-reason') }]}
    >
      <Input.TextArea rows={2} maxLength={400} />
    </Form.Item>
  )
}
