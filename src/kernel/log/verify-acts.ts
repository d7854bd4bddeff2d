import type { ReadDb } from '../database/database.ts'
import { type ActColumns, actColumnsSql, listColumnDifferences, parseActText } from './act-text.ts'
import type { Finding, Findings } from './finding.ts'
import { hashLeaf } from './merkle.ts'
import { ActRows } from './rows.ts'

type Remark = Omit<Finding, 'county'>

/** An act and its leaf that do not fit each other, until the tree tells which of them changed. */
export interface Mismatch {
  act: string
  position: number
  /** The leaf that the act's present text makes. */
  textHash: Buffer
  /** What is wrong if the text is the sealed one after all. */
  remarks: Remark[]
}

/** A committed act without a leaf that does not wait for one. */
export interface Unsealed {
  id: string
  /** The id that its own text gives. */
  textId?: string
  hash: Buffer
}

export interface Leaf {
  act: string
  position: number
  hash: Buffer
}

export interface ActsSeen {
  acts: number
  waiting: number
  /** Leaves within the sealed size. */
  leaves: number
  mismatches: Map<number, Mismatch>
  unsealed: Unsealed[]
  /** Leaves whose act is not there. */
  orphans: Leaf[]
  /** Leaves outside the sealed size. */
  strays: Leaf[]
}

interface ActRow extends ActColumns {
  act: string
  text: string
  overdue: boolean
}
interface SubjectRow {
  act: string
  count: string
  digest: string
}
interface EvidenceRow {
  act: string
  rows: string
}
interface LeafRow {
  act: string
  position: string
  hash: string
}

/**
 * Walks acts, subjects, evidence, leaves and waiting notes side by side in the order of act ids: every row of
 * one must fit those of the others. `size` is the sealed size; `overdueBefore` the instant before which a waiting
 * act should have been sealed.
 */
export async function verifyActs(
  db: ReadDb,
  findings: Findings,
  size: number,
  overdueBefore: Date,
  onAct: (done: number) => void,
): Promise<ActsSeen> {
  const { county } = findings
  const open = <R extends { act: string }>(text: string, batch?: number) =>
    ActRows.open<R>(db, text, county, batch)
  const acts = await open<ActRow>(
    `select a.id::text as act, ${actColumnsSql}, a.text,
            a.recorded_at < '${overdueBefore.toISOString()}'::timestamptz as overdue
       from act a where a.county = $1 order by a.id`,
    500,
  )
  // Aggregated by the server: an import's act has tens of thousands of subjects.
  const subjects = await open<SubjectRow>(
    `select act::text as act, count(*)::text as count,
            encode(sha256(convert_to(string_agg(line || E'\\n', '' order by line collate "C"), 'UTF8')), 'hex') as digest
       from (select act, subject_type || ':' || subject::text as line from act_subject where county = $1) s
      group by s.act order by s.act`,
  )
  const evidence = await open<EvidenceRow>(
    `select act::text as act, json_agg(json_build_array(kind, encode(digest, 'hex')))::text as rows
       from act_evidence where county = $1 group by act_evidence.act order by act_evidence.act`,
  )
  const taken = await open<EvidenceRow>(
    `select act::text as act, json_agg(encode(digest, 'hex'))::text as rows
       from evidence_taken where county = $1 group by evidence_taken.act order by evidence_taken.act`,
  )
  const leaves = await open<LeafRow>(
    `select act::text as act, position::text as position, encode(hash, 'hex') as hash
       from log_leaf where county = $1 order by log_leaf.act`,
  )
  const pending = await open<{ act: string }>(
    `select act::text as act from log_pending where county = $1 order by log_pending.act`,
  )

  const seen: ActsSeen = {
    acts: 0,
    waiting: 0,
    leaves: 0,
    mismatches: new Map(),
    unsealed: [],
    orphans: [],
    strays: [],
  }
  const overdue: Remark[] = []
  const walks = [acts, subjects, evidence, taken, leaves, pending]
  for (;;) {
    const id = smallest(walks.map((walk) => walk.act))
    if (id === undefined) break
    const act = await acts.take(id)
    const subject = await subjects.take(id)
    const proof = await evidence.take(id)
    const told = await taken.take(id)
    const leafRow = await leaves.take(id)
    const waits = await pending.take(id)
    const leaf = leafRow && readLeaf(leafRow)
    if (leaf && (leaf.position < 0 || leaf.position >= size)) seen.strays.push(leaf)
    else if (leaf) seen.leaves++

    if (!act) {
      if (leaf) seen.orphans.push(leaf)
      for (const [table, row] of [
        ['act_subject', subject],
        ['act_evidence', proof],
        ['evidence_taken', told],
        ['log_pending', waits],
      ] as const)
        if (row) findings.add({ table, key: { act: id }, code: 'added' })
      continue
    }
    onAct(++seen.acts)

    const text = parseActText(act.text)
    const remarks: Remark[] = []
    if (!text) remarks.push({ table: 'act', key: { id }, code: 'unreadable', column: 'text' })
    else {
      for (const difference of listColumnDifferences(text, act))
        remarks.push({ table: 'act', key: { id }, code: 'column', ...difference })
      remarks.push(...compareSubjects(id, text.subjects, subject))
      remarks.push(...compareEvidence(id, text.evidence, proof))
      remarks.push(...compareTaken(id, text.evidence, told))
    }

    const textHash = hashLeaf(act.text)
    if (leaf && waits) findings.add({ table: 'log_pending', key: { act: id }, code: 'added' })
    if (leaf && !leaf.hash.equals(textHash)) {
      seen.mismatches.set(leaf.position, { act: id, position: leaf.position, textHash, remarks })
      continue
    }
    for (const remark of remarks) findings.add(remark)
    if (leaf) continue
    if (!waits) seen.unsealed.push({ id, textId: text?.id, hash: textHash })
    else {
      seen.waiting++
      if (act.overdue && overdue.length < 20)
        overdue.push({ table: 'log_pending', key: { act: id }, code: 'waiting' })
    }
  }
  for (const remark of overdue) findings.add(remark)
  return seen
}

function smallest(ids: readonly (string | undefined)[]): string | undefined {
  let least: string | undefined
  for (const id of ids) if (id !== undefined && (least === undefined || id < least)) least = id
  return least
}

function readLeaf(row: LeafRow): Leaf {
  return { act: row.act, position: Number(row.position), hash: Buffer.from(row.hash, 'hex') }
}

function compareSubjects(
  act: string,
  said: { count: number; digest: string },
  rows: SubjectRow | undefined,
): Remark[] {
  const count = Number(rows?.count ?? 0)
  if (count === said.count && (count === 0 || rows?.digest === said.digest)) return []
  const expected = `${said.count} · ${said.digest}`
  const found = `${count} · ${rows?.digest ?? '–'}`
  return [{ table: 'act_subject', key: { act }, code: 'subjects', expected, found }]
}

function compareEvidence(
  act: string,
  said: readonly { kind: string; digest: string }[],
  row: EvidenceRow | undefined,
): Remark[] {
  const named = (kind: string, digest: string) => JSON.stringify([kind, digest])
  const expected = new Map(said.map((e) => [named(e.kind, e.digest), e]))
  const remarks: Remark[] = []
  for (const [kind, digest] of JSON.parse(row?.rows ?? '[]') as [string, string][])
    if (!expected.delete(named(kind, digest)))
      remarks.push({ table: 'act_evidence', key: { act, digest, kind }, code: 'added' })
  for (const { kind, digest } of expected.values())
    remarks.push({ table: 'act_evidence', key: { act, digest, kind }, code: 'removed' })
  return remarks
}

/** Of which photographs it was said how they came about; what was said is sealed as a keyed digest alone. */
function compareTaken(
  act: string,
  said: readonly { digest: string; taken?: string | undefined }[],
  row: EvidenceRow | undefined,
): Remark[] {
  const expected = new Set(said.flatMap(({ digest, taken }) => (taken === undefined ? [] : digest)))
  const found = new Set(JSON.parse(row?.rows ?? '[]') as string[])
  const remark = (digest: string, code: 'added' | 'removed'): Remark => ({
    table: 'evidence_taken',
    key: { act, digest },
    code,
  })
  return [
    ...[...found].filter((digest) => !expected.has(digest)).map((digest) => remark(digest, 'added')),
    ...[...expected].filter((digest) => !found.has(digest)).map((digest) => remark(digest, 'removed')),
  ]
}
