import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { checkEvidence } from '../../../kernel/evidence/check-evidence.ts'
import { isSigned } from '../../../kernel/log/checkpoint.ts'
import { listEvidenceDigests } from '../../../kernel/log/log-contents.ts'
import { verifyLog, type VerifyProgress } from '../../../kernel/log/verify.ts'
import { describeFinding, placeOf } from '../../../kernel/log/words.ts'
import { VerifyLog } from '../model.ts'
import { requireWholeCounty } from '../../../kernel/act/whole-county.ts'

const pageSize = 50

/** An act waits a second or so to be sealed; after a minute something is wrong with the sealer. */
const overdueMs = 60_000

interface CheckpointRow {
  size: number
  previous: number
  root: Buffer
  madeAt: Date
  keyId: string
  signature: Buffer
}

/** The signed states of the log, the newest first, and the public key they are checked with. */
const logCheckpoints = defineQuery({
  name: 'log.checkpoints',
  input: z.object({ page: z.int().min(0).default(0) }),
  permission: 'log.read',
  run: async (db, { page }, context) => {
    requireWholeCounty(context)
    const { county } = context
    const key = context.keys.signing
    const { rows } = await sql<CheckpointRow>`
      select c.size, coalesce((select max(b.size) from log_checkpoint b
                                where b.county = ${county} and b.size < c.size), 0) as previous,
             c.root, c.made_at as "madeAt", c.key_id as "keyId", c.signature
        from (select * from log_checkpoint where county = ${county}
               order by size desc limit ${pageSize} offset ${page * pageSize}) c
       order by c.size desc`.execute(db)
    const counted = await sql<{ total: number; acts: number; waiting: number }>`
      select (select count(*) from log_checkpoint where county = ${county}) as total,
             (select count(*) from act where county = ${county}) as acts,
             (select count(*) from log_pending where county = ${county}) as waiting`.execute(db)
    return {
      ...(counted.rows[0] ?? { total: 0, acts: 0, waiting: 0 }),
      pageSize,
      key: { id: key.keyId, algorithm: key.algorithm, pem: key.pem },
      rows: rows.map((row) => {
        const checkpoint = { ...row, county, madeAt: row.madeAt.toISOString() }
        return {
          ...{ size: row.size, acts: row.size - row.previous, madeAt: checkpoint.madeAt, keyId: row.keyId },
          root: row.root.toString('hex'),
          signed: isSigned(key, checkpoint),
        }
      }),
    }
  },
})

/** Checks the whole log against its signatures, and every piece of evidence where asked; tells how far it is. */
const logVerify = defineQuery({
  name: 'log.verify',
  input: VerifyLog,
  permission: 'log.read',
  run: async (db, { evidence }, context) => {
    requireWholeCounty(context)
    const { county, now } = context
    const began = performance.now()
    const seen = await verifyLog(db, county, {
      trusted: [context.keys.signing],
      overdueBefore: new Date(now.getTime() - overdueMs),
      onProgress: (progress) => context.progress(shareOf(progress), `log.verify.${progress.stage}`),
    })
    const files = evidence ? await readEvidence(db, context) : null
    return {
      acts: seen.acts,
      checkpoints: seen.checkpoints,
      waiting: seen.waiting,
      last: seen.last ?? null,
      key: context.keys.signing.keyId,
      isSound: seen.sound && (files === null || files.problems.length === 0),
      findings: seen.findings.map((finding) => ({
        place: placeOf(finding),
        said: describeFinding(finding),
        code: finding.code,
        act: finding.table === 'act' && typeof finding.key.id === 'string' ? finding.key.id : null,
      })),
      evidence: files,
      milliseconds: Math.round(performance.now() - began),
    }
  },
})

/** Reading the acts is by far the longer part. */
const shareOf = ({ stage, done, total }: VerifyProgress): number => {
  const share = total === 0 ? 1 : done / total
  return stage === 'acts' ? share * 0.85 : 0.85 + share * 0.15
}

async function readEvidence(db: ReadDb, { county, store, progress }: QueryContext) {
  const digests = await listEvidenceDigests(db, county)
  let read = 0
  const counted = function* () {
    for (const digest of digests) {
      progress(read++ / digests.length, 'log.verify.evidence')
      yield digest
    }
  }
  const problems: { digest: string; problem: 'missing' | 'damaged' }[] = []
  for await (const problem of checkEvidence(store, counted())) problems.push(problem)
  return { files: digests.length, problems }
}

export const sealQueries = [logCheckpoints, logVerify] as const
