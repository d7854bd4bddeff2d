import { z } from 'zod'

/**
 * The value with every part replaced for which `change` gives another, asked with the schema of each part. Walks
 * objects, arrays, records, optionals, nullables and unions of objects, the forms our inputs have.
 */
export function mapBySchema(
  schema: z.ZodType,
  value: unknown,
  change: (schema: z.ZodType, value: unknown) => { to: unknown } | undefined,
): unknown {
  if (value === undefined || value === null) return value
  const changed = change(schema, value)
  if (changed) return changed.to
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return mapBySchema(schema.unwrap() as z.ZodType, value, change)
  if (schema instanceof z.ZodPipe) return mapBySchema(schema.in as z.ZodType, value, change)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => mapBySchema(schema.element as z.ZodType, item, change))
  if (schema instanceof z.ZodRecord && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        mapBySchema(schema.valueType as z.ZodType, item, change),
      ]),
    )
  if (schema instanceof z.ZodObject && typeof value === 'object') {
    const shape = schema.shape as Record<string, z.ZodType>
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => {
          const field = shape[key]
          return [key, field ? mapBySchema(field, item, change) : item]
        }),
    )
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options as z.ZodType[]
    const fitting = options.find((option) => option.safeParse(value).success)
    return fitting ? mapBySchema(fitting, value, change) : value
  }
  return value
}
