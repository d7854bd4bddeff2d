import { draftQueries } from './queries/drafts.ts'
import { packQueries } from './queries/pack.ts'
import { ruleQueries } from './queries/rules.ts'

export const queries = [...packQueries, ...ruleQueries, ...draftQueries] as const
