import { adoptionActs } from './acts/adopt.ts'
import { draftActs } from './acts/draft.ts'

export const acts = [...adoptionActs, ...draftActs] as const
