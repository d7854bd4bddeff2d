import { Button, Form, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { newId } from '../../../kernel/identity/id.ts'
import { useGo } from '../../../web/kit/address/address-link.tsx'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { Panel } from '../../../web/kit/frame/panel.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import { type HomeField, lines } from '../model/fields.ts'
import { FieldDoubt } from './field-doubt.tsx'
import { FieldEntry, fieldGroups, filledIn } from './field-entry.tsx'
import { useOwnTowns } from './own-towns.ts'
import './register.css'

type AddHome = ActInput<'home.add'>
type Values = {
  town: string
  village: string
  line: AddHome['line']
  fields: Partial<Record<HomeField, unknown>>
}

const needed: readonly HomeField[] = ['householder', 'address']

/** A single application by form; it goes to the end of its village's list and is screened at once. */
export function AddHomePage() {
  const { t } = useWords()
  const go = useGo()
  const { programme } = useSession()
  const [form] = Form.useForm<Values>()
  const [home] = useState(newId)
  const performing = usePerform('home.add')
  const towns = useOwnTowns()
  const town = Form.useWatch('town', form) ?? towns[0]?.code
  const villages =
    useAnswer('area.list', { level: 'village', parent: town ?? '' }, { enabled: town !== undefined }).data ??
    []
  const submit = async ({ village, line, fields }: Values) => {
    const input = { programme, home, village, line, fields: filledIn(fields) as AddHome['fields'] }
    const outcome = await performing.perform(input)
    if (outcome?.status === 'done') go(`/homes/${home}`)
  }
  const named = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  if (towns.length === 0) return <Skeleton active />
  return (
    <PageFrame
      title={t('act.home.add')}
      lead={t('home.add.lead')}
      back={{ to: '/register', label: t('register.title') }}
    >
      <Form
        form={form}
        layout="vertical"
        className="application-form"
        scrollToFirstError
        initialValues={{ town: towns[0]?.code, line: 'heating' }}
        onFinish={submit}
      >
        <Panel title={t('home.group.place')}>
          <div className="application-fields">
            <Form.Item name="town" label={t('field.town')} rules={[{ required: true }]}>
              <Select options={named(towns)} onChange={() => form.setFieldValue('village', undefined)} />
            </Form.Item>
            <Form.Item
              name="village"
              label={t('field.village')}
              rules={[{ required: true, message: t('home.choose') }]}
            >
              <Select showSearch optionFilterProp="label" options={named(villages)} />
            </Form.Item>
            <Form.Item name="line" label={t('field.line')} rules={[{ required: true }]}>
              <Select options={lines.map((line) => ({ value: line, label: t(`choice.line.${line}`) }))} />
            </Form.Item>
          </div>
        </Panel>
        {Object.entries(fieldGroups).map(([group, fields]) => (
          <Panel key={group} title={t(`home.group.${group}`)}>
            <div className="application-fields">
              {fields.map((field) => (
                <Form.Item
                  key={field}
                  name={['fields', field]}
                  label={t(`field.${field}`)}
                  extra={<FieldDoubt field={field} within="fields" />}
                  rules={
                    needed.includes(field)
                      ? [{ required: true, whitespace: true, message: t('kit.form.required') }]
                      : []
                  }
                >
                  <FieldEntry field={field} />
                </Form.Item>
              ))}
            </div>
          </Panel>
        ))}
        <ActAnswer performing={performing} onRetry={() => form.submit()} />
        <Button type="primary" htmlType="submit" loading={performing.pending}>
          {t('act.home.add')}
        </Button>
      </Form>
    </PageFrame>
  )
}
