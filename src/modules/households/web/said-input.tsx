import { Form, Input } from 'antd'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { isLongEnough, saidLength } from '../rules/said-length.ts'

interface Props {
  name: 'said' | 'answer' | 'what' | 'followed' | 'reason' | 'heard'
  help?: string
}

/** What was objected to, or the answer: as long as the door takes it, and counted the same. */
export function SaidInput({ name, help }: Props) {
  const { t } = useWords()
  const problem = t('page.too-short', saidLength)
  const check = (_: unknown, text: unknown) =>
    typeof text === 'string' && isLongEnough(text) ? Promise.resolve() : Promise.reject(new Error(problem))
  return (
    <Form.Item
      name={name}
      label={t(`field.${name}`)}
      extra={help && t(help)}
      required
      rules={[{ validator: check }]}
    >
      <Input.TextArea rows={4} maxLength={saidLength.most} showCount />
    </Form.Item>
  )
}
