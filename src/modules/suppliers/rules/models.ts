import type { z } from 'zod'
import type { EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse, type Refusal } from '../../../kernel/act/refusal.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { amount, type Pack, parameter } from '../../../kernel/pack/pack.ts'
import type { AdmitModel, PaperAnswer } from '../model.ts'
import { type Firm, firmRefusals } from './firms.ts'
import { checkPapers, papersAsked } from './papers.ts'

export interface ModelFacts {
  area: string
  exists: boolean
  /** Another model of this maker has this name. */
  taken: boolean
  maker?: Firm | undefined
}

/** The least efficiency of the county's access standard at −12 ℃ and at −20 ℃ (§3.1.2). */
export const accessStandard = (pack: Pack, day: Day) => ({
  copAtMinus12: amount(pack, 'equipment.minimumCopAtMinus12', day),
  copAtMinus20: amount(pack, 'equipment.minimumCopAtMinus20', day),
  lowestCelsius: amount(pack, 'equipment.lowestCelsius', day),
  /** The plan asks for a standard without figures. */
  assumed: parameter(pack, 'equipment.minimumCopAtMinus12', day).status === 'assumed',
})

/** Strong enough, with the papers the standard asks for, from a maker that is admitted and not on the negative list. */
export function checkModel(
  { taken, maker }: ModelFacts,
  input: z.output<typeof AdmitModel>,
  evidence: readonly EvidenceRef[],
  pack: Pack,
  today: Day,
): Refusal[] {
  const standard = accessStandard(pack, today)
  const refusals: Refusal[] = []
  const tooWeak = (celsius: number, cop: number, least: number) => {
    if (cop < least) refusals.push(refuse('model.too-weak', ['§3.1.2'], { celsius, cop, least }))
  }
  if (maker?.kind !== 'maker') refusals.push(refuse('model.no-maker', ['§3.1.2']))
  else refusals.push(...firmRefusals(maker, today, pack, today))
  if (taken)
    refusals.push(refuse('model.name-taken', ['§3.1.2'], { maker: maker?.name ?? '', model: input.model }))
  refusals.push(...checkPapers(papersAsked(pack, 'model'), input.papers, evidence, today))
  tooWeak(-12, input.copAtMinus12, standard.copAtMinus12)
  tooWeak(-20, input.copAtMinus20, standard.copAtMinus20)
  if (input.copAtMinus20 > input.copAtMinus12)
    refusals.push(
      refuse('model.better-when-colder', ['§3.1.2'], {
        atMinus12: input.copAtMinus12,
        atMinus20: input.copAtMinus20,
      }),
    )
  if (input.lowestCelsius > standard.lowestCelsius)
    refusals.push(
      refuse('model.not-cold-proof', ['§3.1.2'], {
        celsius: input.lowestCelsius,
        least: standard.lowestCelsius,
      }),
    )
  return refusals
}

/** A certificate that replaces an older one is judged as on admission. */
export const checkRenewal = (
  answer: PaperAnswer,
  evidence: readonly EvidenceRef[],
  pack: Pack,
  today: Day,
): Refusal[] =>
  checkPapers(
    papersAsked(pack, 'model').filter(({ id }) => id === answer.paper),
    [answer],
    evidence,
    today,
  )
