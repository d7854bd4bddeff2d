import { organisations } from '../modules/organisations/module.ts'
import { policy } from '../modules/policy/module.ts'
import { villages } from '../modules/villages/module.ts'

/** All modules in their order: each depends only on earlier ones. */
export const modules = [organisations, policy, villages] as const
