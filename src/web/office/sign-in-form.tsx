import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type Session, signIn } from '../kit/api/session.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { TroubleNote } from '../kit/states/trouble-note.tsx'

interface Props {
  onDone: (session: Session) => void
}

export function SignInForm({ onDone }: Props) {
  const { t } = useWords()
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const enter = async (values: { signIn: string; password: string }) => {
    setPending(true)
    setTrouble(undefined)
    try {
      onDone(await signIn(values.signIn.trim(), values.password))
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(values) => void enter(values)}>
      <Form.Item
        name="signIn"
        label={t('office.sign-in.name')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Input size="large" autoComplete="username" autoCapitalize="none" autoFocus />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('office.sign-in.password')}
        rules={[{ required: true, message: t('kit.form.required') }]}
      >
        <Input.Password size="large" autoComplete="current-password" />
      </Form.Item>
      {trouble && <TroubleNote trouble={trouble} />}
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        loading={pending}
        className="doorway-submit"
      >
        {t('office.sign-in')}
      </Button>
    </Form>
  )
}
