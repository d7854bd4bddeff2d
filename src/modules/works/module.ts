import { defineModule } from '../../kernel/act/define.ts'
import { assignVillage } from './acts/assign.ts'
import { commissionHome } from './acts/commission.ts'
import { nameCrew } from './acts/crew.ts'
import { correctParts, installParts } from './acts/parts.ts'
import { correctDevices, installHome } from './acts/devices.ts'
import { callOffReturn, checkAgain, openReturn, returnDevices } from './acts/returns.ts'
import { selfCheckHome } from './acts/self-check.ts'
import { queries as crews } from './queries-crew.ts'
import { queries } from './queries.ts'
import { reactions } from './reactions.ts'

export const works = defineModule({
  name: 'works',
  acts: [
    assignVillage,
    installHome,
    correctDevices,
    installParts,
    correctParts,
    nameCrew,
    selfCheckHome,
    commissionHome,
    openReturn,
    callOffReturn,
    returnDevices,
    checkAgain,
  ],
  queries: [...queries, ...crews],
  downloads: [],
  reactions,
  subjects: {},
})
