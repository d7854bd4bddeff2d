import { batchList, batchPage, moneyOfHome, ownMoney, recoveryList } from './queries/payments.ts'
import { seasonList, seasonPage, statementList, usageDryRun } from './queries/seasons.ts'

export const queries = [
  seasonList,
  seasonPage,
  statementList,
  usageDryRun,
  batchList,
  batchPage,
  recoveryList,
  moneyOfHome,
  ownMoney,
] as const
