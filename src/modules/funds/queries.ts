import { claimQueries } from './queries/claims.ts'
import { fundQueries } from './queries/funds.ts'

export const queries = [...fundQueries, ...claimQueries] as const
