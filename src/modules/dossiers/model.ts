import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'

const PaperId = z.string().min(1).max(60)

/** A paper of the pack's list; its files come as evidence: `personal` where the pack says so, else `document`. */
export const AddPaper = z.object({ home: z.uuid(), id: z.uuid(), paper: PaperId })

export const WithdrawPaper = z.object({
  home: z.uuid(),
  brought: z.uuid(),
  reason: personal(z.string().trim().min(4).max(200)),
})

const Filter = {
  town: z.string().length(12).optional(),
  village: z.string().length(12).optional(),
  /** A paper that is due and missing, or any. */
  missing: PaperId.optional(),
  /** Accepted homes with a paper missing that I may bring. */
  bring: z.literal('mine').optional(),
  state: z.enum(['complete', 'incomplete']).optional(),
  search: z.string().trim().max(40).optional(),
}

export const FilterDossiers = z.object(Filter)
export type DossierFilter = z.output<typeof FilterDossiers>
export const FindDossiers = z.object({ ...Filter, page: z.int().min(0).default(0) })
export const FindVillages = z.object({
  town: z.string().length(12).optional(),
  search: z.string().trim().max(40).optional(),
  page: z.int().min(0).default(0),
})
export const HomeOnly = z.object({ home: z.uuid() })
export const VillageOnly = z.object({ village: z.string().length(12) })

export type PaperState = 'present' | 'missing' | 'later' | 'needless'
