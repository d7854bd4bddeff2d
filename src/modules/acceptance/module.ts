import { defineModule } from '../../kernel/act/define.ts'
import { inspectHome } from './acts/inspect.ts'
import { signOffTown, signOffVillage } from './acts/sign-off.ts'
import { queries } from './queries.ts'

export const acceptance = defineModule({
  name: 'acceptance',
  acts: [inspectHome, signOffVillage, signOffTown],
  queries,
  downloads: [],
  reactions: [],
  subjects: {},
})
