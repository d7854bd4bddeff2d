import { advanceAccounts, advanceHomes } from './queries/advances.ts'
import { moneyAgeing, moneyOwed } from './queries/ageing.ts'
import { batchList, batchPage, batchPayments } from './queries/batches.ts'
import { departureMoney } from './queries/departure-money.ts'
import { findingList, findingPage } from './queries/findings.ts'
import { moneyOfHome, ownMoney } from './queries/money.ts'
import { recoveryList, recoveryPage } from './queries/recoveries.ts'
import { seasonList, seasonPage } from './queries/seasons.ts'
import { receiptDryRun, usageDryRun } from './queries/sheets.ts'
import { statementList } from './queries/statements.ts'

export const queries = [
  seasonList,
  seasonPage,
  statementList,
  usageDryRun,
  receiptDryRun,
  batchList,
  batchPage,
  batchPayments,
  findingList,
  findingPage,
  recoveryList,
  recoveryPage,
  moneyAgeing,
  moneyOwed,
  advanceAccounts,
  advanceHomes,
  moneyOfHome,
  departureMoney,
  ownMoney,
] as const
