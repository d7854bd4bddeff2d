import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { DoubtKind } from './model.ts'
import { judgedActs } from './rules/judge.ts'
import type { Doubted } from './rules/doubts.ts'

export { doubtsWithin } from './doubts-within.ts'
export { findDoubts } from './find-doubts.ts'
export { homePlaces } from './home-places.ts'
export { doubtFacts, type Doubted } from './rules/doubts.ts'
export { limitsOf } from './rules/judge.ts'

const nothing: Doubted = { waiting: false, open: [] }

/** What stands against each home: photographs nobody has looked at yet, and open doubts (§5.2). */
export async function doubtsOf(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<(home: string) => Doubted> {
  if (homes.length === 0) return () => nothing
  const { rows } = await sql<{ home: string; kind: DoubtKind | null }>`
    select s.subject as home, null as kind
      from evidence_pending p
      join act a on a.county = ${county} and a.id = p.act and a.kind = any(${judgedActs}::text[])
      join act_subject s on s.county = ${county} and s.act = p.act and s.subject_type = 'home'
     where p.county = ${county} and s.subject = any(${[...homes]}::uuid[])
    union
    select home, kind from doubt
     where county = ${county} and state = 'open' and home = any(${[...homes]}::uuid[])`.execute(db)
  const found = new Map<string, { waiting: boolean; open: DoubtKind[] }>()
  for (const { home, kind } of rows) {
    const known = found.get(home) ?? { waiting: false, open: [] }
    if (kind === null) known.waiting = true
    else known.open.push(kind)
    found.set(home, known)
  }
  return (home) => found.get(home) ?? nothing
}
