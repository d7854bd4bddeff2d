import type { Field } from './fields.ts'

export type FormValues = Record<string, unknown>

/** What the act is sent: what was filled in, without what was left empty. */
export function inputOf(fields: readonly Field[], values: FormValues): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, values[field.name])
      return value === undefined ? [] : [[field.name, value]]
    }),
  )
}

function valueOf(field: Field, value: unknown): unknown {
  if (isLeftEmpty(value)) return emptyOf(field)
  if (typeof value === 'string') return value.trim()
  if (field.kind === 'group') {
    const group = inputOf(field.fields, value as FormValues)
    return !field.required && Object.keys(group).length === 0 ? emptyOf(field) : group
  }
  if (field.kind === 'groups') return (value as FormValues[]).map((item) => inputOf(field.fields, item ?? {}))
  return value
}

const isLeftEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** A list of nothing is a list, a box not ticked is a no where an answer is asked for. */
function emptyOf(field: Field): unknown {
  if (field.kind === 'choices' || field.kind === 'texts' || field.kind === 'groups')
    return field.required ? [] : undefined
  if (field.kind === 'boolean' && field.required) return false
  return field.nullable ? null : undefined
}

/** The path of a problem the server found, as the form names its fields: `devices[0].serial` → devices, 0, serial. */
export function formPath(path: string): (string | number)[] {
  return path
    .replace(/\[(\d+)\]/g, '.$1')
    .split(/[./]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
