import { defineModule } from '../../kernel/act/define.ts'
import { checkCounty, checkTown } from './acts/check-home.ts'
import { drawCounty, drawTown } from './acts/draw-sample.ts'
import { putRight } from './acts/put-right.ts'
import { inspectHome } from './acts/inspect.ts'
import { signOffTown, signOffVillage } from './acts/sign-off.ts'
import { downloads } from './downloads.ts'
import { findingQueries } from './queries/findings.ts'
import { queries } from './queries.ts'
import { sampleQueries } from './queries/samples.ts'

export const acceptance = defineModule({
  name: 'acceptance',
  acts: [inspectHome, signOffVillage, signOffTown, drawTown, drawCounty, checkTown, checkCounty, putRight],
  queries: [...queries, ...sampleQueries, ...findingQueries],
  downloads,
  reactions: [],
  subjects: { finding: 'finding' },
})
