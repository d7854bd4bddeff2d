import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'
import { ChecklistAnswer } from '../../kernel/pack/checklist.ts'

export const premisesKinds = [
  'school',
  'kindergarten',
  'clinic',
  'care-home',
  'village-office',
  'other',
] as const
export type PremisesKind = (typeof premisesKinds)[number]

/** On the road to its acceptance, in order; and off it. */
export const premisesStages = ['listed', 'assigned', 'built', 'inspected', 'accepted', 'withdrawn'] as const
export type PremisesStage = (typeof premisesStages)[number]

/** What a check brings it to when it passes. */
export type CheckStep = 'built' | 'inspected' | 'accepted'

const Described = {
  premisesKind: z.enum(premisesKinds),
  name: z.string().trim().min(2).max(60),
  address: z.string().trim().min(2).max(80),
  areaM2: z.number().min(1).max(1_000_000).multipleOf(0.01),
}

export const ListPremises = z.object({ village: z.uuid(), id: z.uuid(), ...Described })
export const CorrectPremises = z.object({ premises: z.uuid(), ...Described })
export const AssignPremises = z.object({ premises: z.uuid(), lot: z.uuid() })
export const WithdrawPremises = z.object({
  premises: z.uuid(),
  reason: personal(z.string().trim().min(4).max(400)),
})

/** The pack's list, filled in on the spot. */
export const CheckPremises = z.object({
  premises: z.uuid(),
  items: z.array(ChecklistAnswer).max(60),
  remark: personal(z.string().trim().max(400)).optional(),
})

const PremisesFilter = z.object({
  search: z.string().trim().max(60).optional(),
  town: z.string().length(12).optional(),
  village: z.string().length(12).optional(),
  kind: z.enum(premisesKinds).optional(),
  stage: z.enum(premisesStages).optional(),
})
export const FindPremises = PremisesFilter.extend({ page: z.int().min(0).max(100_000).default(0) })
export const ExportPremises = PremisesFilter
export type PremisesFilter = z.output<typeof PremisesFilter>
