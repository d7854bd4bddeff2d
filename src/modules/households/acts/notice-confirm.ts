import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { programmeId } from '../../policy/public.ts'
import { ConfirmNotice } from '../model/notice.ts'
import { mayConfirm, type Readiness, readiness } from '../rules/notice.ts'
import { moveHomes } from '../public.ts'
import { issueLetters } from './letter.ts'
import { loadNoticesToConfirm, loadWaiting } from './notice-facts.ts'
import { screenHomes } from './screen-homes.ts'

interface Line {
  act: string
  notice: string
  home: string
  state: Readiness
  onRoad: boolean
}

/**
 * After the period: homes that are still eligible at this moment, alone on their keys and unchanged since the board
 * was printed become the confirmed register and get their letters. What waits for papers stays on the notice and
 * can be confirmed later; what the board no longer tells truly goes back to screening.
 */
export const confirmNotice = defineAct({
  kind: 'notice.confirm',
  version: 1,
  input: ConfirmNotice,
  permission: 'notice.confirm',
  clauses: ['§3.1.3d', '§4.4'],
  subject: { type: 'notice', of: (input) => input.notice },
  // Nobody imports a second application for a home while it is being confirmed.
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, context) => {
    const notices = await loadNoticesToConfirm(
      db,
      context,
      items.map((item) => item.subject),
    )
    return items.map((item) => notices.get(item.subject))
  },
  place: (facts) => ({ area: facts.village }),
  may: (facts, context) => mayConfirm(facts, context),
  apply: async (tx, items, context) => {
    const { county, today } = context
    const acts = new Map(items.map(({ subject, id }) => [subject, id]))
    const screened = await screenAgain(
      tx,
      context,
      items.flatMap(({ id, facts }) => facts.waiting.map(({ home }) => ({ home, act: id }))),
    )
    const waiting = await loadWaiting(tx, context, [...acts.keys()])
    const lines = [...waiting].flatMap(([notice, homes]) =>
      homes.map(
        (home): Line => ({
          act: acts.get(notice) ?? '',
          notice,
          home: home.home,
          state: readiness(home),
          onRoad: home.onRoad,
        }),
      ),
    )
    const confirmed = lines.filter(({ state }) => state.outcome === 'confirm')
    await moveHomes(
      tx,
      county,
      confirmed.filter(({ onRoad }) => !onRoad).map(({ home }) => home),
      'confirmed',
      { confirmedOn: today },
    )
    await sql`update home set change = null where county = ${county}
               and id = any(${confirmed.map(({ home }) => home)}::uuid[])`.execute(tx)
    await issueLetters(tx, context, confirmed)
    const returned = lines.filter(({ state }) => state.outcome === 'return')
    await moveHomes(
      tx,
      county,
      returned.filter(({ onRoad }) => !onRoad).map(({ home }) => home),
      'screened',
    )
    await settleLines(
      tx,
      county,
      lines.filter(({ state }) => state.outcome !== 'wait'),
    )
    const stillWaited = new Set(
      lines.filter(({ state }) => state.outcome === 'wait').map((line) => line.notice),
    )
    await closeNotices(
      tx,
      county,
      [...acts.keys()].filter((notice) => !stillWaited.has(notice)),
      today,
    )
    const byNotice = new Map<string, Line[]>(items.map(({ subject }) => [subject, []]))
    for (const line of lines) byNotice.get(line.notice)?.push(line)
    return items.map(({ subject }) => {
      const own = byNotice.get(subject) ?? []
      const count = (outcome: Readiness['outcome'], reason?: string) =>
        own.filter(
          ({ state }) =>
            state.outcome === outcome && (!reason || ('reason' in state && state.reason === reason)),
        ).length
      return {
        touched: own
          .filter(({ home, state }) => state.outcome !== 'wait' || screened.has(home))
          .map(({ home }) => ({ type: 'home', id: home })),
        result: {
          confirmed: count('confirm'),
          waiting: { unknown: count('wait', 'unknown'), duplicate: count('wait', 'duplicate') },
          returned: { no: count('return', 'no'), changed: count('return', 'changed') },
          ended: count('ended'),
        },
      }
    })
  },
})

/** Screens the homes as of this moment, the duplicates in the whole register included; answers those that changed. */
async function screenAgain(
  tx: WriteDb,
  context: ActContext,
  homes: readonly { home: string; act: string }[],
): Promise<Set<string>> {
  const [first] = homes
  if (!first) return new Set()
  // Locked in one order, so that nobody corrects a home between its screening and its confirmation.
  await sql`select 1 from home where county = ${context.county} and id = any(${homes.map((h) => h.home)}::uuid[])
            order by id for update`.execute(tx)
  const result = await screenHomes(tx, context, first.act, { homes: homes.map(({ home }) => home) })
  const touched = new Set(result.touched)
  const later = homes.filter(({ home, act }) => act !== first.act && touched.has(home))
  if (later.length > 0)
    await sql`
      update screening set act = l.act
        from unnest(${later.map((l) => l.home)}::uuid[], ${later.map((l) => l.act)}::uuid[]) as l (home, act)
       where screening.county = ${context.county} and screening.act = ${first.act}
         and screening.home = l.home`.execute(tx)
  return touched
}

async function settleLines(tx: WriteDb, county: number, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  const outcomes = { confirm: 'confirmed', return: 'returned', ended: 'ended', wait: null } as const
  await sql`
    update notice_home set outcome = l.outcome, outcome_reason = l.reason, outcome_act = l.act
      from unnest(${lines.map((l) => l.notice)}::uuid[], ${lines.map((l) => l.home)}::uuid[],
                  ${lines.map(({ state }) => outcomes[state.outcome])}::text[],
                  ${lines.map(({ state }) => ('reason' in state ? state.reason : null))}::text[],
                  ${lines.map((l) => l.act)}::uuid[]) as l (notice, home, outcome, reason, act)
     where notice_home.county = ${county} and notice_home.notice = l.notice and notice_home.home = l.home`.execute(
    tx,
  )
}

async function closeNotices(
  tx: WriteDb,
  county: number,
  notices: readonly string[],
  today: string,
): Promise<void> {
  if (notices.length === 0) return
  await tx
    .updateTable('notice')
    .set({ state: 'confirmed', confirmed_on: today })
    .where('county', '=', county)
    .where('id', 'in', [...notices])
    .execute()
}
