import type { PackCase, Parameter, Rule } from '../../../kernel/pack/schema.ts'
import type { DraftEdit } from '../model.ts'
import { type PackContent, same } from './changes.ts'

export type ParameterPut = Extract<DraftEdit, { what: 'parameter' }>['put']
export type RulePut = Extract<DraftEdit, { what: 'rule' }>['put']

/** Changes of a draft that are not saved yet, by what they are of. */
export interface Pending {
  parameters: Readonly<Record<string, ParameterPut>>
  rules: Readonly<Record<string, RulePut>>
  /** By the place in the saved version; null takes the case away. */
  cases: Readonly<Record<number, PackCase | null>>
  added: readonly PackCase[]
}

export const nothingPending: Pending = { parameters: {}, rules: {}, cases: {}, added: [] }

export const editsOf = ({ parameters, rules, cases, added }: Pending): DraftEdit[] => [
  ...Object.entries(parameters).map(([id, put]) => ({ what: 'parameter' as const, id, put })),
  ...Object.entries(rules).map(([id, put]) => ({ what: 'rule' as const, id, put })),
  ...Object.entries(cases).map(([index, put]) => ({ what: 'case' as const, index: Number(index), put })),
  ...added.map((put) => ({ what: 'new-case' as const, put })),
]

/** A parameter or rule with its pending changes in place; null takes a field away. */
export function withPut<T extends object>(saved: T, put: object | undefined): T {
  if (!put) return saved
  const changed = { ...saved, ...put }
  return Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null)) as T
}

/** Adds one change of a parameter or rule; a field put back to what is saved is no change any more. */
export function putOf<P extends object>(saved: object, before: P | undefined, put: P): P | undefined {
  const all = { ...before, ...put }
  const left = Object.entries(all).filter(
    ([field, value]) => !same(value ?? null, (saved as Record<string, unknown>)[field] ?? null),
  )
  return left.length === 0 ? undefined : (Object.fromEntries(left) as P)
}

/** The record with one key set, or taken out where there is nothing to keep. */
export function keep<V>(
  record: Readonly<Record<string, V>>,
  key: string,
  value: V | undefined,
): Record<string, V> {
  const { [key]: _, ...others } = record
  return value === undefined ? others : { ...others, [key]: value }
}

/**
 * What of the pending changes still makes sense on a version somebody else saved: a change stays where that version
 * left its parameter or rule alone. Cases have no names, so theirs stay only where no case was touched.
 */
export function carriedOver(pending: Pending, was: PackContent, is: PackContent): Pending {
  const rule = (content: PackContent, id: string): Rule | undefined =>
    content.rules.find((one) => one.id === id)
  const parameter = (content: PackContent, id: string): Parameter | undefined => content.parameters[id]
  const untouched = <P>(
    puts: Readonly<Record<string, P>>,
    of: (content: PackContent, id: string) => object | undefined,
  ) => Object.fromEntries(Object.entries(puts).filter(([id]) => same(of(was, id), of(is, id))))
  return {
    parameters: untouched(pending.parameters, parameter),
    rules: untouched(pending.rules, rule),
    cases: same(was.cases, is.cases) ? pending.cases : {},
    added: pending.added,
  }
}

/** The cases as they will be numbered once saved: those taken away leave, new ones come last. */
export function casesWith(saved: readonly PackCase[], { cases, added }: Pending) {
  const kept = saved.flatMap((one, index) => {
    const put = cases[index]
    return put === null ? [] : [put ?? one]
  })
  return [...kept, ...added]
}
