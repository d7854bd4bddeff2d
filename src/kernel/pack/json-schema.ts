import { z } from 'zod'
import { packSchemas } from './schema.ts'

/** The published JSON Schemas by file name, in the draft that YAML editors know. */
export function publishedSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(packSchemas).map(([part, schema]) => [
      `${part}.json`,
      z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'throw' }),
    ]),
  )
}
