import type { EvidenceRef } from '../../kernel/act/define.ts'
import { type Refusal, refuse } from '../../kernel/act/refusal.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { blockingFailures, type ChecklistAnswer, gapsIn, tooFewPhotos } from '../../kernel/pack/checklist.ts'
import type { Pack } from '../../kernel/pack/pack.ts'
import type { Checklist } from '../../kernel/pack/schema.ts'
import type { LotState } from '../suppliers/public.ts'
import type { Firm } from '../suppliers/rules/firms.ts'
import { barRefusals } from '../suppliers/rules/negative-list.ts'
import type { CheckStep, PremisesStage } from './model.ts'

const clauses = ['§A.13', '§A.15', '§A.16']

/** The pack's list for public premises (§3.3.1); undefined where a pack knows none. */
export const premisesChecklist = (pack: Pack): Checklist | undefined =>
  pack.checklists.find(({ id }) => id === 'public-premises-acceptance')

export interface PremisesFacts {
  stage: PremisesStage
  village: string
  contractor: string | null
  supervisor: string | null
  /** Another stands in this village under the name asked for. */
  nameTaken: boolean
  /** The lot it is to be handed to. */
  lot?: LotState | undefined
  /** The two firms of that lot; without one, who builds it. */
  firms: readonly Firm[]
  /** Who ever did which step of it. */
  checkers: readonly { step: CheckStep; checker: string }[]
  /** Of the photographs handed in, how many another act has already, or one before it in the same batch. */
  usedPhotos: number
}

interface AsOf {
  pack: Pack
  today: Day
}

const barred = (firms: readonly Firm[], { pack, today }: AsOf): Refusal[] =>
  firms.flatMap((firm) => barRefusals('firm.barred', firm.name, firm.bars, pack, today))

const stands = (facts: Pick<PremisesFacts, 'stage'>, at: PremisesStage): Refusal[] =>
  facts.stage === at ? [] : [refuse('premises.not-there', clauses, { stage: facts.stage, at })]

export const checkName = ({ nameTaken }: Pick<PremisesFacts, 'nameTaken'>, name: string): Refusal[] =>
  nameTaken ? [refuse('premises.name-taken', clauses, { name })] : []

/** What it is may be put right, and another lot may have it, until it is built. */
export const mayChange = ({ stage }: PremisesFacts): Refusal[] =>
  stage === 'listed' || stage === 'assigned' ? [] : [refuse('premises.built', clauses, { stage })]

export function checkAssign({ lot, firms }: PremisesFacts, asOf: AsOf): Refusal[] {
  if (!lot) return [refuse('premises.no-lot', ['§3.2.0'])]
  if (lot.awardedOn === null) return [refuse('lot.not-awarded', ['§3.2.0', '§4.2'], { lot: lot.code })]
  return barred(firms, asOf)
}

export const mayWithdraw = ({ stage }: PremisesFacts): Refusal[] =>
  stage === 'accepted' || stage === 'withdrawn' ? [refuse('premises.over', clauses, { stage })] : []

/** Where a check finds it. */
const before: Readonly<Record<CheckStep, PremisesStage>> = {
  built: 'assigned',
  inspected: 'built',
  accepted: 'inspected',
}

/** A step follows the one before, is done by somebody who did none of those, and nobody on the negative list builds (§3.1.2). */
export function mayCheck(
  facts: PremisesFacts,
  step: CheckStep,
  actor: { id: string },
  asOf: AsOf,
): Refusal[] {
  const refusals = stands(facts, before[step])
  if (refusals.length > 0) return refusals
  if (!premisesChecklist(asOf.pack)) return [refuse('premises.no-checklist', ['§3.3.1'])]
  if (facts.checkers.some((done) => done.step !== step && done.checker === actor.id))
    refusals.push(refuse('premises.same-person', ['§3.3.4']))
  if (step === 'built') refusals.push(...barred(facts.firms, asOf))
  return refusals
}

/** The items that stop it. */
export const failedItems = (checklist: Checklist, answers: readonly ChecklistAnswer[]): string[] =>
  blockingFailures(checklist, answers).map(({ id }) => id)

/** The whole list, with photographs of this check's own; the contractor hands over nothing that fails. */
export function checkFilled(
  facts: PremisesFacts,
  step: CheckStep,
  answers: readonly ChecklistAnswer[],
  evidence: readonly EvidenceRef[],
  leastPhotos: number,
  pack: Pack,
): Refusal[] {
  const checklist = premisesChecklist(pack)
  // Why not at all is said by itself.
  if (!checklist || facts.stage !== before[step]) return []
  const failed = failedItems(checklist, answers)
  return [
    ...gapsIn(checklist, answers, evidence),
    ...(failed.length === 0 ? tooFewPhotos(checklist, evidence, leastPhotos) : []),
    ...(facts.usedPhotos > 0 ? [refuse('premises.photo-used', ['§5.4'], { count: facts.usedPhotos })] : []),
    ...(step === 'built' && failed.length > 0
      ? [refuse('premises.not-ready', ['§3.3.1'], { count: failed.length })]
      : []),
  ]
}
