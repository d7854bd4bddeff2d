import { defineModule } from '../../kernel/act/define.ts'
import { acceptPremises, checkOwn, inspectPremises } from './acts/check.ts'
import { assignPremises, correctPremises, listPremises, withdrawPremises } from './acts/list.ts'
import { premisesExport } from './downloads.ts'
import { queries } from './queries/find.ts'

export const premises = defineModule({
  name: 'premises',
  acts: [
    listPremises,
    assignPremises,
    checkOwn,
    inspectPremises,
    acceptPremises,
    correctPremises,
    withdrawPremises,
  ],
  queries,
  downloads: [premisesExport],
  reactions: [],
  subjects: { premises: 'premises' },
})
