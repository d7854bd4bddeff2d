import { z } from 'zod'

/** Marks a field of an act's input whose value may not enter the log: only its keyed digest does. */
const personalFields = z.registry<{ personal: true }>()

export function personal<S extends z.ZodType>(schema: S): S {
  personalFields.add(schema, { personal: true })
  return schema
}

/**
 * The input as the log keeps it: every personal value replaced by `digest(its text)`.
 * Walks objects, arrays, records, optionals, nullables and unions of objects, the forms our inputs have.
 */
export function withoutPersonal(
  schema: z.ZodType,
  value: unknown,
  digest: (text: string) => string,
): unknown {
  if (value === undefined || value === null) return value
  if (personalFields.has(schema)) return digest(typeof value === 'string' ? value : JSON.stringify(value))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return withoutPersonal(schema.unwrap() as z.ZodType, value, digest)
  if (schema instanceof z.ZodPipe) return withoutPersonal(schema.in as z.ZodType, value, digest)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => withoutPersonal(schema.element as z.ZodType, item, digest))
  if (schema instanceof z.ZodRecord && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        withoutPersonal(schema.valueType as z.ZodType, item, digest),
      ]),
    )
  if (schema instanceof z.ZodObject && typeof value === 'object') {
    const shape = schema.shape as Record<string, z.ZodType>
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => {
          const field = shape[key]
          return [key, field ? withoutPersonal(field, item, digest) : item]
        }),
    )
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as z.ZodType[]
    const fitting = options.find((option) => option.safeParse(value).success)
    return fitting ? withoutPersonal(fitting, value, digest) : value
  }
  return value
}
