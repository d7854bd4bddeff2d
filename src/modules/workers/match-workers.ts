import type { Keys } from '../../kernel/cipher/keys.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { filled, type SheetProblem } from '../../kernel/sheets/sheet-problem.ts'
import { sheetWords } from './words/sheet.ts'
import { idSealOf } from './worker-facts.ts'
import type { NewRow } from './rules/workers.ts'
import type { WorkerReading } from './worker-sheet.ts'

export interface WorkerMatch {
  read: number
  fresh: NewRow[]
  /** Registered with this firm already: their rows are passed over. */
  known: number
  problems: SheetProblem[]
}

/** What of a register is new to the firm; whoever works for another one is a fault of the row. */
export async function matchWorkers(
  db: ReadDb,
  county: number,
  keys: Keys,
  firm: string,
  { rows, problems }: WorkerReading,
): Promise<WorkerMatch> {
  const seals = rows.map(({ idNumber }) => idSealOf(keys, county, idNumber))
  const there =
    rows.length === 0
      ? []
      : await db
          .selectFrom('worker')
          .select(['firm', 'id_seal'])
          .where('county', '=', county)
          .where('id_seal', 'in', seals)
          .where('left_on', 'is', null)
          .execute()
  const employer = new Map(there.map((row) => [row.id_seal.toString('hex'), row.firm]))
  const fresh: NewRow[] = []
  const found: SheetProblem[] = []
  let known = 0
  for (const [at, row] of rows.entries()) {
    const employedBy = employer.get(seals[at]?.toString('hex') ?? '')
    if (employedBy === undefined) fresh.push(row)
    else if (employedBy === firm) {
      known += 1
      found.push({
        code: 'workers.known',
        severity: 'warning',
        ...row.place,
        words: filled(sheetWords['workers.known'], {}),
      })
    } else
      found.push({
        code: 'workers.elsewhere',
        severity: 'error',
        ...row.place,
        words: filled(sheetWords['workers.elsewhere'], {}),
      })
  }
  return { read: rows.length, fresh, known, problems: [...problems, ...found] }
}
