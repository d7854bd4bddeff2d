import type { Day } from '../../../kernel/dates/day.ts'
import type { Pack } from '../../../kernel/pack/pack.ts'
import type { KeptPaper } from '../firm-facts.ts'
import { papersAsked } from '../rules/papers.ts'

/** Every paper the standard asks for, as it stands: there, run out, missing, or not needed. */
export const papersShown = (pack: Pack, of: string, kept: readonly KeptPaper[], today: Day) =>
  papersAsked(pack, of).map((asked) => {
    const there = kept.find(({ paper }) => paper === asked.id)
    const state = !there
      ? asked.required
        ? ('missing' as const)
        : ('not-needed' as const)
      : there.validTo && there.validTo < today
        ? ('run-out' as const)
        : ('there' as const)
    return {
      ...asked,
      state,
      number: there?.number ?? null,
      validTo: there?.validTo ?? null,
      digest: there?.digest ?? null,
    }
  })
