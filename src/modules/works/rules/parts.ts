import type { z } from 'zod'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { measuredWorks } from '../../../kernel/pack/pack.ts'
import type { InstallParts, PartEntry } from '../model.ts'
import { type AsOf, checkDay, type InstalledFacts, mayBegin, mayCorrect } from '../rules.ts'
import { correctedRefusals, enteredRefusals } from './parts-entered.ts'

export interface PartsFacts extends InstalledFacts {
  /** On record for this home, in the pack's order of parts. */
  parts: readonly PartEntry[]
}

const ofMachines = ({ home }: Pick<InstalledFacts, 'home'>, { pack }: Pick<AsOf, 'pack'>): Refusal[] =>
  measuredWorks(pack, home) ? [] : [refuse('home.made-of-machines', ['§3.3.3'])]

/** §1.2: where the pack says that a home's line is built by measured parts. */
export const mayInstallParts = (facts: PartsFacts, asOf: AsOf): Refusal[] =>
  facts.home.ended === null && !measuredWorks(asOf.pack, facts.home)
    ? ofMachines(facts, asOf)
    : mayBegin(facts, asOf)

export function checkInstallParts(
  facts: PartsFacts,
  input: z.output<typeof InstallParts> & { installedOn: Day },
  evidence: readonly EvidenceRef[],
  asOf: AsOf,
): Refusal[] {
  const works = measuredWorks(asOf.pack, facts.home)
  if (!works) return []
  return [
    ...enteredRefusals(works, input, evidence),
    ...checkDay(facts, input.installedOn, input.workers ?? [], asOf),
  ]
}

export const mayCorrectParts = (facts: PartsFacts, asOf: AsOf): Refusal[] =>
  facts.home.ended === null && !measuredWorks(asOf.pack, facts.home)
    ? ofMachines(facts, asOf)
    : mayCorrect(facts)

export function checkCorrectedParts(
  facts: PartsFacts,
  parts: readonly PartEntry[],
  { pack }: Pick<AsOf, 'pack'>,
): Refusal[] {
  const works = measuredWorks(pack, facts.home)
  return works ? correctedRefusals(works, facts.parts, parts) : []
}
