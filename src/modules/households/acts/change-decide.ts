import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { Refusal } from '../../../kernel/act/refusal.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { programmeId } from '../../policy/public.ts'
import { ApproveChange, DeclineChange, RecallChange } from '../model/change.ts'
import { homePlace, holdHomes } from '../public.ts'
import { checkDecider, type EnteringHome, mayDecideChange, standsAgainst } from '../rules/change.ts'
import { applyChanges } from './change-apply.ts'
import {
  changeColumn,
  type HomeOfChange,
  loadChanges,
  loadEntering,
  loadHomesToChange,
  type StoredChange,
} from './change-facts.ts'

export interface DecidedChange extends StoredChange {
  about: HomeOfChange
  entering: EnteringHome | undefined
}

const lockRegister = (_input: unknown, county: number) => [{ type: 'programme', id: programmeId(county) }]

type LoadContext = Pick<ActContext, 'county' | 'keys' | 'pack' | 'today'>

async function load(
  db: ReadDb,
  items: readonly { subject: string }[],
  context: LoadContext,
): Promise<(DecidedChange | undefined)[]> {
  const changes = await loadChanges(
    db,
    context.county,
    context.keys,
    items.map((item) => item.subject),
  )
  const all = [...changes.values()]
  const homes = await loadHomesToChange(
    db,
    context,
    all.flatMap(({ home, enters }) => (enters ? [home, enters] : [home])),
  )
  const entering = await loadEntering(
    db,
    context,
    homes,
    all.flatMap(({ home, enters }) => (enters ? [{ home, enters }] : [])),
  )
  return items.map(({ subject }) => {
    const change = changes.get(subject)
    const about = change && homes.get(change.home)
    if (!change || !about) return undefined
    return { ...change, about, entering: change.enters ? entering.get(change.enters) : undefined }
  })
}

/** The order was judged when it was asked; who came on the list since does not hold the request up. */
const asAsked = (change: DecidedChange) => ({
  kind: change.kind,
  enters: change.entering,
  passedReason: change.passedReason ?? '',
  changes: change.changes,
})

/** Why a request that waits could not be approved now, whoever decides it. */
export async function standsAgainstAsked(db: ReadDb, id: string, context: LoadContext): Promise<Refusal[]> {
  const [change] = await load(db, [{ subject: id }], context)
  if (change?.state !== 'asked') return []
  return standsAgainst(change.about, asAsked(change), context.pack, context.today)
}

/** The bureau approves: the change takes effect at once, decided on what is true now. */
export const approveChange = defineAct({
  kind: 'change.approve',
  version: 1,
  input: ApproveChange,
  permission: 'change.approve',
  clauses: ['§3.1.3d', '§4.1b', '§4.4', '§5.2'],
  subject: { type: 'change', of: (input) => input.change },
  alsoLock: lockRegister,
  load,
  place: ({ about }) => homePlace(about),
  may: (change, { pack, today }) => {
    const refusals = mayDecideChange(change)
    return refusals.length > 0 ? refusals : standsAgainst(change.about, asAsked(change), pack, today)
  },
  check: (change, _item, { actor }) => checkDecider(change, actor.id),
  apply: async (tx, items, context) => {
    const changes = items.map(({ id: act, facts }) => ({ act, ...facts }))
    await holdAsLoaded(tx, context, changes)
    const done = await applyChanges(tx, context, changes)
    await decide(
      tx,
      context,
      items.map(({ id, subject, input }) => ({ act: id, change: subject, answer: input.remark })),
      'approved',
    )
    return done
  },
})

export const declineChange = defineAct({
  kind: 'change.decline',
  version: 1,
  input: DeclineChange,
  permission: 'change.decline',
  clauses: ['§3.1.3d', '§5.2'],
  subject: { type: 'change', of: (input) => input.change },
  load,
  place: ({ about }) => homePlace(about),
  may: mayDecideChange,
  check: (change, _item, { actor }) => checkDecider(change, actor.id),
  apply: async (tx, items, context) => {
    await decide(
      tx,
      context,
      items.map(({ id, subject, input }) => ({ act: id, change: subject, answer: input.reason })),
      'declined',
    )
    return items.map(({ facts }) => ({ touched: touchedBy(facts), result: { number: facts.number } }))
  },
})

/** Whoever asked, or a colleague of the town, takes a request back before it is decided. */
export const recallChange = defineAct({
  kind: 'change.recall',
  version: 1,
  input: RecallChange,
  permission: 'change.ask',
  clauses: ['§3.1.3d'],
  subject: { type: 'change', of: (input) => input.change },
  load,
  place: ({ about }) => homePlace(about),
  may: mayDecideChange,
  apply: async (tx, items, context) => {
    await decide(
      tx,
      context,
      items.map(({ id, subject, input }) => ({ act: id, change: subject, answer: input.reason })),
      'recalled',
    )
    return items.map(({ facts }) => ({ touched: touchedBy(facts), result: { number: facts.number } }))
  },
})

export const touchedBy = ({ home, enters }: Pick<StoredChange, 'home' | 'enters'>) =>
  [...new Set([home, ...(enters ? [enters] : [])])].map((id) => ({ type: 'home', id }))

/** Somebody may have installed, revoked or corrected a home since it was looked at: then it is decided again. */
async function holdAsLoaded(
  tx: WriteDb,
  context: ActContext,
  changes: readonly DecidedChange[],
): Promise<void> {
  const known = new Map(
    changes.flatMap(({ about, entering }) => [about, ...(entering ? [entering] : [])].map((h) => [h.id, h])),
  )
  await holdHomes(tx, context.county, [...known.keys()])
  const now = await loadHomesToChange(tx, context, [...known.keys()])
  for (const [id, was] of known) {
    const is = now.get(id)
    if (is?.stage !== was.stage || is.ended !== was.ended || is.answer !== was.answer)
      throw new Overtaken('A home of the change moved on.')
  }
}

async function decide(
  tx: WriteDb,
  { county, keys, actor, today }: ActContext,
  decided: readonly { act: string; change: string; answer: string | undefined }[],
  state: 'approved' | 'declined' | 'recalled',
): Promise<void> {
  const answers = decided.map(({ answer }) =>
    answer === undefined ? null : sealField(keys, county, changeColumn('answer'), answer),
  )
  await sql`
    update home_change set state = ${state}, answer = d.answer, decided_by = ${actor.id}::uuid,
                           decided_on = ${today}::date, decide_act = d.act
      from unnest(${decided.map(({ change }) => change)}::uuid[], ${answers}::bytea[],
                  ${decided.map(({ act }) => act)}::uuid[]) as d (change, answer, act)
     where home_change.county = ${county} and home_change.id = d.change`.execute(tx)
}
