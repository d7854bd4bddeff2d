import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { OwnForm } from '../../../web/kit/acts/available-acts.tsx'
import { ActAnswer } from '../../../web/kit/acts/act-answer.tsx'
import type { ActInput } from '../../../web/kit/api/names.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { usePerform } from '../../../web/kit/api/use-perform.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import type { Home } from './home-page.tsx'
import { ReasonInput } from './reason-input.tsx'

type Field = keyof Home['fields']

const choices: Partial<Record<Field, readonly string[]>> = {
  sex: ['male', 'female'],
  titleKind: ['certificate', 'homestead', 'village-proof'],
  dwellingKind: ['self-built', 'commercial-estate', 'business', 'collective', 'illegal'],
  hardship: ['none', 'low-income', 'destitute', 'other'],
  formerHeating: ['coal-stove', 'coal-kang', 'firewood', 'electric', 'gas', 'central', 'none'],
}
const flags: readonly Field[] = [
  'actualResident',
  'permanentlyResident',
  'inDemolitionPlan',
  'helpedBefore',
  'wishes',
]
const figures: readonly Field[] = [
  'residents',
  'buildingAreaM2',
  'heatingAreaM2',
  'coalTonnes',
  'wantedUnits',
]
const texts: readonly Field[] = [
  'householder',
  'idNumber',
  'telephone',
  'registeredAt',
  'address',
  'villageGroup',
  'titleNumber',
  'titleOwner',
  'accountHolder',
  'accountNumber',
  'transformerArea',
  'wantedEquipment',
  'bankCard',
  'remark',
]
const all: readonly Field[] = [...texts, ...figures, ...flags, ...(Object.keys(choices) as Field[])]

/** One field at a time: what it was, what it is to be, why. An emptied field is cleared. */
export const CorrectForm: OwnForm = ({ id, onDone, onCancel }) => {
  const { t } = useWords()
  const home = useAnswer('home.page', { home: id }).data
  const performing = usePerform('home.correct')
  const [field, setField] = useState<Field>()
  const submit = async ({ value, reason }: { value?: string | number | boolean | null; reason: string }) => {
    if (!field) return
    const changes = {
      [field]: value === '' || value === undefined ? null : value,
    } as ActInput<'home.correct'>['changes']
    const outcome = await performing.perform({ home: id, changes, reason })
    if (outcome?.status === 'done') onDone()
  }
  const before = field && home?.fields[field]
  return (
    <Form layout="vertical" onFinish={submit}>
      <Form.Item label={t('home.what-to-correct')} required>
        <Select
          showSearch
          optionFilterProp="label"
          value={field}
          onChange={setField}
          options={all.map((one) => ({ value: one, label: t(`field.${one}`) }))}
        />
      </Form.Item>
      {field && (
        <Form.Item
          key={field}
          name="value"
          label={t('home.new-value')}
          extra={before === undefined ? undefined : t('home.was', { value: textOf(field, before) })}
        >
          <ValueInput field={field} />
        </Form.Item>
      )}
      <ReasonInput label="field.home.correct.reason" />
      <ActAnswer performing={performing} />
      <Button type="primary" htmlType="submit" loading={performing.pending} disabled={!field}>
        {t('act.home.correct')}
      </Button>{' '}
      <Button onClick={onCancel}>{t('home.cancel')}</Button>
    </Form>
  )

  function textOf(of: Field, value: unknown): string {
    if (typeof value === 'boolean') return t(value ? 'home.yes' : 'home.no')
    return choices[of] ? t(`choice.${of}.${String(value)}`) : String(value)
  }
}

function ValueInput({ field, ...bound }: { field: Field; value?: never; onChange?: never }) {
  const { t } = useWords()
  const options = choices[field]
  if (options)
    return (
      <Select
        allowClear
        {...bound}
        options={options.map((value) => ({ value, label: t(`choice.${field}.${value}`) }))}
      />
    )
  if (flags.includes(field))
    return (
      <Select
        allowClear
        {...bound}
        options={[
          { value: true, label: t('home.yes') },
          { value: false, label: t('home.no') },
        ]}
      />
    )
  if (figures.includes(field)) return <InputNumber min={0} style={{ width: '100%' }} {...bound} />
  return <Input maxLength={160} {...bound} />
}
