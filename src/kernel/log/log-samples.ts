import { createHash } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../identity/id.ts'
import { subjectsDigest } from './act-text.ts'
import { canonicalJson } from './canonical.ts'

interface SampleAct {
  id?: string
  subjects?: { type: string; id: string }[]
  evidence?: { kind: string; digest: string }[]
  recordedAt?: string
}

/** Synthetic acts (模拟数据) as the door writes them, committed and waiting to be sealed. Answers their ids. */
export async function someActs(
  pool: pg.Pool,
  county: number,
  samples: readonly SampleAct[],
): Promise<string[]> {
  const rows = samples.map((sample, i) => rowOf(county, sample, i))
  const client = await pool.connect()
  const column = (pick: (row: (typeof rows)[number]) => unknown) => rows.map(pick)
  try {
    await client.query('begin')
    await client.query(
      `insert into act (county, id, kind, version, actor, on_behalf_of, happened_at, recorded_at, caused_by,
                        corrects, pack, input_digest, text)
       select $1, * from unnest($2::uuid[], $3::text[], $4::int[], $5::uuid[], $6::uuid[], $7::timestamptz[],
                                $8::timestamptz[], $9::uuid[], $10::uuid[], $11::text[], $12::bytea[], $13::text[])`,
      [
        county,
        column((r) => r.act.id),
        column((r) => r.act.kind),
        column((r) => r.act.version),
        column((r) => r.act.actor),
        column((r) => r.act.onBehalfOf ?? null),
        column((r) => r.act.happenedAt),
        column((r) => r.act.recordedAt),
        column((r) => r.act.causedBy ?? null),
        column((r) => r.act.corrects ?? null),
        column((r) => r.act.pack),
        column((r) => Buffer.from(r.act.inputDigest, 'hex')),
        column((r) => canonicalJson(r.act)),
      ],
    )
    const subjects = rows.flatMap((r) => r.subjects.map((s) => [r.act.id, s.type, s.id]))
    await client.query(
      'insert into act_subject (county, act, subject_type, subject) select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[])',
      [county, subjects.map((s) => s[0]), subjects.map((s) => s[1]), subjects.map((s) => s[2])],
    )
    const evidence = rows.flatMap((r) => r.act.evidence.map((e) => ({ act: r.act.id, ...e })))
    await client.query(
      'insert into act_evidence (county, act, digest, kind) select $1, * from unnest($2::uuid[], $3::bytea[], $4::text[])',
      [
        county,
        evidence.map((e) => e.act),
        evidence.map((e) => Buffer.from(e.digest, 'hex')),
        evidence.map((e) => e.kind),
      ],
    )
    await client.query('insert into log_pending (county, act) select $1, unnest($2::uuid[])', [
      county,
      column((r) => r.act.id),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return rows.map((row) => row.act.id)
}

function rowOf(county: number, sample: SampleAct, i: number) {
  const subjects = sample.subjects ?? [{ type: 'home', id: newId() }]
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const act = {
    county,
    id: sample.id ?? newId(),
    kind: 'home.accept',
    version: 1,
    actor: newId(),
    // Every third act leaves out what an act may leave out.
    ...(i % 3 > 0 && { onBehalfOf: newId(), causedBy: newId(), corrects: newId() }),
    happenedAt: '2023-08-15T01:02:03.004Z',
    recordedAt: sample.recordedAt ?? '2023-08-15T02:03:04.567Z',
    pack: digest('laizhou-2023'),
    clauses: ['§3.3.4', '§3.3.2c'],
    inputDigest: digest(`input ${i}`),
    input: {
      home: subjects[0]?.id ?? null,
      checklist: { plate: true, run: 30 },
      note: `hmac:${digest('note')}`,
    },
    evidence: sample.evidence ?? (i % 2 ? [{ kind: 'photo', digest: digest(`photo ${i}`) }] : []),
    subjects: { count: subjects.length, digest: subjectsDigest(subjects.map((s) => `${s.type}:${s.id}`)) },
    result: null,
  }
  return { act, subjects }
}
