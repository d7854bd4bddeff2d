import { z } from 'zod'
import { mapBySchema } from './walk-input.ts'

/** Marks a field of an act's input whose value may not enter the log: only its keyed digest does. */
const personalFields = z.registry<{ personal: true }>()

export function personal<S extends z.ZodType>(schema: S): S {
  personalFields.add(schema, { personal: true })
  return schema
}

/** The input as the log keeps it: every personal value replaced by `digest(its text)`. */
export function withoutPersonal(
  schema: z.ZodType,
  value: unknown,
  digest: (text: string) => string,
): unknown {
  return mapBySchema(schema, value, (part, found) =>
    personalFields.has(part)
      ? { to: digest(typeof found === 'string' ? found : JSON.stringify(found)) }
      : undefined,
  )
}
