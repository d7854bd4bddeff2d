import { takeDemolitionList } from './acts/take-demolition-list.ts'
import { defineModule } from '../../kernel/act/define.ts'
import { decideRoute } from './acts/decide-route.ts'
import { joinLot } from './acts/join-lot.ts'
import { markDemolition } from './acts/mark-demolition.ts'
import { registerVillages } from './acts/register.ts'
import { withdrawCode } from './acts/withdraw-code.ts'
import { queries } from './queries.ts'

export const villages = defineModule({
  name: 'villages',
  acts: [registerVillages, decideRoute, markDemolition, takeDemolitionList, joinLot, withdrawCode],
  queries,
  downloads: [],
  reactions: [],
  subjects: { village: 'village' },
})
