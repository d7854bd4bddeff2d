import { z } from 'zod'
import type { Checkpoint } from './checkpoint.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

const ExportedKey = z.object({ keyId: z.string(), algorithm: z.string(), publicKey: z.string() })
export type ExportedKey = z.output<typeof ExportedKey>

const ExportedCheckpoint = z.object({
  size: z.number().int().positive(),
  root: hash,
  madeAt: z.string(),
  previous: z.number().int().nonnegative(),
  keyId: z.string(),
  signature: z.string().regex(/^[0-9a-f]*$/),
})
export type ExportedCheckpoint = z.output<typeof ExportedCheckpoint>

/** An act and the sorted lines `type:uuid` of all it touched, whose digest its text holds. */
const ExportedAct = z.object({
  position: z.number().int().nonnegative(),
  /** Exactly the sealed text. */
  text: z.string(),
  subjects: z.array(z.string()),
})

/** All acts about one subject, each proven to stand in the log that the checkpoint signs. */
export const ProofExport = z.object({
  format: z.literal('qingnuan-proof-1'),
  county: z.number().int(),
  subject: z.object({ type: z.string(), id: z.string() }),
  keys: z.array(ExportedKey),
  /** Null where nothing has been sealed yet. */
  checkpoint: ExportedCheckpoint.nullable(),
  /** In the order of the log; `path` is the inclusion proof of RFC 6962, nearest sibling first. */
  acts: z.array(ExportedAct.extend({ path: z.array(hash) })),
  /** Acts committed but not yet under the checkpoint: a second or so old. */
  unsealed: z.array(z.string()),
})
export type ProofExport = z.output<typeof ProofExport>

/** First line of a whole log's export; then acts and checkpoints in the order of the log, then the end. */
export const LogHeader = z.object({
  format: z.literal('qingnuan-log-1'),
  county: z.number().int(),
  /** Acts that follow. */
  size: z.number().int().nonnegative(),
  keys: z.array(ExportedKey),
})

export type LogHeader = z.output<typeof LogHeader>

/** `text` is null where the log has a leaf but no longer the act; `hash` is the leaf as the log has it. */
const LogAct = ExportedAct.extend({ text: z.string().nullable(), hash })
export type LogAct = z.output<typeof LogAct>

export const LogLine = z.union([
  z.object({ act: LogAct }),
  z.object({ checkpoint: ExportedCheckpoint }),
  z.object({ end: z.object({ acts: z.number(), checkpoints: z.number() }) }),
])
export type LogLine = z.output<typeof LogLine>

export function readCheckpoint(county: number, exported: ExportedCheckpoint): Checkpoint {
  const { root, signature, ...rest } = exported
  return { county, ...rest, root: Buffer.from(root, 'hex'), signature: Buffer.from(signature, 'hex') }
}
