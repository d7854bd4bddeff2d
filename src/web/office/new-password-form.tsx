import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { changePassword } from '../kit/api/session.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { TroubleNote } from '../kit/states/trouble-note.tsx'

interface Values {
  old: string
  next: string
  again: string
}

export function NewPasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const change = async ({ old, next }: Values) => {
    setPending(true)
    setTrouble(undefined)
    try {
      await changePassword(old, next)
      onDone()
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }
  const required = { required: true, message: t('kit.form.required') }
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void change(values)}>
      <Form.Item name="old" label={t('office.password.old')} rules={[required]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields />
      {trouble && <TroubleNote trouble={trouble} />}
      <Button type="primary" htmlType="submit" loading={pending} className="doorway-submit">
        {t('office.password.change')}
      </Button>
    </Form>
  )
}

/** A new password, twice; its length is what protects. */
export function NewPasswordFields() {
  const { t } = useWords()
  return (
    <>
      <Form.Item
        name="next"
        label={t('office.password.new')}
        extra={t('office.password.rule')}
        rules={[
          { required: true, message: t('kit.form.required') },
          { min: 10, message: t('password.too-short') },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('office.password.again')}
        dependencies={['next']}
        rules={[
          { required: true, message: t('kit.form.required') },
          ({ getFieldValue }) => ({
            validator: (_, again) =>
              !again || again === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('office.password.differ'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
