/**
 * The chart of accounts of every fund (§5.2), in two halves that never mix: the budget (`appropriation` = `available` +
 * `reserved` + `used`) and the money. What households contribute (§A.2) has no budget: it is `held` for them, `on-hand` or in
 * the `bank`.
 */
export const accounts = [
  'appropriation',
  'available',
  'reserved',
  'used',
  'source',
  'bank',
  'in-transit',
  'payable',
  'subsidy',
  'receivable',
  'recovered',
  'held',
  'on-hand',
] as const
export type Account = (typeof accounts)[number]

const credited = new Set<Account>(['appropriation', 'source', 'payable', 'recovered', 'held'])

/** Whether an account grows by credits; the others grow by debits, and none may stand on its other side. */
export const growsByCredit = (account: Account): boolean => credited.has(account)

type Transfer = readonly [debit: Account, credit: Account]

/** What each kind of journal moves, all by its one amount. */
const transfers = {
  'fund-opened': [['available', 'appropriation']],
  'budget-raised': [['available', 'appropriation']],
  'budget-lowered': [['appropriation', 'available']],
  'money-received': [['bank', 'source']],
  'receipt-reversed': [['source', 'bank']],
  /** What a fund must have received before receipts were kept. */
  'carried-over': [['bank', 'source']],
  'claim-approved': [
    ['reserved', 'available'],
    ['subsidy', 'payable'],
  ],
  'claim-returned': [
    ['available', 'reserved'],
    ['payable', 'subsidy'],
  ],
  'claim-paid': [
    ['used', 'reserved'],
    ['payable', 'bank'],
  ],
  /** What a claim's contract kept until the warranty was over (decision 0032). */
  'retention-released': [
    ['used', 'reserved'],
    ['payable', 'bank'],
  ],
  'batch-frozen': [
    ['reserved', 'available'],
    ['subsidy', 'payable'],
    ['in-transit', 'bank'],
  ],
  'batch-paid': [
    ['used', 'reserved'],
    ['payable', 'in-transit'],
  ],
  'payment-failed': [
    ['available', 'reserved'],
    ['payable', 'subsidy'],
    ['bank', 'in-transit'],
  ],
  /** Paid once, and sent back by the bank afterwards. */
  'payment-came-back': [
    ['available', 'used'],
    ['bank', 'subsidy'],
  ],
  'recovery-opened': [['receivable', 'recovered']],
  'recovery-lifted': [['recovered', 'receivable']],
  /** Waived or written off: nobody owes it any more, and the money stays spent. */
  'recovery-relieved': [['recovered', 'receivable']],
  'recovery-repaid': [
    ['bank', 'receivable'],
    ['available', 'used'],
  ],
  'contribution-received': [['on-hand', 'held']],
  'contribution-voided': [['held', 'on-hand']],
  'contribution-banked': [['bank', 'on-hand']],
  'contribution-passed-on': [['held', 'bank']],
  'contribution-refunded': [['held', 'bank']],
} satisfies Record<string, readonly Transfer[]>

export type JournalKind = keyof typeof transfers
export const journalKinds = Object.keys(transfers) as JournalKind[]

/** The transfers of a journal, in order. Source: docs/decisions/0022-ledger.md. */
export const transfersOf = (kind: JournalKind): readonly Transfer[] => transfers[kind]

/** What a journal does to the accounts it moves: debits less credits, in fen. */
export function movesOf(kind: JournalKind, amountFen: number): Map<Account, number> {
  const moves = new Map<Account, number>()
  for (const [debit, credit] of transfersOf(kind)) {
    moves.set(debit, (moves.get(debit) ?? 0) + amountFen)
    moves.set(credit, (moves.get(credit) ?? 0) - amountFen)
  }
  return moves
}
