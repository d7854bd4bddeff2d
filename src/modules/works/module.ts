import { defineModule } from '../../kernel/act/define.ts'
import { assignVillage } from './acts/assign.ts'
import { correctDevices, installHome } from './acts/devices.ts'
import { selfCheckHome } from './acts/self-check.ts'
import { queries } from './queries.ts'

export const works = defineModule({
  name: 'works',
  acts: [assignVillage, installHome, correctDevices, selfCheckHome],
  queries,
  downloads: [],
  reactions: [],
  subjects: {},
})
