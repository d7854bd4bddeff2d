import { failedCases } from '../../kernel/pack/cases.ts'
import type { Answer } from '../../kernel/pack/kleene.ts'
import type { Pack } from '../../kernel/pack/pack.ts'

interface CaseRun {
  index: number
  title: { zh: string; en: string }
  rule: string | null
  group: string | null
  day: string
  facts: { fact: string; value: boolean | number | string }[]
  expect: Answer
  /** What the rules answer today; null where the rule is not in force on the case's day. */
  answer: Answer | null
  asExpected: boolean
  missing: readonly string[]
}

/** Running all cases asks the rules some hundred times; a pack never changes, so once is enough. */
const runs = new WeakMap<Pack, CaseRun[]>()

export function runCases(pack: Pack): CaseRun[] {
  const known = runs.get(pack)
  if (known) return known
  const failed = new Map(failedCases(pack).map((each) => [each.index, each]))
  const all = pack.cases.map((tried, index): CaseRun => {
    const other = failed.get(index)
    return {
      index,
      title: tried.title,
      rule: tried.rule ?? null,
      group: tried.group ?? null,
      day: tried.day ?? pack.validFrom,
      facts: Object.entries(tried.facts).map(([fact, value]) => ({ fact, value })),
      expect: tried.expect,
      answer: other ? (other.answer ?? null) : tried.expect,
      asExpected: other === undefined,
      missing: tried.missing ?? [],
    }
  })
  runs.set(pack, all)
  return all
}
