import { defineModule } from '../../kernel/act/define.ts'
import { trialExport } from './downloads.ts'
import { trialHomes } from './queries/homes.ts'
import { trialRun } from './queries/run.ts'

export const trials = defineModule({
  name: 'trials',
  acts: [],
  queries: [trialRun, trialHomes],
  downloads: [trialExport],
  reactions: [],
  subjects: {},
})
