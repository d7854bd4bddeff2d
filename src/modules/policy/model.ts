import { z } from 'zod'
import { isDay } from '../../kernel/dates/day.ts'
import { type Condition, type Test, tests } from '../../kernel/pack/condition.ts'

/**
 * What an edit may put: the form of a pack's parts without their sense. Names may lead nowhere, texts be empty, groups
 * of conditions hold nothing: that is said by the pack's own checks, and a draft keeps it.
 */
const text = z.string().max(2_000)
const name = z.string().max(120)
const said = z.strictObject({ zh: text, en: text })
const scalar = z.union([z.boolean(), z.number(), text])
const names = z.array(name).max(200)
const operand = z.union([scalar, z.array(scalar).max(200), z.strictObject({ parameter: name })])

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).max(50) }),
    z.strictObject({ any: z.array(condition).max(50) }),
    z.strictObject({ not: condition }),
    z
      .strictObject({
        fact: name,
        ...(Object.fromEntries(tests.map((test) => [test, operand])) as Record<Test, typeof operand>),
      })
      .partial({
        is: true,
        equals: true,
        atLeast: true,
        atMost: true,
        before: true,
        after: true,
        oneOf: true,
      })
      .refine((comparison) => tests.filter((test) => comparison[test] !== undefined).length === 1),
  ]),
) as unknown as z.ZodType<Condition>

const parameterChange = z
  .strictObject({
    values: z
      .array(z.strictObject({ from: name, value: z.union([scalar, z.array(scalar).max(50)]) }))
      .max(100),
    status: z.enum(['plan', 'assumed']),
    note: said,
    clauses: names,
  })
  .partial()
const ruleChange = z
  .strictObject({
    when: condition,
    /** Null takes the day away: in force from the pack's first day, or without end. */
    from: name.nullable(),
    until: name.nullable(),
    label: said,
    refusal: said,
    clauses: names,
  })
  .partial()
const draftCase = z.strictObject({
  title: said,
  rule: name.optional(),
  group: name.optional(),
  day: name.optional(),
  facts: z.record(name, scalar),
  expect: z.enum(['yes', 'no', 'unknown']),
  missing: names.optional(),
})

/** One change of a draft. Of a case, null takes it away; indexes are those of the version that is edited. */
export const DraftEdit = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('parameter'), id: name, put: parameterChange }),
  z.strictObject({ what: z.literal('rule'), id: name, put: ruleChange }),
  z.strictObject({ what: z.literal('case'), index: z.int().min(0).max(10_000), put: draftCase.nullable() }),
  z.strictObject({ what: z.literal('new-case'), put: draftCase }),
])
export type DraftEdit = z.output<typeof DraftEdit>

export const DraftEdits = z.array(DraftEdit).min(1).max(500)

const draftName = z.string().trim().min(1).max(60)
const version = z.int().min(1)
export const Day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })
export const Reason = z.string().trim().min(2).max(500)

export const StartDraft = z.object({
  programme: z.uuid(),
  draft: z.uuid(),
  name: draftName,
  /** Another draft to copy; without it, and without files, the pack in force. */
  copyOf: z.uuid().optional(),
  /** A pack's files brought from elsewhere. */
  files: z.record(z.string(), z.string()).optional(),
})
export const EditDraft = z.object({ draft: z.uuid(), version, edits: DraftEdits })
export const RestoreDraft = z.object({ draft: z.uuid(), version, to: version })
export const RenameDraft = z.object({ draft: z.uuid(), name: draftName })
export const DiscardDraft = z.object({ draft: z.uuid() })
