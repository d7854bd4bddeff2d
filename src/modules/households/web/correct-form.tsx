import { Button, Form, Select } from 'antd'
import { type ComponentProps, useState } from 'react'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { yuanText } from '../../../web/kit/quantities/money.ts'
import { fieldsOpenAfterConfirmation, type HomeField } from '../model/fields.ts'
import { isAtLeast } from '../stages.ts'
import { FieldDoubt } from './field-doubt.tsx'
import { FieldEntry, fieldGroups } from './field-entry.tsx'
import { ReasonInput } from './reason-input.tsx'

type Changes = ActInput<'home.correct'>['changes']
type Props = ComponentProps<OwnForm> & { proposed?: Partial<Record<HomeField, string>> }
type Values = { reason: string } & Partial<Record<HomeField, unknown>>

const fields: readonly HomeField[] = Object.values(fieldGroups).flat()

/** What is wrong, what it is to be, why: several fields at once. A field chosen and left empty is cleared. `proposed` is
 * filled in to begin with. */
export function CorrectForm({ id, proposed = {}, onDone, onCancel }: Props) {
  const { t } = useWords()
  const answer = useAnswer('home.page', { home: id })
  const home = answer.data
  const performing = usePerform('home.correct')
  const [chosen, setChosen] = useState<HomeField[]>(fields.filter((field) => field in proposed))
  const locked = home !== undefined && isAtLeast(home.stage, 'confirmed')
  const open = locked ? fields.filter((field) => fieldsOpenAfterConfirmation.includes(field)) : fields
  const submit = async ({ reason, ...values }: Values) => {
    const changes = Object.fromEntries(
      chosen.map((field) => {
        const value = values[field]
        return [field, value === undefined || value === '' ? null : value]
      }),
    ) as Changes
    const seen = home?.corrections[0]?.act ?? null
    const outcome = await performing.perform({ home: id, changes, reason, seen })
    if (outcome?.status === 'done') onDone()
    else void answer.refetch()
  }
  return (
    <Form layout="vertical" onFinish={submit} initialValues={proposed}>
      <Form.Item
        label={t('home.what-to-correct')}
        extra={locked ? t('home.correct.locked') : undefined}
        required
      >
        <Select
          mode="multiple"
          showSearch
          optionFilterProp="label"
          value={chosen}
          onChange={setChosen}
          options={open.map((field) => ({ value: field, label: t(`field.${field}`) }))}
        />
      </Form.Item>
      {chosen.map((field) => (
        <Form.Item
          key={field}
          name={field}
          label={t('home.new-value.of', { field: t(`field.${field}`) })}
          extra={
            <>
              {wasText(field)}
              <FieldDoubt field={field} />
            </>
          }
          rules={
            field === 'householder' || field === 'address'
              ? [{ required: true, message: t('kit.form.required') }]
              : []
          }
        >
          <FieldEntry field={field} />
        </Form.Item>
      ))}
      <ReasonInput label="field.home.correct.reason" />
      <ActAnswer performing={performing} />
      <Button type="primary" htmlType="submit" loading={performing.pending} disabled={chosen.length === 0}>
        {t('act.home.correct')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('home.cancel')}</Button>
    </Form>
  )

  function wasText(field: HomeField): string {
    const value = home?.fields[field]
    if (value === undefined) return t('home.was', { value: t('home.blank') })
    if (typeof value === 'boolean') return t('home.was', { value: t(value ? 'home.yes' : 'home.no') })
    if (field === 'contributionFen') return t('home.was', { value: yuanText(Number(value)) })
    return t('home.was', { value: choiceText(field, String(value)) })
  }

  function choiceText(field: HomeField, value: string): string {
    const options = ['sex', 'titleKind', 'dwellingKind', 'hardship', 'formerHeating']
    return options.includes(field) ? t(`choice.${field}.${value}`) : value
  }
}
