import { defineModule } from '../../kernel/act/define.ts'
import { nameAfterSales } from './acts/after-sales.ts'
import { fileReport, makeAppointment, moveAppointment, moveOwnAppointment } from './acts/days.ts'
import {
  applyPermit,
  decidePermit,
  recheckHazard,
  removeHazard,
  repairDamage,
  reportDamage,
  reportHazard,
} from './acts/matters.ts'
import { nameFirmOfficer, nameVillageOfficer, recordPatrol } from './acts/safety.ts'
import { agreePlan, declareCrews, declinePlan, proposePlan } from './acts/plans.ts'
import { downloads } from './downloads.ts'
import { queries as afterSales } from './queries/after-sales.ts'
import { queries as days } from './queries/days.ts'
import { queries as matters } from './queries/matters.ts'
import { queries as plans } from './queries/plans.ts'
import { queries as safety } from './queries/safety.ts'
import { queries as schedules } from './queries/schedules.ts'

export const sites = defineModule({
  name: 'sites',
  acts: [
    declareCrews,
    proposePlan,
    agreePlan,
    declinePlan,
    fileReport,
    makeAppointment,
    moveAppointment,
    moveOwnAppointment,
    reportDamage,
    repairDamage,
    reportHazard,
    removeHazard,
    recheckHazard,
    applyPermit,
    decidePermit,
    nameFirmOfficer,
    nameVillageOfficer,
    recordPatrol,
    nameAfterSales,
  ],
  queries: [...schedules, ...plans, ...days, ...matters, ...safety, ...afterSales],
  downloads,
  reactions: [],
  subjects: { plan: 'village_plan', damage: 'damage', hazard: 'hazard', permit: 'permit' },
})
