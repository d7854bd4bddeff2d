import { z } from 'zod'
import { Taken } from '../../kernel/act/taken.ts'
import { personal } from '../../kernel/act/personal.ts'

const Instant = z.iso.datetime({ offset: true })
const Reason = personal(z.string().trim().min(5).max(500))

export const EnrolHandset = z.object({
  handset: z.uuid(),
  /** What its owner calls it, such as the maker and model the browser tells. */
  name: z.string().trim().min(1).max(100),
  /** Given up as lost and found again: under which id it was known. What waits on it keeps its times. */
  after: z.uuid().optional(),
})

export const RevokeHandset = z.object({ handset: z.uuid(), reason: z.string().trim().min(2).max(200) })

/** Why an act was not applied, as the door said it. */
const Reasons = z.array(
  z.object({
    code: z.string(),
    clauses: z.array(z.string()),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
)

/** An act that came from a telephone and was refused; the program keeps it in its maker's name. */
export const KeepHeld = z.object({
  act: z.uuid(),
  kind: z.string().max(80),
  version: z.int(),
  about: z.object({ type: z.string().max(40), id: z.uuid() }),
  area: z.string().regex(/^\d{12}$/),
  organisations: z.array(z.uuid()),
  handset: z.uuid().nullable(),
  number: z.int().min(0),
  seen: z.uuid().nullable(),
  claimedAt: Instant,
  happenedAt: Instant,
  evidence: z.array(
    z.object({ kind: z.string().max(40), digest: z.string(), taken: personal(Taken).optional() }),
  ),
  input: personal(z.unknown()),
  reasons: personal(Reasons),
})

export const SettleHeld = z.object({ held: z.uuid(), reason: Reason })

export const heldStates = ['held', 'applied', 'set-aside'] as const
export type HeldState = (typeof heldStates)[number]

/** What is done at a home without a signal. */
export const fieldKinds = [
  'home.install',
  'home.install-parts',
  'home.correct-parts',
  'home.self-check',
  'home.inspect',
  'home.commission',
  'home.check-town',
  'home.check-county',
  'wish.record',
  'paper.take',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** What is asked for machines is asked for measured parts: whoever may fit or correct the ones may the others. */
const asked: Readonly<Partial<Record<FieldKind, string>>> = {
  'home.install-parts': 'home.install',
  'home.correct-parts': 'home.correct-devices',
}

/** What an act of the telephone asks for. */
export const permissionOf = (kind: FieldKind): string => asked[kind] ?? kind
