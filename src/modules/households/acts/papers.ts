import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct, type EvidenceRef } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { type Day, dayOf } from '../../../kernel/dates/day.ts'
import { papersOfAllPacks } from '../../policy/public.ts'
import { RecordPaper, SignPaper, type SigningWay, TakePaper } from '../model/papers.ts'
import { measuredWorks } from '../../../kernel/pack/pack.ts'
import { paperDigest, papersFor, papersOf, wordedFor } from '../rules/paper-text.ts'
import {
  checkFresh,
  checkPaper,
  checkShown,
  checkSignedOn,
  checkWitness,
  type HomeToSign,
  maySign,
  placeOf,
} from '../rules/papers.ts'
import { witnessColumn } from '../signed-papers.ts'

/** The household signs by finger on its own telephone, under the words that are in force. */
export const signPaper = defineAct({
  kind: 'paper.sign',
  version: 1,
  input: SignPaper,
  permission: 'paper.sign',
  clauses: ['§3.3.2a', '§3.3.3'],
  evidence: ['signature'],
  subject: { type: 'home', of: (input) => input.home },
  // What it signs makes nothing wrong that others found there.
  quiet: true,
  load: loadHomes,
  place: placeOf,
  may: (home, { pack }) => maySign(home, pack),
  check: (home, { input }, { pack, actor }) => [
    ...checkPaper(home, input.paper, actor, pack),
    ...checkShown(home, input, pack),
    ...checkFresh(home),
  ],
  apply: (tx, items, context) =>
    insertPapers(
      tx,
      items.map(({ id, input, facts, evidence }) => ({
        ...{ act: id, home: facts, paper: input.paper, text: input.text, how: 'own' },
        signedOn: context.today,
        signature: digestOf(evidence, 'signature'),
      })),
      context,
    ),
})

/** At the door, on the telephone of whoever came; where the householder cannot write, by a mark before a witness. */
export const takePaper = defineAct({
  kind: 'paper.take',
  version: 1,
  input: TakePaper,
  permission: 'paper.take',
  clauses: ['§3.3.2a', '§3.3.3'],
  // The householder's, or the witness's.
  evidence: ['signature'],
  subject: { type: 'home', of: (input) => input.home },
  quiet: true,
  load: async (db, items, context) => {
    const homes = await loadHomes(db, items, context)
    const { pack } = context
    const isOther = items.some(({ input }, i) => {
      const home = homes[i]
      return input && home && !papersFor(pack, home).some((paper) => paperDigest(paper) === input.text)
    })
    const all = [...(isOther ? await papersOfAllPacks(db, context.county) : []), ...papersOf({ papers: [] })]
    const textsOf = (isByParts: boolean) =>
      new Set(all.flatMap((paper) => wordedFor(paper, isByParts)).map((p) => `${p.id} ${paperDigest(p)}`))
    const earlier = { machines: textsOf(false), parts: textsOf(true) }
    return homes.map(
      (home) => home && { ...home, earlier: earlier[measuredWorks(pack, home) ? 'parts' : 'machines'] },
    )
  },
  place: placeOf,
  may: (home, { pack }) => maySign(home, pack),
  check: (home, { input, evidence }, { pack, actor }) => [
    ...checkPaper(home, input.paper, actor, pack),
    ...checkShown(home, input, pack, home.earlier),
    ...checkWitness(home, input, actor, pack),
    ...checkFresh(home),
    ...(input.witness !== undefined && !evidence.some(({ kind }) => kind === 'photo')
      ? [refuse('paper.no-mark', ['§3.3.3'])]
      : []),
  ],
  apply: (tx, items, context) =>
    insertPapers(
      tx,
      items.map(({ id, input, facts, evidence, happenedAt }) => ({
        ...{ act: id, home: facts, paper: input.paper, text: input.text },
        signedOn: dayOf(happenedAt),
        ...(input.witness === undefined
          ? { how: 'finger', signature: digestOf(evidence, 'signature') }
          : {
              how: 'mark',
              signature: digestOf(evidence, 'photo'),
              witness: input.witness,
              witnessSignature: digestOf(evidence, 'signature'),
            }),
      })),
      context,
    ),
})

/** Signed on paper before a witness; whoever has it signed photographs the sheet. */
export const recordPaper = defineAct({
  kind: 'paper.record',
  version: 1,
  input: RecordPaper,
  permission: 'paper.record',
  clauses: ['§3.3.2a', '§3.3.3'],
  evidence: ['photo'],
  subject: { type: 'home', of: (input) => input.home },
  load: loadHomes,
  place: placeOf,
  may: (home, { pack }) => maySign(home, pack),
  check: (home, { input }, { pack, actor, today }) => [
    ...checkPaper(home, input.paper, actor, pack),
    ...checkSignedOn(input.signedOn, today),
    ...checkWitness(home, input, actor, pack),
  ],
  apply: (tx, items, context) => {
    const textOf = (home: HomeToSign, id: string) => {
      const paper = papersFor(context.pack, home).find((each) => each.id === id)
      return paper ? paperDigest(paper) : ''
    }
    return insertPapers(
      tx,
      items.map(({ id, input, facts, evidence }) => ({
        ...{ act: id, home: facts, paper: input.paper, signedOn: input.signedOn, how: 'paper' },
        text: textOf(facts, input.paper),
        signature: digestOf(evidence, 'photo'),
        witness: input.witness,
      })),
      context,
    )
  },
})

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const none = Buffer.alloc(0)

async function loadHomes(
  db: ReadDb,
  items: readonly Pick<ActItem<unknown>, 'subject' | 'evidence'>[],
  { county }: ActContext,
): Promise<(HomeToSign | undefined)[]> {
  const ids = items.map((item) => item.subject)
  const { rows } = await sql<Omit<HomeToSign, 'reused'>>`
    select h.id, h.village, h.line, h.area_kind as "areaKind", h.stage, h.ended, h.householder, h.contractor, h.supervisor,
           array(select a.name from account a
                  where a.county = ${county} and a.organisation = h.contractor
                  union select w.name from worker w
                         where w.county = ${county} and w.firm = h.contractor and w.left_on is null) as firm,
           (select coalesce(json_object_agg(s.paper, s.signed_on), '{}') from signed_paper s
             where s.county = ${county} and s.home = h.id) as signed
      from home h where h.county = ${county} and h.id = any(${ids}::uuid[])`.execute(db)
  const homes = new Map(rows.map((row) => [row.id, row]))
  const digests = items.flatMap(({ evidence }) => evidence.map(({ digest }) => bytes(digest)))
  const used = await db
    .selectFrom('signed_paper')
    .select(['home', 'signature', 'witness_signature'])
    .where('county', '=', county)
    .where((eb) =>
      eb.or([eb('signature', 'in', [...digests, none]), eb('witness_signature', 'in', [...digests, none])]),
    )
    .execute()
  const isUsed = (digest: string, home: string) =>
    used.some(
      (one) =>
        one.home !== home &&
        [one.signature, one.witness_signature].some((b) => b?.toString('hex') === digest),
    )
  return items.map(({ subject, evidence }) => {
    const home = homes.get(subject)
    return home && { ...home, reused: evidence.some(({ digest }) => isUsed(digest, home.id)) }
  })
}

/** The door has made sure that there is one of this kind. */
function digestOf(evidence: readonly EvidenceRef[], kind: string): string {
  const found = evidence.find((e) => e.kind === kind)
  if (!found) throw new Error(`A paper came without its ${kind}.`)
  return found.digest
}

interface NewPaper {
  act: string
  home: HomeToSign
  paper: string
  text: string
  signedOn: Day
  how: string
  signature: string
  witness?: string
  witnessSignature?: string
}

async function insertPapers(
  tx: WriteDb,
  signed: readonly NewPaper[],
  { county, keys, actor, pack }: ActContext,
) {
  const binding = new Set(papersOf(pack).flatMap(({ id, withContractor }) => (withContractor ? id : [])))
  await tx
    .insertInto('signed_paper')
    .values(
      signed.map(({ act, home, paper, text, signedOn, how, signature, witness, witnessSignature }) => ({
        ...{ county, home: home.id, paper, act },
        how: how as SigningWay,
        signed_on: signedOn,
        signature: bytes(signature),
        text_digest: bytes(text),
        witness: witness === undefined ? null : sealField(keys, county, witnessColumn, witness),
        witness_signature: witnessSignature === undefined ? null : bytes(witnessSignature),
        contractor: binding.has(paper) ? home.contractor : null,
        taken_by: actor.id,
      })),
    )
    .execute()
  return signed.map(({ paper, signedOn }) => ({ result: { paper, signedOn } }))
}
