import { defineModule } from '../../kernel/act/define.ts'
import { approveClaim, payClaim, returnClaim, reviewClaim, submitClaim } from './acts/claim.ts'
import { changeBudget, openFund, receiveMoney, reverseReceipt } from './acts/fund.ts'
import { closeLot, deductFromClaim, releaseRetention, strikeDeduction } from './acts/settlement.ts'
import { downloads } from './downloads.ts'
import { queries } from './queries.ts'

export const funds = defineModule({
  name: 'funds',
  acts: [
    openFund,
    changeBudget,
    receiveMoney,
    reverseReceipt,
    submitClaim,
    reviewClaim,
    approveClaim,
    payClaim,
    returnClaim,
    deductFromClaim,
    strikeDeduction,
    releaseRetention,
    closeLot,
  ],
  queries,
  downloads,
  reactions: [],
  subjects: { claim: 'claim', fund: 'fund', 'fund-receipt': 'fund_receipt' },
})
