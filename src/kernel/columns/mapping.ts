import { z } from 'zod'
import { isLongNumber } from '../sheets/header-rows.ts'
import { readLimits } from '../sheets/read-limits.ts'

/** The user's word on which column is what, as `kernel/sheets` takes it. */
export const columnMapping = <Field extends string>(fields: readonly Field[]) =>
  z.strictObject({
    sheets: z.array(z.string().max(200)).min(1).max(readLimits.sheets).optional(),
    leftOut: z.array(z.string().max(200)).min(1).max(readLimits.sheets).optional(),
    headerRow: z.int().min(1).max(1000).optional(),
    columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.enum(fields).nullable()),
  })

/** Headers of a list to what they are; null for one that is not read. */
export const headersToKeep = <Field extends string>(fields: readonly Field[]) =>
  z
    .record(z.string().min(1).max(200), z.enum(fields).nullable())
    .refine((columns) => Object.keys(columns).length <= readLimits.columns, {
      error: `≤ ${readLimits.columns}`,
    })
    // What is kept stands in the log: a line of data taken for the headers must not get there.
    .refine((columns) => !Object.keys(columns).some(isLongNumber), {
      error:
        '列名里有证件号或户号，请先指定列名所在的行 · a header is a number: say first which row the headers are in',
    })
