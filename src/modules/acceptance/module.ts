import { defineModule } from '../../kernel/act/define.ts'
import { checkCounty, checkTown } from './acts/check-home.ts'
import { drawCounty, drawTown } from './acts/draw-sample.ts'
import { inspectHome } from './acts/inspect.ts'
import { signOffTown, signOffVillage } from './acts/sign-off.ts'
import { queries } from './queries.ts'
import { sampleQueries } from './queries/samples.ts'

export const acceptance = defineModule({
  name: 'acceptance',
  acts: [inspectHome, signOffVillage, signOffTown, drawTown, drawCounty, checkTown, checkCounty],
  queries: [...queries, ...sampleQueries],
  downloads: [],
  reactions: [],
  subjects: {},
})
