import type { z } from 'zod'
import { newId } from '../../kernel/identity/id.ts'
import type { ProposePlan } from './model.ts'

type Plan = z.input<typeof ProposePlan>

export const aPlan = (given: Partial<Plan> & Pick<Plan, 'village'>): Plan => ({
  id: newId(),
  startsOn: '2023-08-16',
  crews: 1,
  homesPerDay: 3,
  ...given,
})

export const anOfficer = <Where extends object>(where: Where) => ({
  name: '安全员甲(模拟)',
  telephone: '13800000000',
  ...where,
})
