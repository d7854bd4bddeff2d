import { App, Button, Form, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { type ChosenRole, heldOf, RoleChoice } from './role-choice.tsx'

interface Filled {
  name: string
  signIn: string
  password: string
  organisation?: string
  roles?: ChosenRole[]
}

/** A person's account with its first password, which has to be changed at the first sign-in, and its roles. */
export function OpenAccount({
  onDone,
  onCancel,
}: {
  onDone: (account: string) => void
  onCancel: () => void
}) {
  const { t } = useWords()
  const { modal } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const [account] = useState(newId)
  const performing = usePerform('account.open')
  const organisations = useAnswer('organisation.list', {}).data ?? []

  const submit = async ({ name, signIn, password, organisation, roles = [] }: Filled) => {
    const held = roles.map(heldOf).filter((role) => role !== undefined)
    const outcome = await performing.perform({
      ...{ id: account, name, signIn: signIn.trim().toLowerCase(), password },
      ...(organisation && { organisation }),
      roles: held,
    })
    if (outcome?.status !== 'done') return
    modal.success({
      title: t('accounts.opened', { name }),
      content: t('accounts.opened.tell', { signIn: signIn.trim().toLowerCase(), password }),
      okText: t('kit.close'),
    })
    onDone(account)
  }

  return (
    <Form<Filled>
      form={form}
      layout="vertical"
      disabled={performing.pending}
      initialValues={{ roles: [{}] }}
      scrollToFirstError
      onFinish={(filled) => void submit(filled)}
    >
      <Form.Item
        name="name"
        label={t('accounts.name')}
        rules={[{ required: true, whitespace: true, message: t('kit.form.required') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="signIn"
        label={t('field.signIn')}
        extra={t('accounts.sign-in.rule')}
        rules={[
          { required: true, message: t('kit.form.required') },
          { pattern: /^\s*[a-z0-9][a-z0-9._-]{2,39}\s*$/i, message: t('accounts.sign-in.rule') },
        ]}
      >
        <Input maxLength={40} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
      <Form.Item label={t('accounts.first-password')} extra={t('accounts.first-password.rule')} required>
        <Space.Compact block>
          <Form.Item
            name="password"
            noStyle
            rules={[{ required: true, min: 10, message: t('accounts.first-password.rule') }]}
          >
            <Input autoComplete="off" className="first-password" aria-label={t('accounts.first-password')} />
          </Form.Item>
          <Button onClick={() => form.setFieldValue('password', anyPassword())}>
            {t('accounts.make-password')}
          </Button>
        </Space.Compact>
      </Form.Item>
      <Form.Item name="organisation" label={t('field.organisation')}>
        <Select
          allowClear={{ label: t('kit.clear') }}
          showSearch={{ optionFilterProp: 'label' }}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.List name="roles">
        {(fields, { add, remove }) => (
          <fieldset className="field-group">
            <legend>{t('accounts.roles')}</legend>
            {fields.map((field) => (
              <div key={field.key} className="role-line">
                <Form.Item
                  name={field.name}
                  rules={[{ validator: wholeRole(t('accounts.role-needs-place')) }]}
                >
                  <RoleChoice />
                </Form.Item>
                <Button size="small" onClick={() => remove(field.name)}>
                  {t('kit.form.remove')}
                </Button>
              </div>
            ))}
            <Button size="small" onClick={() => add({})}>
              {t('kit.form.add')}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <ActAnswer performing={performing} onRetry={() => form.submit()} />
      <Space className="form-actions">
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {t('act.account.open')}
        </Button>
        <Button onClick={onCancel}>{t('kit.cancel')}</Button>
      </Space>
    </Form>
  )
}

/** A line left empty is no role; one begun needs its place. */
const wholeRole = (message: string) => (_: unknown, value: ChosenRole | undefined) =>
  !value?.role || heldOf(value) ? Promise.resolve() : Promise.reject(new Error(message))

/** Without letters and digits that are read for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

function anyPassword(): string {
  // Numbers beyond a multiple of the alphabet are thrown away, so that every letter is as likely as any other.
  const most = 256 - (256 % letters.length)
  let made = ''
  while (made.length < 14)
    for (const byte of crypto.getRandomValues(new Uint8Array(16)))
      if (byte < most && made.length < 14) made += letters[byte % letters.length] ?? ''
  return made
}
