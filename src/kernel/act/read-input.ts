import { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import { mapBySchema } from './walk-input.ts'

export interface InputProblem {
  path: string
  /** In Chinese, unless the schema words it itself; in English beside it. */
  message: string
  messageEn: string
}

type SayIssue = ReturnType<typeof en>['localeError']

/** A pattern says nothing to whoever has to mend the text. */
const inWords = (locale: SayIssue, patternMissed: string): { error: SayIssue } => ({
  error: (issue) =>
    issue.code === 'invalid_format' && issue.format === 'regex' ? patternMissed : locale(issue),
})
const chinese = inWords(zhCN().localeError, '格式不对，请核对')
const english = inWords(en().localeError, 'Wrong format, please check')

export type ReadInput<T> = { ok: true; input: T } | { ok: false; problems: InputProblem[] }

/**
 * An input from outside, read by its schema. Ids come out in small letters, as the database writes them, since
 * they are compared as text everywhere. Text that no column can hold is a problem like any other.
 */
export function readInput<S extends z.ZodType>(schema: S, value: unknown): ReadInput<z.output<S>> {
  const unfit = findUnfit(value)
  if (unfit) return { ok: false, problems: [unfit] }
  const parsed = schema.safeParse(value, chinese)
  if (!parsed.success) {
    const inEnglish = schema.safeParse(value, english).error?.issues ?? []
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }, at) => ({
        path: path.join('.'),
        message,
        messageEn: inEnglish[at]?.message ?? message,
      })),
    }
  }
  return { ok: true, input: withPlainIds(schema, parsed.data) as z.output<S> }
}

const withPlainIds = (schema: z.ZodType, value: unknown): unknown =>
  mapBySchema(schema, value, (part, found) =>
    part instanceof z.ZodUUID && typeof found === 'string' ? { to: found.toLowerCase() } : undefined,
  )

/** Far deeper than any input of ours, and far from where a walk by recursion ends. */
const deepest = 64

/** NUL and halves of surrogate pairs, which neither PostgreSQL nor canonical JSON can hold. */
const unfitText = /\u0000|\p{Surrogate}/u

function findUnfit(value: unknown, path: (string | number)[] = []): InputProblem | undefined {
  const problem = (message: string, messageEn: string) => ({ path: path.join('.'), message, messageEn })
  if (typeof value === 'string')
    return unfitText.test(value) ? problem('含有空字符或半个字符', 'NUL or half a character') : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (path.length >= deepest) return problem('层次过深', 'nested too deeply')
  for (const [key, item] of Object.entries(value)) {
    if (unfitText.test(key)) return problem('含有空字符或半个字符', 'NUL or half a character')
    path.push(key)
    const found = findUnfit(item, path)
    if (found) return found
    path.pop()
  }
  return undefined
}
