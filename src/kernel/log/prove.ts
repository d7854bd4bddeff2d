import type { ReadDb } from '../database/database.ts'
import type { ProofExport } from './export-format.ts'
import { listCheckpoints, listKeys } from './export-log.ts'
import { hashBytes } from './merkle.ts'
import { inclusionRanges, RangeRoots } from './merkle-proof.ts'
import { ask, askInBatches } from './rows.ts'

/** The leaves no longer lead to the signed root: there is nothing to prove until `verify` has told what changed. */
export class LogNotSound extends Error {
  constructor(county: number) {
    super(
      `${county}: 日志与签名不符,无法出具证明;请运行 npm run verify 查明。` +
        ` The log does not fit its signature, so nothing can be proven. Run npm run verify.`,
    )
    this.name = 'LogNotSound'
  }
}

interface ActRow {
  act: string
  position: string | null
  text: string
  subjects: string[]
}

/**
 * Every act about one subject with its proof against the newest checkpoint, so that anybody can check offline,
 * with the public key alone, that the county's log holds exactly these texts. That there is no further act about
 * the subject the proof cannot show; the whole log's export can.
 */
export async function proveSubject(
  db: ReadDb,
  county: number,
  subjectType: string,
  subject: string,
): Promise<ProofExport> {
  const [proof] = await proveSubjects(db, county, subjectType, [subject])
  if (!proof) throw new Error('One subject has one proof.')
  return proof
}

/** The same of several subjects, in their order, by one reading of the log; what they have in common is in memory once. */
export async function proveSubjects(
  db: ReadDb,
  county: number,
  subjectType: string,
  subjects: readonly string[],
): Promise<ProofExport[]> {
  const [checkpoint] = await listCheckpoints(db, county, 1)
  const size = checkpoint?.size ?? 0
  const about = await ask<{ subject: string; act: string }>(
    db,
    `select subject::text as subject, act::text as act from act_subject
      where county = $1 and subject_type = $2 and subject = any($3::uuid[])`,
    [county, subjectType, [...subjects]],
  )
  const actsOf = new Map<string, Set<string>>()
  for (const { subject, act } of about) actsOf.set(subject, (actsOf.get(subject) ?? new Set()).add(act))
  // Each act once: an import is about thousands of homes, and its text as long.
  const rows = await ask<ActRow>(
    db,
    `select a.id::text as act, l.position::text as position, a.text,
            (select json_agg(s.subject_type || ':' || s.subject::text
                             order by (s.subject_type || ':' || s.subject::text) collate "C")
               from act_subject s where s.county = a.county and s.act = a.id) as subjects
       from act a
       left join log_leaf l on l.county = a.county and l.act = a.id
      where a.county = $1 and a.id = any($2::uuid[])
      order by l.position nulls last, a.id`,
    [county, [...new Set(about.map(({ act }) => act))]],
  )
  const isSealed = ({ position }: ActRow) => position !== null && Number(position) < size
  const paths = new Map(
    rows.filter(isSealed).map(({ position }) => [Number(position), inclusionRanges(Number(position), size)]),
  )
  const roots = new RangeRoots(size, [...paths.values()].flat())
  if (paths.size > 0) {
    for await (const leaf of readLeaves(db, county, size)) roots.append(leaf)
    if (!roots.isWhole() || roots.root().toString('hex') !== checkpoint?.root) throw new LogNotSound(county)
  }
  const keys = (await listKeys(db, county)).filter((key) => key.keyId === checkpoint?.keyId)
  return subjects.map((subject) => {
    const named = actsOf.get(subject)
    const own = rows.filter((row) => named?.has(row.act))
    return {
      format: 'qingnuan-proof-1',
      county,
      subject: { type: subjectType, id: subject },
      keys,
      checkpoint: checkpoint ?? null,
      acts: own.filter(isSealed).map(({ position, text, subjects: about }) => ({
        position: Number(position),
        text,
        subjects: about,
        path: (paths.get(Number(position)) ?? []).map((range) => roots.rootOf(range).toString('hex')),
      })),
      unsealed: own.filter((row) => !isSealed(row)).map((row) => row.act),
    }
  })
}

/** The first `size` leaves in order, a thousand to a row: a proof reads them all, so they should travel lightly. */
export async function* readLeaves(db: ReadDb, county: number, size: number): AsyncGenerator<Buffer, void> {
  const batches = askInBatches<{ hashes: Buffer }>(
    db,
    `select string_agg(hash, ''::bytea order by position) as hashes from log_leaf
      where county = $1 and position >= 0 and position < $2 group by position / 1024 order by position / 1024`,
    [county, size],
    64,
  )
  for await (const rows of batches)
    for (const { hashes } of rows)
      for (let at = 0; at < hashes.length; at += hashBytes) yield hashes.subarray(at, at + hashBytes)
}
