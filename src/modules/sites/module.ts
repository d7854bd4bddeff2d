import { defineModule } from '../../kernel/act/define.ts'
import { agreePlan, declareCrews, declinePlan, proposePlan } from './acts/plans.ts'
import { queries as plans } from './queries/plans.ts'
import { queries as schedules } from './queries/schedules.ts'

export const sites = defineModule({
  name: 'sites',
  acts: [declareCrews, proposePlan, agreePlan, declinePlan],
  queries: [...schedules, ...plans],
  downloads: [],
  reactions: [],
  subjects: { plan: 'village_plan' },
})
