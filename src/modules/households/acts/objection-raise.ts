import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { RaiseObjection, RaiseOwnObjection, RaisePublicObjection } from '../model/notice.ts'
import type { NoticeState } from '../rules/notice.ts'
import { checkOwn, checkRaised, mayRaise, mayRaiseOwn, type NamedHome } from '../rules/objection.ts'
import { loadNamedHomes, loadNotices } from './notice-facts.ts'
import { newPlainCode } from '../plain-code.ts'

interface Raised {
  notice: NoticeState
  /** The home named, by id or by its place on the board. */
  named: { home: string; about: NamedHome } | undefined
}

/** For somebody who came in person; the town or the cadre writes down what was said. */
export const raiseObjection = defineAct({
  kind: 'objection.raise',
  version: 1,
  input: RaiseObjection,
  permission: 'objection.raise',
  clauses: ['§3.1.3d', '§5.5'],
  subject: { type: 'notice', of: (input) => input.notice },
  load: (db, items, { county }) => loadRaised(db, county, items),
  place: (facts) => ({ area: facts.notice.village }),
  may: (facts) => mayRaise(facts.notice),
  check: ({ notice, named }, { input }, { today }) =>
    checkRaised(
      notice,
      { receivedOn: input.receivedOn, named: input.home !== undefined, about: named?.about },
      today,
    ),
  apply: (tx, items, context) =>
    insertObjections(
      tx,
      items.map(({ id, input, facts }) => ({
        ...input,
        act: id,
        way: 'in-person',
        home: facts.named?.home,
        raisedOn: input.receivedOn,
      })),
      context,
    ),
})

/** From the public page, signed or not; the program performs it for whoever reads the page. */
export const raisePublicObjection = defineAct({
  kind: 'objection.raise-public',
  version: 1,
  input: RaisePublicObjection,
  permission: 'objection.raise-public',
  clauses: ['§3.1.3d', '§5.5'],
  subject: { type: 'notice', of: (input) => input.notice },
  load: (db, items, { county }) => loadRaised(db, county, items),
  place: (facts) => ({ area: facts.notice.village }),
  may: (facts) => mayRaise(facts.notice),
  check: ({ notice, named }, { input }, { today }) =>
    checkRaised(
      notice,
      { receivedOn: today, named: input.position !== undefined, about: named?.about },
      today,
    ),
  apply: (tx, items, context) =>
    insertObjections(
      tx,
      items.map(({ id, input, facts }) => ({
        ...input,
        act: id,
        way: 'web',
        home: facts.named?.home,
        raisedOn: context.today,
      })),
      context,
    ),
})

/** A household about the notice of its own village. */
export const raiseOwnObjection = defineAct({
  kind: 'objection.raise-own',
  version: 1,
  input: RaiseOwnObjection,
  permission: 'objection.raise-own',
  clauses: ['§3.1.3d', '§5.5'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, { county }) => {
    const raised = await loadRaised(db, county, items)
    const speakers = await loadSpeakers(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item, at) => {
      const speaker = speakers.get(item.subject)
      return speaker && { speaker, raised: raised[at] }
    })
  },
  place: ({ speaker }) => ({ area: speaker.village, home: speaker.id }),
  may: ({ speaker }) => mayRaiseOwn(speaker.openNotices),
  check: ({ speaker, raised }, { input }, { today }) => {
    const own = checkOwn(speaker.village, raised?.notice, speaker.openObjections)
    if (own.length > 0 || !raised) return own
    const { notice, named } = raised
    return [
      ...mayRaise(notice),
      ...checkRaised(
        notice,
        { receivedOn: today, named: input.position !== undefined, about: named?.about },
        today,
      ),
    ]
  },
  apply: async (tx, items, context) => {
    const effects = await insertObjections(
      tx,
      items.map(({ id, input, facts }) => ({
        act: id,
        id: input.id,
        notice: input.notice,
        said: input.said,
        way: 'own',
        home: facts.raised?.named?.home,
        raisedOn: context.today,
        by: input.home,
      })),
      context,
    )
    return effects.map((effect, at) => ({
      ...effect,
      touched: [...(effect.touched ?? []), { type: 'notice', id: items[at]?.input.notice ?? '' }],
    }))
  },
})

async function loadRaised(
  db: ReadDb,
  county: number,
  items: readonly ActItem<{ notice: string; home?: string | undefined; position?: number | undefined }>[],
): Promise<(Raised | undefined)[]> {
  const asked = items.map(({ subject, input }) => ({
    notice: input?.notice ?? subject,
    // A household's own id is who speaks, not whom it is about.
    home: input && 'receivedOn' in input ? input.home : undefined,
    position: input?.position,
  }))
  const notices = await loadNotices(
    db,
    county,
    asked.map(({ notice }) => notice),
  )
  const named = await loadNamedHomes(db, county, asked)
  return asked.map(({ notice, home, position }) => {
    const found = notices.get(notice)
    const key = home ? `${notice}:${home}` : `${notice}#${position}`
    return found && { notice: found, named: named.get(key) }
  })
}

async function loadSpeakers(db: ReadDb, county: number, homes: readonly string[]) {
  const rows = await db
    .selectFrom('home')
    .select((eb) => [
      'home.id',
      'home.village',
      eb
        .selectFrom('notice')
        .select((notice) => notice.fn.countAll<number>().as('count'))
        .where('notice.county', '=', county)
        .whereRef('notice.village', '=', 'home.village')
        .where('notice.state', '=', 'open')
        .as('openNotices'),
      eb
        .selectFrom('objection')
        .select((objection) => objection.fn.countAll<number>().as('count'))
        .where('objection.county', '=', county)
        .whereRef('objection.speaker', '=', 'home.id')
        .where('objection.state', '=', 'open')
        .as('openObjections'),
    ])
    .where('home.county', '=', county)
    .where('home.id', 'in', [...homes])
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, openNotices: row.openNotices ?? 0, openObjections: row.openObjections ?? 0 },
    ]),
  )
}

interface NewObjection {
  act: string
  id: string
  notice: string
  home: string | undefined
  way: 'in-person' | 'own' | 'web'
  said: string
  contact?: string | undefined
  raisedOn: Day
  /** The home whose household speaks. */
  by?: string
}

async function insertObjections(
  tx: WriteDb,
  raised: readonly NewObjection[],
  { county, keys, actor }: ActContext,
) {
  const rows = raised.map((objection) => ({ ...objection, receipt: newPlainCode() }))
  await tx
    .insertInto('objection')
    .values(
      rows.map(({ act, id, notice, home, way, said, contact, receipt, raisedOn, by }) => ({
        county,
        id,
        notice,
        home: home ?? null,
        way,
        speaker: by ?? null,
        said: sealField(keys, county, 'objection.said', said),
        contact: contact ? sealField(keys, county, 'objection.contact', contact) : null,
        receipt,
        raised_on: raisedOn,
        raised_by: actor.id,
        state: 'open' as const,
        act,
      })),
    )
    .execute()
  return rows.map(({ id, home, receipt }) => ({
    touched: [{ type: 'objection', id }, ...(home ? [{ type: 'home', id: home }] : [])],
    result: { objection: id, receipt },
  }))
}
