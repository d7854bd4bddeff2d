import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { Refusals } from '../kit/acts/refusals.tsx'
import type { ToldRefusal } from '../kit/api/acts.ts'
import { type Session, setUp } from '../kit/api/session.ts'
import { type Trouble, troubleOf } from '../kit/api/trouble.ts'
import { useWords } from '../kit/language/use-words.ts'
import { TroubleNote } from '../kit/states/trouble-note.tsx'
import { Doorway } from './doorway.tsx'
import { NewPasswordFields } from './new-password-form.tsx'

interface Values {
  code: string
  county: string
  year: number
  signIn: string
  name: string
  next: string
}

/** The first person to open an empty installation founds the county and becomes its administrator. */
export function SetUpPage({ onDone }: { onDone: (session: Session) => void }) {
  const { t } = useWords()
  const [pending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [refusals, setRefusals] = useState<ToldRefusal[]>([])
  const found = async ({ code, county, year, signIn, name, next }: Values) => {
    setPending(true)
    setTrouble(undefined)
    setRefusals([])
    try {
      const administrator = { signIn: signIn.trim().toLowerCase(), name: name.trim(), password: next }
      const answer = await setUp({ county: { code, name: county.trim() }, year, administrator })
      if ('status' in answer) setRefusals(answer.refusals)
      else onDone(answer)
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setPending(false)
    }
  }
  const required = { required: true, whitespace: true, message: t('kit.form.required') }
  return (
    <Doorway title={t('office.set-up')} lead={t('office.set-up.lead')}>
      <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void found(values)}>
        <div className="form-pair">
          <Form.Item
            name="county"
            label={t('office.set-up.county')}
            rules={[required, { min: 2, message: t('kit.form.look') }]}
          >
            <Input autoFocus maxLength={40} />
          </Form.Item>
          <Form.Item
            name="code"
            label={t('office.set-up.code')}
            rules={[required, { pattern: /^\d{6}$/, message: t('office.set-up.code.rule') }]}
          >
            <Input className="figure" inputMode="numeric" maxLength={6} />
          </Form.Item>
        </div>
        <Form.Item
          name="year"
          initialValue={new Date().getFullYear()}
          label={t('office.set-up.year')}
          rules={[{ required: true, type: 'integer', min: 2015, max: 2100, message: t('kit.form.required') }]}
        >
          <InputNumber className="figure" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="name" label={t('office.set-up.name')} rules={[required]}>
            <Input autoComplete="name" maxLength={40} />
          </Form.Item>
          <Form.Item
            name="signIn"
            label={t('office.sign-in.name')}
            rules={[
              required,
              {
                pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]{2,39}\s*$/,
                message: t('office.set-up.sign-in.rule'),
              },
            ]}
          >
            <Input autoComplete="username" autoCapitalize="none" />
          </Form.Item>
        </div>
        <NewPasswordFields />
        {trouble && <TroubleNote trouble={trouble} />}
        {refusals.length > 0 && <Refusals refusals={refusals} />}
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          block
          loading={pending}
          className="doorway-submit"
        >
          {t('office.set-up.found')}
        </Button>
      </Form>
    </Doorway>
  )
}
