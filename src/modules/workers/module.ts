import { defineModule } from '../../kernel/act/define.ts'
import { recordAttendance, strikeAttendance } from './acts/attendance.ts'
import { importWorkers } from './acts/import.ts'
import { registerWorker } from './acts/register.ts'
import { declareWageAccount, interviewOnWages, proveWages, urgeWages } from './acts/wages.ts'
import { endPosting, leaveFirm, postWorker, revealWorker, signContract } from './acts/worker.ts'
import { downloads } from './downloads.ts'
import { queries as attendance } from './queries/attendance.ts'
import { queries as sheets } from './queries/sheets.ts'
import { queries as wages } from './queries/wages.ts'
import { queries as workersRead } from './queries/workers.ts'

export const workers = defineModule({
  name: 'workers',
  acts: [
    registerWorker,
    importWorkers,
    signContract,
    postWorker,
    endPosting,
    leaveFirm,
    revealWorker,
    recordAttendance,
    strikeAttendance,
    declareWageAccount,
    proveWages,
    urgeWages,
    interviewOnWages,
  ],
  queries: [...workersRead, ...attendance, ...wages, ...sheets],
  downloads,
  reactions: [],
  subjects: { worker: 'worker' },
})
