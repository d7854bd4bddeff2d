import { defineModule } from '../../kernel/act/define.ts'
import { freezeBatch, importReceipt } from './acts/batch.ts'
import { openRecovery, repay, reportCoal } from './acts/recovery.ts'
import { importUsage, openSeason } from './acts/season.ts'
import { drawUp, retryPayment, reviewInBureau, reviewInTown, sendBack } from './acts/statement.ts'
import { downloads } from './downloads.ts'
import { queries } from './queries.ts'
import { reactions } from './reactions.ts'

export const subsidies = defineModule({
  name: 'subsidies',
  acts: [
    openSeason,
    importUsage,
    drawUp,
    reviewInTown,
    reviewInBureau,
    sendBack,
    freezeBatch,
    importReceipt,
    retryPayment,
    reportCoal,
    openRecovery,
    repay,
  ],
  queries,
  downloads,
  reactions,
  subjects: { season: 'season', statement: 'statement', batch: 'payment_batch', recovery: 'recovery' },
})
