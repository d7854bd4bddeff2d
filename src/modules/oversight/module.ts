import { defineModule } from '../../kernel/act/define.ts'
import { downloads } from './downloads.ts'
import { workExceptions } from './queries/exceptions.ts'
import { homeAnswers } from './queries/home-answers.ts'
import { workElsewhere } from './queries/home-waits.ts'
import { workHome } from './queries/home-work.ts'
import { logAct } from './queries/log-act.ts'
import { logList } from './queries/log-list.ts'
import { overviewPage } from './queries/overview.ts'
import { sealQueries } from './queries/seal.ts'
import { settingUp } from './queries/setting-up.ts'
import { workMine } from './queries/work.ts'

export const oversight = defineModule({
  name: 'oversight',
  acts: [],
  queries: [
    overviewPage,
    workMine,
    workHome,
    workElsewhere,
    homeAnswers,
    workExceptions,
    settingUp,
    logList,
    logAct,
    ...sealQueries,
  ],
  downloads,
  reactions: [],
  subjects: {},
})
