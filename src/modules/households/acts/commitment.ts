import { sql } from 'kysely'
import { type ActContext, defineAct, type EvidenceRef } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { RecordCommitment, SignCommitment } from '../model/notice.ts'
import { checkSignedOn, checkText, type HomeToCommit, maySign } from '../rules/commitment.ts'
import { commitmentDigest } from '../rules/commitment-text.ts'
import type { Stage } from '../stages.ts'

/** The household signs by finger, under the words that are in force. */
export const signCommitment = defineAct({
  kind: 'commitment.sign',
  version: 1,
  input: SignCommitment,
  permission: 'commitment.sign',
  clauses: ['§3.3.2a'],
  evidence: ['signature'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) =>
    loadHomes(
      db,
      county,
      items.map((item) => item.subject),
    ),
  place: (facts) => ({ area: facts.village, home: facts.id }),
  may: (facts) => maySign(facts),
  check: (_facts, { input }) => checkText(input.text, commitmentDigest()),
  apply: async (tx, items, context) => {
    await insertCommitments(
      tx,
      items.map(({ id, input, evidence }) => ({
        act: id,
        home: input.home,
        signedOn: context.today,
        signature: digestOf(evidence, 'signature'),
      })),
      context,
    )
    return items.map(() => ({ result: { signedOn: context.today } }))
  },
})

/** Signed on paper before a witness; the town or the cadre photographs the sheet. */
export const recordCommitment = defineAct({
  kind: 'commitment.record',
  version: 1,
  input: RecordCommitment,
  permission: 'commitment.record',
  clauses: ['§3.3.2a'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: (db, items, { county }) =>
    loadHomes(
      db,
      county,
      items.map((item) => item.subject),
    ),
  place: (facts) => ({ area: facts.village, home: facts.id }),
  may: (facts) => maySign(facts),
  check: (_facts, { input }, { today }) => checkSignedOn(input.signedOn, today),
  apply: async (tx, items, context) => {
    await insertCommitments(
      tx,
      items.map(({ id, input, evidence }) => ({
        act: id,
        home: input.home,
        signedOn: input.signedOn,
        signature: digestOf(evidence, 'photo'),
        witness: input.witness,
      })),
      context,
    )
    return items.map(({ input }) => ({ result: { signedOn: input.signedOn } }))
  },
})

async function loadHomes(db: ReadDb, county: number, ids: readonly string[]) {
  const rows = await db
    .selectFrom('home')
    .leftJoin('commitment', (join) =>
      join.onRef('commitment.county', '=', 'home.county').onRef('commitment.home', '=', 'home.id'),
    )
    .select(['home.id', 'home.village', 'home.stage', 'home.ended', 'commitment.signed_on as committedOn'])
    .where('home.county', '=', county)
    .where('home.id', 'in', [...ids])
    .execute()
  const homes = new Map(
    rows.map((row) => [
      row.id,
      { ...row, stage: row.stage as Stage } satisfies HomeToCommit & { id: string },
    ]),
  )
  return ids.map((id) => homes.get(id))
}

/** The door has made sure that there is one of this kind. */
function digestOf(evidence: readonly EvidenceRef[], kind: string): Buffer {
  const found = evidence.find((e) => e.kind === kind)
  if (!found) throw new Error(`A commitment came without its ${kind}.`)
  return Buffer.from(found.digest, 'hex')
}

interface NewCommitment {
  act: string
  home: string
  signedOn: Day
  signature: Buffer
  witness?: string
}

async function insertCommitments(
  tx: WriteDb,
  signed: readonly NewCommitment[],
  { county, keys, actor }: ActContext,
): Promise<void> {
  const text = Buffer.from(commitmentDigest(), 'hex')
  await sql`
    insert into commitment (county, home, signed_on, signature, on_paper, text_digest, witness, recorded_by, act)
    select ${county}, s.home, s.day, s.signature, s.witness is not null, ${text}, s.witness, ${actor.id}::uuid, s.act
      from unnest(${signed.map((s) => s.home)}::uuid[], ${signed.map((s) => s.signedOn)}::date[],
                  ${signed.map((s) => s.signature)}::bytea[],
                  ${signed.map((s) => (s.witness ? sealField(keys, county, 'commitment.witness', s.witness) : null))}::bytea[],
                  ${signed.map((s) => s.act)}::uuid[]) as s (home, day, signature, witness, act)`.execute(tx)
}
