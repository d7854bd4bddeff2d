import { packQueries } from './queries/pack.ts'
import { ruleQueries } from './queries/rules.ts'

export const queries = [...packQueries, ...ruleQueries] as const
