import { defineModule } from '../../kernel/act/define.ts'
import { freezeBatch } from './acts/batch.ts'
import { drawUp } from './acts/draw-up.ts'
import { exportBatch } from './acts/export-batch.ts'
import { importReceipt } from './acts/receipt.ts'
import { dismissFinding, hearCoal, reportCoal, revokeForCoal } from './acts/coal.ts'
import { liftRecovery, openRecovery, repay, releaseStatements, resumeStatements } from './acts/recovery.ts'
import { agreeInstalments, askRelief, declineRelief, grantRelief } from './acts/relief.ts'
import { reviewInBureau, reviewInTown } from './acts/review.ts'
import { openSeason } from './acts/season.ts'
import { cameBack, retryPayment, sendBack } from './acts/statement.ts'
import { importUsage } from './acts/usage.ts'
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
    exportBatch,
    importReceipt,
    cameBack,
    retryPayment,
    reportCoal,
    hearCoal,
    revokeForCoal,
    dismissFinding,
    openRecovery,
    liftRecovery,
    releaseStatements,
    resumeStatements,
    repay,
    agreeInstalments,
    askRelief,
    grantRelief,
    declineRelief,
  ],
  queries,
  downloads,
  reactions,
  subjects: {
    season: 'season',
    statement: 'statement',
    batch: 'payment_batch',
    'coal-finding': 'coal_finding',
    recovery: 'recovery',
  },
})
