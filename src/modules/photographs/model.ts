import { z } from 'zod'
import { personal } from '../../kernel/act/personal.ts'

/** What may not fit about a photograph or a visit, in the order it is shown. */
export const doubtKinds = [
  'content-reused',
  'look-reused',
  'position-suspect',
  'file-contradicts',
  'position-far',
  'position-missing',
  'picked',
  'too-fast',
  'too-regular',
  'out-of-hours',
] as const
export type DoubtKind = (typeof doubtKinds)[number]

export const doubtStates = ['open', 'cleared', 'again'] as const
export type DoubtState = (typeof doubtStates)[number]

/** What the pack makes of a doubt. */
export const doubtWeights = ['block', 'look', 'ignore'] as const
export type DoubtWeight = (typeof doubtWeights)[number]

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A doubt as the program raises it: distances, minutes and counts, and the other side where there is one. */
export const RaiseDoubt = z.object({
  home: z.uuid(),
  doubt: z.uuid(),
  kind: z.enum(doubtKinds),
  about: z.uuid(),
  digest: Digest.optional(),
  otherAct: z.uuid().optional(),
  otherHome: z.uuid().optional(),
  otherDigest: Digest.optional(),
  measures: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type RaiseDoubt = z.output<typeof RaiseDoubt>

export const SettleDoubt = z.object({
  doubt: z.uuid(),
  reason: personal(z.string().trim().min(5).max(500)),
})
