import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb, WriteDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { RaiseObjection, RaiseOwnObjection, RaisePublicObjection } from '../model/notice.ts'
import type { NoticeState } from '../rules/notice.ts'
import { checkOwn, checkRaised, checkReview, mayRaise, mayRaiseOwn, type Naming } from '../rules/objection.ts'
import { loadNamedHomes, loadNotices, namedAs } from './notice-facts.ts'
import { loadObjections } from './objection-decide.ts'
import { newPlainCode } from '../plain-code.ts'
import { reviewsOf } from '../reviews.ts'

interface Raised extends Naming {
  notice: NoticeState
  /** The homes named, by id or by their place on the board. */
  homes: readonly string[]
  /** An objection of this id was raised before, by another act. */
  isThere: boolean
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
  check: ({ notice, ...raised }, { input }, { today }) =>
    checkRaised(notice, { ...raised, receivedOn: input.receivedOn }, today),
  apply: (tx, items, context) =>
    insertObjections(
      tx,
      items.map(({ id, input, facts }) => ({
        ...input,
        act: id,
        way: 'in-person',
        homes: facts.homes,
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
  check: ({ notice, ...raised }, _, { today }) =>
    checkRaised(notice, { ...raised, receivedOn: today }, today),
  apply: (tx, items, context) =>
    insertObjections(
      tx,
      items.map(({ id, input, facts }) => ({
        ...input,
        act: id,
        way: 'web',
        homes: facts.homes,
        raisedOn: context.today,
      })),
      context,
    ),
})

/**
 * A household about the notice of its own village; about its own home, which an upheld objection took off it, also once
 * the notice is confirmed, to have that looked at by somebody else (decision 0031).
 */
export const raiseOwnObjection = defineAct({
  kind: 'objection.raise-own',
  version: 1,
  input: RaiseOwnObjection,
  permission: 'objection.raise-own',
  clauses: ['§3.1.3d', '§5.5'],
  subject: { type: 'home', of: (input) => input.home },
  load: async (db, items, context) => {
    const { county } = context
    const raised = await loadRaised(db, county, items)
    const homes = items.map((item) => item.subject)
    const speakers = await loadSpeakers(db, county, homes)
    const reviews = await reviewsOf(db, context, homes)
    return items.map((item, at) => {
      const speaker = speakers.get(item.subject)
      return speaker && { speaker, raised: raised[at], review: reviews.get(item.subject) }
    })
  },
  place: ({ speaker }) => ({ area: speaker.village, home: speaker.id }),
  may: ({ speaker, review }) => mayRaiseOwn(speaker.openNotices + (review ? 1 : 0)),
  check: ({ speaker, raised, review }, { input }, { today }) => {
    const [named] = raised?.homes ?? []
    if (
      review &&
      raised &&
      review.notice === input.notice &&
      named === speaker.id &&
      raised.named.length === 1
    )
      return checkReview(review, { isThere: raised.isThere, openOnes: speaker.openObjections }, today)
    const own = checkOwn(speaker.village, raised?.notice, speaker.openObjections)
    if (own.length > 0 || !raised) return own
    const { notice, ...rest } = raised
    return [...mayRaise(notice), ...checkRaised(notice, { ...rest, receivedOn: today }, today)]
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
        homes: facts.raised?.homes ?? [],
        raisedOn: context.today,
        by: input.home,
        aboutOwn: input.own ?? false,
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
  items: readonly ActItem<{
    id: string
    notice: string
    homes?: string[] | undefined
    positions?: number[] | undefined
    /** The home of who speaks; it is about that one, and named where the board has it. */
    home?: string
    own?: true | undefined
  }>[],
): Promise<(Raised | undefined)[]> {
  const asked = items.map(({ subject, input }) => ({
    id: input?.id,
    notice: input?.notice ?? subject,
    named: input?.own && input.home ? [input.home] : (input?.homes ?? input?.positions ?? []),
    isOwn: input?.own === true,
  }))
  const notices = await loadNotices(
    db,
    county,
    asked.map(({ notice }) => notice),
  )
  const found = await loadNamedHomes(db, county, asked)
  const there = await loadObjections(
    db,
    county,
    asked.flatMap(({ id }) => id ?? []),
  )
  return asked.map(({ id, notice: noticeId, isOwn, ...asked }) => {
    const notice = notices.get(noticeId)
    if (!notice) return undefined
    // A family's own home that is not on the board is meant all the same.
    const named = asked.named.filter((one) => !isOwn || found.has(namedAs(noticeId, one)))
    const homes = named.map((one) => found.get(namedAs(noticeId, one)))
    return {
      ...{ notice, named },
      about: homes.map((home) => home?.about),
      homes: homes.flatMap((home) => home?.home ?? []),
      isThere: id !== undefined && there.has(id),
    }
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
        // What was raised together about several homes is one question.
        .select((objection) => objection.fn.count<number>('objection.first').distinct().as('count'))
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
  /** None: it is about the notice as a whole. */
  homes: readonly string[]
  way: 'in-person' | 'own' | 'web'
  said: string
  contact?: string | undefined
  raisedOn: Day
  /** The home whose household speaks. */
  by?: string
  /** Of itself. */
  aboutOwn?: boolean
}

/** One row for each home, each answered by itself, under one receipt. */
async function insertObjections(
  tx: WriteDb,
  raised: readonly NewObjection[],
  { county, keys, actor }: ActContext,
) {
  const together = raised.map((objection) => ({
    ...objection,
    receipt: newPlainCode(),
    parts: (objection.homes.length === 0 ? [null] : objection.homes).map((home, at) => ({
      id: at === 0 ? objection.id : newId(),
      home,
    })),
  }))
  await tx
    .insertInto('objection')
    .values(
      together.flatMap(
        ({ parts, act, id: first, notice, way, said, contact, receipt, raisedOn, by, aboutOwn }) =>
          parts.map(({ id, home }) => ({
            county,
            id,
            first,
            notice,
            home,
            way,
            speaker: by ?? null,
            about_own: aboutOwn ?? false,
            said: sealField(keys, county, 'objection.said', said),
            contact: contact ? sealField(keys, county, 'objection.contact', contact) : null,
            receipt,
            raised_on: raisedOn,
            raised_by: actor.id,
            state: 'open' as const,
            act,
          })),
      ),
    )
    .execute()
  return together.map(({ id, homes, parts, receipt }) => ({
    touched: [
      ...parts.map((part) => ({ type: 'objection', id: part.id })),
      ...homes.map((home) => ({ type: 'home', id: home })),
    ],
    result: { objection: id, receipt, objections: parts.map((part) => part.id) },
  }))
}
