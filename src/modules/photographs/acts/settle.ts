import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import { findHomes, type HomeState } from '../../households/public.ts'
import { isAtLeast } from '../../households/stages.ts'
import { countyArea } from '../../organisations/public.ts'
import { type SampleLevel, sampleLevels as levels } from '../../acceptance/model.ts'
import { type DoubtState, SettleDoubt } from '../model.ts'
import { mayAskAgain, maySettleDoubt } from '../rules/doubts.ts'

interface Loaded {
  home: HomeState
  state: DoubtState
  maker: string
  /** Of which level's check it is, where it is one's. */
  check: SampleLevel | null
  /** Whose it is: the town that sees both sides, or else the county. */
  area: string
}

async function loadDoubts(
  db: ReadDb,
  items: readonly ActItem<unknown>[],
  { county }: ActContext,
): Promise<(Loaded | undefined)[]> {
  const rows = await db
    .selectFrom('doubt')
    .innerJoin('act', (join) =>
      join.onRef('act.county', '=', 'doubt.county').onRef('act.id', '=', 'doubt.about'),
    )
    .select(['doubt.id', 'home', 'state', 'maker', 'wide', 'act.kind'])
    .where('doubt.county', '=', county)
    .where(
      'doubt.id',
      'in',
      items.map((item) => item.subject),
    )
    .execute()
  const homes = await findHomes(
    db,
    county,
    rows.map(({ home }) => home),
  )
  const whole = await countyArea(db, county)
  return items.map(({ subject }) => {
    const row = rows.find(({ id }) => id === subject)
    const home = row && homes.get(row.home)
    const check = levels.find((level) => row?.kind === `home.check-${level}`) ?? null
    return (
      row &&
      home && { home, check, state: row.state, maker: row.maker, area: row.wide ? whole : home.village }
    )
  })
}

async function settle(
  tx: WriteDb,
  items: readonly { id: string; subject: string; input: { reason: string }; facts: Loaded }[],
  state: 'cleared' | 'again',
  { county, actor, now, keys }: ActContext,
) {
  await sql`
    update doubt
       set state = ${state}, settled_by = ${actor.id}, settled_at = ${now}, reason = s.reason, settle_act = s.act
      from unnest(${items.map((i) => i.subject)}::uuid[], ${items.map((i) => i.id)}::uuid[],
                  ${items.map((i) => sealField(keys, county, 'doubt.reason', i.input.reason))}::bytea[])
             as s (id, act, reason)
     where doubt.county = ${county} and doubt.id = s.id`.execute(tx)
  return items.map(({ facts }) => ({
    touched: [{ type: 'home', id: facts.home.id }],
    result: { home: facts.home.id, built: isAtLeast(facts.home.stage, 'installed'), check: facts.check },
  }))
}

/** Both sides seen, it is in order: the same scene for a good reason, a telephone without a good position. */
export const clearDoubt = defineAct({
  kind: 'doubt.clear',
  version: 1,
  input: SettleDoubt,
  permission: 'doubt.settle',
  clauses: ['§5.2', '§5.4'],
  quiet: true,
  subject: { type: 'doubt', of: (input) => input.doubt },
  load: loadDoubts,
  place: ({ area }) => ({ area }),
  may: (facts, { actor }) => maySettleDoubt(facts, actor),
  apply: (tx, items, context) => settle(tx, items, 'cleared', context),
})

/** It does not stand up: the home is checked and visited again, with new photographs; a sample's check alone (§3.3.3, §3.3.4). */
export const askAgain = defineAct({
  kind: 'doubt.ask-again',
  version: 1,
  input: SettleDoubt,
  permission: 'doubt.settle',
  clauses: ['§3.3.3', '§3.3.4', '§5.4'],
  subject: { type: 'doubt', of: (input) => input.doubt },
  load: loadDoubts,
  place: ({ area }) => ({ area }),
  may: (facts, { actor }) => [
    ...maySettleDoubt(facts, actor),
    // A check is done again by whoever samples, whatever was paid; the firm had no hand in it.
    ...mayAskAgain({
      ended: facts.home.ended,
      paid: facts.check === null && isAtLeast(facts.home.stage, 'settled'),
    }),
  ],
  apply: (tx, items, context) => settle(tx, items, 'again', context),
})
