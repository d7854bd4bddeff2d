import { defineModule } from '../../kernel/act/define.ts'
import { openAccount } from './acts/account.ts'
import { importReceipts } from './acts/import.ts'
import { passOn, refund } from './acts/out.ts'
import { cancelReceipt, collect } from './acts/receipt.ts'
import { bankReceipts, confirmSlip, returnSlip } from './acts/slip.ts'
import { downloads } from './downloads.ts'
import { queries } from './queries.ts'
import { contributionFacts } from './standing.ts'

export const contributions = defineModule({
  name: 'contributions',
  acts: [
    openAccount,
    collect,
    cancelReceipt,
    importReceipts,
    bankReceipts,
    confirmSlip,
    returnSlip,
    passOn,
    refund,
  ],
  queries,
  downloads,
  reactions: [],
  homeFacts: contributionFacts,
  subjects: {
    'contribution-account': 'contribution_account',
    'contribution-receipt': 'contribution_receipt',
    'contribution-slip': 'contribution_slip',
  },
})
