import { defineModule } from '../../kernel/act/define.ts'
import { checkAnew, checkCounty, checkTown } from './acts/check-home.ts'
import { drawCounty, drawTown } from './acts/draw-sample.ts'
import { inspectHome } from './acts/inspect.ts'
import { putRight } from './acts/put-right.ts'
import { signOffTown, signOffVillage } from './acts/sign-off.ts'
import { fileLog, nameSupervisor } from './acts/supervision.ts'
import { downloads } from './downloads.ts'
import { findingQueries } from './queries/findings.ts'
import { supervisionQueries } from './queries/supervision.ts'
import { frameQueries } from './queries/frames.ts'
import { queries } from './queries.ts'
import { sampleQueries } from './queries/samples.ts'

export const acceptance = defineModule({
  name: 'acceptance',
  acts: [
    inspectHome,
    signOffVillage,
    signOffTown,
    drawTown,
    drawCounty,
    checkTown,
    checkCounty,
    checkAnew,
    putRight,
    nameSupervisor,
    fileLog,
  ],
  queries: [...queries, ...sampleQueries, ...frameQueries, ...findingQueries, ...supervisionQueries],
  downloads,
  reactions: [],
  subjects: { finding: 'finding' },
})
