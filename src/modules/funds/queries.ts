import { claimQueries } from './queries/claims.ts'
import { fundQueries } from './queries/funds.ts'
import { ledgerQueries } from './queries/ledger.ts'

export const queries = [...fundQueries, ...ledgerQueries, ...claimQueries] as const
