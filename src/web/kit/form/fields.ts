import type { JsonSchema } from './json-schema.ts'

export type Choice = string | number | boolean

interface FieldBase {
  name: string
  required: boolean
  nullable: boolean
  initial?: unknown
}

/** What the person fills in for one property of an act's input. */
export type Field = FieldBase &
  (
    | { kind: 'text'; long: boolean; minLength?: number; maxLength?: number; pattern?: string }
    | { kind: 'number'; whole: boolean; minimum?: number; maximum?: number; above?: number; below?: number }
    /** An integer kept in fen and typed in yuan, or kept in hundredths and typed in whole units. */
    | { kind: 'money' | 'centi'; minimum?: number; maximum?: number }
    | { kind: 'day' | 'boolean' }
    | { kind: 'choice' | 'choices'; choices: Choice[] }
    | { kind: 'texts' }
    | { kind: 'group'; fields: Field[] }
    | { kind: 'groups'; fields: Field[]; minItems: number }
    /** A form no generated field fits: the act has a screen of its own. */
    | { kind: 'unfit' }
  )

/**
 * The fields of an act's input, in the order of the schema. Names ending `Fen` are money, `CentiKwh` hundredths;
 * days are told by their format or pattern; properties in `fixed` are given by the screen and not asked for.
 */
export function fieldsOf(schema: JsonSchema, fixed: readonly string[] = []): Field[] {
  return objectFields(schema, schema.$defs ?? {}).filter(({ name }) => !fixed.includes(name))
}

type Defs = Record<string, JsonSchema>

function objectFields(schema: JsonSchema, defs: Defs): Field[] {
  const { properties = {}, required = [] } = resolve(schema, defs)
  return Object.entries(properties).map(([name, property]) =>
    fieldOf(name, property, required.includes(name), defs),
  )
}

function fieldOf(name: string, given: JsonSchema, required: boolean, defs: Defs): Field {
  const { schema, nullable } = withoutNull(resolve(given, defs), defs)
  const initial = given.default ?? schema.default
  const base: FieldBase = {
    name,
    required: required && !nullable,
    nullable,
    ...(initial !== undefined && { initial }),
  }
  const choices = choicesOf(schema, defs)
  if (choices) return { ...base, kind: 'choice', choices }
  switch (schema.type) {
    case 'string':
      return isDayField(name, schema) ? { ...base, kind: 'day' } : { ...base, ...textField(name, schema) }
    case 'integer':
    case 'number':
      return { ...base, ...numberField(name, schema) }
    case 'boolean':
      return { ...base, kind: 'boolean' }
    case 'array':
      return { ...base, ...arrayField(schema, defs) }
    case 'object':
      return schema.properties
        ? { ...base, kind: 'group', fields: objectFields(schema, defs) }
        : { ...base, kind: 'unfit' }
    case undefined:
    default:
      return { ...base, kind: 'unfit' }
  }
}

function resolve(schema: JsonSchema, defs: Defs): JsonSchema {
  const { $ref, allOf } = schema
  if ($ref) {
    const target = defs[$ref.replace('#/$defs/', '')]
    return target ? { ...resolve(target, defs), ...without$ref(schema) } : schema
  }
  const [only] = allOf ?? []
  return only && allOf?.length === 1 ? { ...resolve(only, defs), ...schema } : schema
}

function without$ref(schema: JsonSchema): JsonSchema {
  const rest = { ...schema }
  delete rest.$ref
  return rest
}

/** `anyOf: [X, null]` is X that may be left empty. */
function withoutNull(schema: JsonSchema, defs: Defs): { schema: JsonSchema; nullable: boolean } {
  const options = schema.anyOf ?? schema.oneOf
  if (!options) return { schema, nullable: false }
  const others = options.filter((option) => option.type !== 'null')
  const [only] = others
  if (only && others.length === 1) return { schema: resolve(only, defs), nullable: options.length > 1 }
  return { schema: { ...schema, anyOf: others, oneOf: undefined }, nullable: others.length < options.length }
}

function choicesOf(schema: JsonSchema, defs: Defs): Choice[] | undefined {
  if (schema.enum) return schema.enum.filter((value) => value !== null)
  if (schema.const !== undefined && schema.const !== null) return [schema.const]
  const options = schema.anyOf?.map((option) => choicesOf(resolve(option, defs), defs))
  return options?.every((choices) => choices !== undefined) ? options.flat() : undefined
}

const isDayField = (name: string, { format, pattern }: JsonSchema): boolean =>
  format === 'date' || /\\d\{4\}.*-\\d\{2\}/.test(pattern ?? '') || /(On|Day)$|^day$/.test(name)

function textField(name: string, { minLength, maxLength, pattern, format }: JsonSchema) {
  const long = (maxLength ?? 0) >= 200 || /^(remark|reason|note|finding|text|description|answer)$/i.test(name)
  // The pattern of a format is the server's to check: its complaint would say nothing to a person.
  return { kind: 'text' as const, long, minLength, maxLength, pattern: format ? undefined : pattern }
}

const given = (limit: number | undefined): number | undefined =>
  limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit

function numberField(name: string, schema: JsonSchema) {
  const whole = schema.type === 'integer'
  const [minimum, maximum] = [given(schema.minimum), given(schema.maximum)]
  const [above, below] = [schema.exclusiveMinimum, schema.exclusiveMaximum]
  if (/Fen$/.test(name) || /Centi[A-Z]\w*$/.test(name)) {
    const least = minimum ?? (above === undefined ? undefined : above + 1)
    return { kind: /Fen$/.test(name) ? ('money' as const) : ('centi' as const), minimum: least, maximum }
  }
  return { kind: 'number' as const, whole, minimum, maximum, above, below }
}

function arrayField(schema: JsonSchema, defs: Defs) {
  const items = resolve(schema.items ?? {}, defs)
  const choices = choicesOf(items, defs)
  if (choices) return { kind: 'choices' as const, choices }
  if (items.type === 'string') return { kind: 'texts' as const }
  if (items.type === 'object' && items.properties)
    return { kind: 'groups' as const, fields: objectFields(items, defs), minItems: schema.minItems ?? 0 }
  return { kind: 'unfit' as const }
}
