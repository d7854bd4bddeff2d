import { Button, Form } from 'antd'
import { useWords } from '../language/use-words.ts'
import { FieldInput, type Option } from './field-input.tsx'
import type { Field } from './fields.ts'

interface Props {
  label: string
  kind: string
  name: (string | number)[]
  options?: Readonly<Record<string, readonly Option[]>>
}

export function FieldGroup({ fields, label, kind, name, options }: Props & { fields: readonly Field[] }) {
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      {fields.map((field) => (
        <FieldInput key={field.name} field={field} kind={kind} within={name} options={options} />
      ))}
    </fieldset>
  )
}

/** A list of like things, as many as there are. */
export function FieldGroups({
  field,
  label,
  kind,
  name,
  options,
}: Props & { field: Extract<Field, { kind: 'groups' }> }) {
  const { t } = useWords()
  const first = Array.from({ length: Math.max(field.minItems, field.required ? 1 : 0) }, () => ({}))
  return (
    <Form.List name={name} initialValue={first}>
      {(items, { add, remove }) => (
        <fieldset className="field-group">
          <legend>{label}</legend>
          {items.map((item, i) => (
            <div key={item.key} className="field-group-item">
              <span className="field-group-number">{i + 1}</span>
              <div>
                {field.fields.map((inner) => (
                  // Inside a Form.List names are relative to the list.
                  <FieldInput
                    key={inner.name}
                    field={inner}
                    kind={kind}
                    within={[item.name]}
                    options={options}
                  />
                ))}
              </div>
              {items.length > field.minItems && (
                <Button size="small" onClick={() => remove(item.name)}>
                  {t('kit.form.remove')}
                </Button>
              )}
            </div>
          ))}
          <Button size="small" onClick={() => add({})}>
            {t('kit.form.add')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}
