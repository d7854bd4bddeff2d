import type { z } from 'zod'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { type MeasuredWorks, measuredWorks } from '../../../kernel/pack/pack.ts'
import type { InstallParts, PartEntry } from '../model.ts'
import { type AsOf, checkDay, type InstalledFacts, mayBegin, mayCorrect } from '../rules.ts'

export interface PartsFacts extends InstalledFacts {
  /** On record for this home, in the pack's order of parts. */
  parts: readonly PartEntry[]
}

const clauses = ['§1.2', '§3.3.1']

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
    ...partsRefusals(works, input.parts),
    ...materialRefusals(input.materials, evidence),
    ...photoRefusals(input, evidence),
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
  if (!works) return []
  const isSame =
    parts.length === facts.parts.length &&
    parts.every(({ part, areaM2 }) => facts.parts.some((p) => p.part === part && p.areaM2 === areaM2))
  return [...partsRefusals(works, parts), ...(isSame ? [refuse('parts.nothing-changed', clauses)] : [])]
}

/** Parts of the line's list, each once, enough of them, and no more area than a home can have. */
function partsRefusals(works: MeasuredWorks, parts: readonly PartEntry[]): Refusal[] {
  const refusals: Refusal[] = []
  const seen = new Set<string>()
  for (const { part } of parts) {
    const known = works.parts.find(({ id }) => id === part)
    if (!known) refusals.push(refuse('parts.unknown', clauses, { part }))
    else if (seen.has(part))
      refusals.push(refuse('parts.twice', clauses, { part: known.label.zh, partEn: known.label.en }))
    seen.add(part)
  }
  if (seen.size < works.leastParts)
    refusals.push(refuse('parts.too-few', clauses, { parts: seen.size, least: works.leastParts }))
  const area = totalM2(parts)
  if (area > works.mostM2) refusals.push(refuse('parts.implausible', clauses, { area, most: works.mostM2 }))
  return refusals
}

/** Without what a part is made of, and its certificate, nobody can say later what hangs on the wall. */
const materialRefusals = (
  materials: z.output<typeof InstallParts>['materials'],
  evidence: readonly EvidenceRef[],
): Refusal[] => {
  const papers = new Set(evidence.filter(({ kind }) => kind === 'document').map(({ digest }) => digest))
  return materials.flatMap(({ name, certificate }) =>
    papers.has(certificate) ? [] : [refuse('material.no-certificate', clauses, { name })],
  )
}

/** A wall before and after: the one picture cannot be both. */
const photoRefusals = (
  { before, after }: Pick<z.output<typeof InstallParts>, 'before' | 'after'>,
  evidence: readonly EvidenceRef[],
): Refusal[] => {
  const photos = new Set(evidence.filter(({ kind }) => kind === 'photo').map(({ digest }) => digest))
  return [
    ...(before.some((digest) => photos.has(digest)) ? [] : [refuse('parts.no-photo-before', clauses)]),
    ...(after.some((digest) => photos.has(digest)) ? [] : [refuse('parts.no-photo-after', clauses)]),
    ...(before.some((digest) => after.includes(digest)) ? [refuse('parts.same-photo', clauses)] : []),
  ]
}

/** Area is reckoned in hundredths of a m², as it is kept: sums of decimals are not exact. */
export const centiM2 = (areaM2: number): number => Math.round(areaM2 * 100)

export const totalM2 = (parts: readonly { areaM2: number }[]): number =>
  parts.reduce((sum, { areaM2 }) => sum + centiM2(areaM2), 0) / 100
