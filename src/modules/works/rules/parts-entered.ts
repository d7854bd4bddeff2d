import type { z } from 'zod'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { MeasuredWorks } from '../../../kernel/pack/pack.ts'
import type { InstallParts, PartEntry } from '../model.ts'

type Entered = Pick<z.output<typeof InstallParts>, 'parts' | 'materials' | 'before' | 'after'>

const clauses = ['§1.2', '§3.3.1']

/** What a form can tell by itself of what was entered: a telephone without a signal says it before the act is kept. */
export const enteredRefusals = (
  works: Pick<MeasuredWorks, 'parts' | 'leastParts' | 'mostM2'>,
  input: Entered,
  evidence: readonly EvidenceRef[],
): Refusal[] => [
  ...partsRefusals(works, input.parts),
  ...materialRefusals(input.materials, evidence),
  ...photoRefusals(input, evidence),
]

/** The parts of the pack's list that have an area; one left blank, or at nought, was not built. */
export const builtParts = (
  { parts }: Pick<MeasuredWorks, 'parts'>,
  areas: Readonly<Record<string, number | null>>,
): PartEntry[] =>
  parts.flatMap(({ id }) => {
    const areaM2 = centiM2(areas[id] ?? 0) / 100
    return areaM2 > 0 ? [{ part: id, areaM2 }] : []
  })

/** Parts of the line's list, each once, enough of them, and no more area than a home can have. */
function partsRefusals(
  works: Pick<MeasuredWorks, 'parts' | 'leastParts' | 'mostM2'>,
  parts: readonly PartEntry[],
): Refusal[] {
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

/** Parts measured anew: sound as before, and not what is on record already. */
export const correctedRefusals = (
  works: Pick<MeasuredWorks, 'parts' | 'leastParts' | 'mostM2'>,
  recorded: readonly PartEntry[],
  parts: readonly PartEntry[],
): Refusal[] => {
  const isSame =
    parts.length === recorded.length &&
    parts.every(({ part, areaM2 }) => recorded.some((p) => p.part === part && p.areaM2 === areaM2))
  return [...partsRefusals(works, parts), ...(isSame ? [refuse('parts.nothing-changed', clauses)] : [])]
}

/** Without what a part is made of, and its certificate, nobody can say later what hangs on the wall. */
const materialRefusals = (materials: Entered['materials'], evidence: readonly EvidenceRef[]): Refusal[] => {
  const papers = new Set(evidence.filter(({ kind }) => kind === 'document').map(({ digest }) => digest))
  return materials.flatMap(({ name, certificate }) =>
    papers.has(certificate) ? [] : [refuse('material.no-certificate', clauses, { name })],
  )
}

/** A wall before and after: the one picture cannot be both. */
const photoRefusals = (
  { before, after }: Pick<Entered, 'before' | 'after'>,
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
