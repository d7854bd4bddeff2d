import {
  contributionReceipt,
  contributionReceipts,
  contributionSlip,
  contributionSlips,
  receiptsDryRun,
} from './queries/receipts.ts'
import {
  contributionAccounts,
  contributionHomes,
  contributionOfHome,
  contributionVillages,
  ownContribution,
} from './queries/standing.ts'

export const queries = [
  contributionVillages,
  contributionAccounts,
  contributionHomes,
  contributionReceipts,
  contributionReceipt,
  contributionSlips,
  contributionSlip,
  receiptsDryRun,
  contributionOfHome,
  ownContribution,
] as const
