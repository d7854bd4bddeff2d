import type { PackCase, Parameter, Rule } from '../../../kernel/pack/schema.ts'
import type { Said } from '../../../kernel/words/words.ts'

/** What of a pack's files a draft can change, as it stands there. */
export interface PackContent {
  parameters: Record<string, Parameter>
  rules: Rule[]
  cases: PackCase[]
}

interface FieldChange {
  field: string
  /** Null where it was not there, or is not there any more. */
  before: unknown
  after: unknown
}

/** One thing that a draft has otherwise than the pack in force. */
export interface Change {
  what: 'parameter' | 'rule' | 'case' | 'file'
  id: string
  label: Said | null
  /** Absent altogether in one of the two. */
  how: 'changed' | 'added' | 'removed'
  fields: FieldChange[]
}

const parameterFields = ['label', 'unit', 'days', 'values', 'status', 'note', 'clauses'] as const
const ruleFields = ['label', 'groups', 'when', 'from', 'until', 'refusal', 'clauses'] as const

/** Everything that differs, parameters first. */
export function changesBetween(before: PackContent, after: PackContent): Change[] {
  const rulesById = (content: PackContent) => Object.fromEntries(content.rules.map((rule) => [rule.id, rule]))
  return [
    ...between('parameter', before.parameters, after.parameters, parameterFields),
    ...between('rule', rulesById(before), rulesById(after), ruleFields),
    ...caseChanges(before.cases, after.cases),
  ]
}

function between<T extends { label: Said }>(
  what: 'parameter' | 'rule',
  before: Record<string, T>,
  after: Record<string, T>,
  fields: readonly (string & keyof T)[],
): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id): Change[] => {
    const [was, is] = [before[id], after[id]]
    if (!was) return is ? [{ what, id, label: is.label, how: 'added', fields: [] }] : []
    if (!is) return [{ what, id, label: was.label, how: 'removed', fields: [] }]
    const changed = fields.flatMap((field): FieldChange[] =>
      same(was[field], is[field]) ? [] : [{ field, before: was[field] ?? null, after: is[field] ?? null }],
    )
    return changed.length === 0 ? [] : [{ what, id, label: is.label, how: 'changed', fields: changed }]
  })
}

/** Cases have no ids: one that is not there word for word was added, or taken away. */
function caseChanges(before: readonly PackCase[], after: readonly PackCase[]): Change[] {
  const texts = (cases: readonly PackCase[]) => new Set(cases.map((one) => JSON.stringify(sorted(one))))
  const [were, are] = [texts(before), texts(after)]
  const missing = (cases: readonly PackCase[], there: Set<string>, how: 'added' | 'removed'): Change[] =>
    cases
      .filter((one) => !there.has(JSON.stringify(sorted(one))))
      .map((one) => ({ what: 'case', id: one.rule ?? one.group ?? '', label: one.title, how, fields: [] }))
  return [...missing(before, are, 'removed'), ...missing(after, were, 'added')]
}

export const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

/** Keys in one order at every depth, so that equal content is equal text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  )
}
