import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from './canonical.ts'

/** The part of an act's text that columns and other tables repeat. */
const ActText = z.object({
  county: z.number(),
  id: z.string(),
  kind: z.string(),
  version: z.number(),
  actor: z.string(),
  onBehalfOf: z.string().optional(),
  happenedAt: z.string(),
  recordedAt: z.string(),
  causedBy: z.string().optional(),
  corrects: z.string().optional(),
  pack: z.string().optional(),
  inputDigest: z.string(),
  /** `taken`: a keyed digest of how a photograph came about, where whoever brought it said so. */
  evidence: z.array(z.object({ kind: z.string(), digest: z.string(), taken: z.string().optional() })),
  subjects: z.object({ count: z.number(), digest: z.string() }),
})
export type ActText = z.output<typeof ActText>

/** Undefined where the text is not one that the door writes: other JSON, or not canonical. */
export function parseActText(text: string): ActText | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
    if (canonicalJson(value) !== text) return undefined
  } catch {
    return undefined
  }
  const parsed = ActText.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** Every column of `act` but the text itself, as text; null where SQL has null. */
export interface ActColumns {
  county: string
  id: string
  kind: string
  version: string
  actor: string
  on_behalf_of: string | null
  happened_at: string
  recorded_at: string
  caused_by: string | null
  corrects: string | null
  pack: string | null
  input_digest: string
}

/** Reads `ActColumns` exactly: instants as seconds with microseconds, which no date format can blur. */
export const actColumnsSql = `
  a.county::text as county, a.id::text as id, a.kind, a.version::text as version, a.actor::text as actor,
  a.on_behalf_of::text as on_behalf_of, extract(epoch from a.happened_at)::text as happened_at,
  extract(epoch from a.recorded_at)::text as recorded_at, a.caused_by::text as caused_by,
  a.corrects::text as corrects, a.pack, encode(a.input_digest, 'hex') as input_digest`

const columnsOf: { [C in keyof ActColumns]: (text: ActText) => string | undefined } = {
  county: (text) => String(text.county),
  id: (text) => text.id,
  kind: (text) => text.kind,
  version: (text) => String(text.version),
  actor: (text) => text.actor,
  on_behalf_of: (text) => text.onBehalfOf,
  happened_at: (text) => epochText(text.happenedAt),
  recorded_at: (text) => epochText(text.recordedAt),
  caused_by: (text) => text.causedBy,
  corrects: (text) => text.corrects,
  pack: (text) => text.pack,
  input_digest: (text) => text.inputDigest,
}
const columnNames = Object.keys(columnsOf) as (keyof ActColumns)[]

/** Columns that say something else than the text. */
export function listColumnDifferences(
  text: ActText,
  row: ActColumns,
): { column: string; expected: string; found: string }[] {
  return columnNames.flatMap((column) => {
    const expected = columnsOf[column](text) ?? null
    const found = row[column]
    return expected === found ? [] : [{ column, expected: expected ?? 'null', found: found ?? 'null' }]
  })
}

/** An ISO instant as PostgreSQL writes `extract(epoch …)`: seconds with six decimals. */
export function epochText(instant: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== instant) return instant
  const sign = ms < 0 ? '-' : ''
  const seconds = Math.floor(Math.abs(ms) / 1000)
  return `${sign}${seconds}.${String(Math.abs(ms) % 1000).padStart(3, '0')}000`
}

/** The other way round; undefined where the value has microseconds and so cannot be one of ours. */
export function instantOfEpoch(epoch: string): string | undefined {
  const match = /^(-?)(\d{1,13})\.(\d{3})000$/.exec(epoch)
  if (!match) return undefined
  const ms = Number(`${match[1]}${match[2]}${match[3]}`)
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : undefined
}

/** SHA-256 over the sorted lines `type:uuid`: 32 bytes that seal a list however long. */
export function subjectsDigest(lines: readonly string[]): string {
  const hash = createHash('sha256')
  for (const line of [...lines].sort()) hash.update(`${line}\n`)
  return hash.digest('hex')
}
