import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useWords } from '../language/use-words.ts'
import { AmountInput } from './amount-input.tsx'
import { DayInput } from './day-input.tsx'
import { FieldGroup, FieldGroups } from './field-groups.tsx'
import type { Choice, Field } from './fields.ts'
import { choiceLabel, fieldHelp, fieldLabel } from './field-words.ts'
import { rulesOf } from './rules.ts'

export interface Option {
  value: Choice
  label: string
}

interface Props {
  field: Field
  kind: string
  /** The form path of the object the field is in. */
  within?: (string | number)[]
  /** What may be chosen for fields that hold another thing's id. */
  options?: Readonly<Record<string, readonly Option[]>>
}

/** One field of a generated form, with its label, help and checks. */
export function FieldInput({ field, kind, within = [], options }: Props) {
  const speech = useWords()
  const name = [...within, field.name]
  const label = fieldLabel(speech, kind, field.name)
  if (field.kind === 'group')
    return <FieldGroup fields={field.fields} label={label} kind={kind} name={name} options={options} />
  if (field.kind === 'groups')
    return <FieldGroups field={field} label={label} kind={kind} name={name} options={options} />
  const help = fieldHelp(speech, kind, field.name)
  if (field.kind === 'boolean')
    return (
      <Form.Item name={name} valuePropName="checked" extra={help} initialValue={field.initial}>
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    )
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      required={field.required}
      rules={rulesOf(field, speech)}
      initialValue={field.initial}
    >
      <Entry field={field} options={options?.[field.name]} />
    </Form.Item>
  )
}

interface EntryProps {
  field: Field
  options?: readonly Option[]
  // Given by Form.Item.
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
}

function Entry({ field, options, ...given }: EntryProps) {
  const speech = useWords()
  if (options)
    return (
      <Select
        {...given}
        mode={field.kind === 'texts' || field.kind === 'choices' ? 'multiple' : undefined}
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={!field.required && { label: speech.t('kit.clear') }}
      />
    )
  switch (field.kind) {
    case 'text': {
      const text = { ...given, value: (given.value as string | undefined) ?? '', maxLength: undefined }
      return field.long ? (
        <Input.TextArea
          {...text}
          autoSize={{ minRows: 3, maxRows: 8 }}
          showCount
          maxLength={field.maxLength}
        />
      ) : (
        <Input {...text} allowClear={!field.required} />
      )
    }
    case 'number':
      return (
        <InputNumber
          {...given}
          value={given.value as number | null}
          className="figure full-width"
          precision={field.whole ? 0 : undefined}
        />
      )
    case 'money':
    case 'centi':
      return (
        <AmountInput
          {...given}
          value={given.value as number | null}
          unit={field.kind === 'money' ? 'yuan' : 'kWh'}
        />
      )
    case 'day':
      return <DayInput {...given} value={given.value as string | null} />
    case 'choice':
    case 'choices': {
      const all = field.choices.map((value) => ({ value, label: choiceLabel(speech, field.name, value) }))
      if (field.kind === 'choice' && all.length <= 4)
        return <Radio.Group {...given} value={given.value} options={all} optionType="button" />
      return (
        <Select
          {...given}
          options={all}
          mode={field.kind === 'choices' ? 'multiple' : undefined}
          allowClear={!field.required && { label: speech.t('kit.clear') }}
        />
      )
    }
    case 'texts':
      return <Select {...given} mode="tags" open={false} suffixIcon={null} />
    case 'unfit':
      return <span className="quiet">{speech.t('kit.form.unfit')}</span>
    // Drawn by FieldInput itself.
    case 'boolean':
    case 'group':
    case 'groups':
      return null
  }
}
