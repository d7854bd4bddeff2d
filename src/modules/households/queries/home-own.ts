import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { maskNumbersIn } from '../../../kernel/standards/mask.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { supervisionTelephone } from '../../organisations/public.ts'
import { changeColumn } from '../acts/change-facts.ts'
import { upheldBy } from '../acts/objection-decide.ts'
import { withdrawHome } from '../acts/home.ts'
import { isLeaving } from '../model/change.ts'
import { reviewsOf } from '../reviews.ts'
import { isOnWeb, lastDayOf } from '../rules/notice.ts'
import { raisedTogether } from '../rules/raised-together.ts'
import { papersOfHome } from '../signed-papers.ts'
import { isAtLeast, type Stage } from '../stages.ts'
import { ownDecision } from './own-decision.ts'
import { ownExceptions } from './own-exceptions.ts'
import { ownFamily } from './own-family.ts'
import { ownStanding } from './own-standing.ts'

interface OwnHome {
  id: string
  villageName: string
  townName: string
  sequence: number
  householder: string
  address: string
  line: 'heating' | 'building'
  stage: Stage
  ended: 'withdrawn' | 'refused' | 'revoked' | null
  answer: 'yes' | 'no' | 'unknown'
  appliedOn: Day
  confirmedOn: Day | null
  acceptedOn: Day | null
  wantedEquipment: string | null
  wantedUnits: number | null
  contractor: string | null
  contractorName: string | null
  contractorTelephone: string | null
  /** Of the town's office; null where the county has not entered it. */
  townTelephone: string | null
}

interface OwnObjection {
  id: string
  first: string
  said: Buffer
  raisedOn: Day
  state: 'open' | 'upheld' | 'rejected' | 'narrowed'
  /** The line of the board; null for the list as a whole, and for a home that is not on it. */
  position: number | null
  aboutOwn: boolean
  /** It asks for another look at what took its home off the notice (decision 0031). */
  isReview: boolean
  answer: string | null
  answeredOn: Day | null
  followUp: string | null
  followUpBy: Day | null
  followed: string | null
  followedOn: Day | null
}

/** Everything a household sees of its own home: the road, the decision, its notice, its questions, what it signs. */
export const homeOwn = defineQuery({
  name: 'home.own',
  input: z.object({}),
  permission: 'home.own',
  run: async (db, _input, context) => {
    const { county, scope } = context
    const [home] = scope.homes
    if (!home) throw new NotFound()
    const { rows } = await sql<OwnHome>`
      select h.id, village.name as "villageName", town.name as "townName", h.sequence, h.householder, h.address,
             h.line, h.stage, h.ended, h.answer, h.applied_on as "appliedOn", h.confirmed_on as "confirmedOn",
             h.accepted_on as "acceptedOn", h.wanted_equipment as "wantedEquipment",
             h.wanted_units as "wantedUnits", h.contractor, c.name as "contractorName", c.telephone as "contractorTelephone",
             (select o.telephone from organisation o
               where o.county = ${county} and o.kind = 'town-office' and o.telephone is not null
                 and position(town.name in o.name) > 0
               order by o.id limit 1) as "townTelephone"
        from home h
        join area village on village.county = ${county} and village.code = h.village
        join area town on town.county = ${county} and town.code = h.town
        left join organisation c on c.county = ${county} and c.id = h.contractor
       where h.county = ${county} and h.id = ${home}`.execute(db)
    const [own] = rows
    if (!own) throw new NotFound()
    return {
      today: context.today,
      road: await roadDays(db, county, own),
      home: { ...own, ...(await ownStanding(db, context, home)) },
      hotline: await supervisionTelephone(db, county),
      decision: await ownDecision(db, context, home),
      family: await ownFamily(db, county, home),
      notice: await latestNotice(db, context, home),
      exceptions: await ownExceptions(db, context, home),
      openNotices: await openNotices(db, context, home),
      objections: await ownObjections(db, context, home),
      changes: await ownChanges(db, context, home),
      papers: (await papersOfHome(db, context, home)).filter(
        ({ signed, by, until }) => signed ?? (by.includes('household') && !isAtLeast(own.stage, until)),
      ),
    }
  },
})

/**
 * The days the home was screened and noticed on, as they led to where it stands: what was screened again after the
 * notice, or noticed again after the confirmation, is no step back on its road.
 */
async function roadDays(
  db: ReadDb,
  county: number,
  { id, stage, confirmedOn }: OwnHome,
): Promise<{ screenedOn: Day | null; noticedOn: Day | null }> {
  const { rows } = await sql<{ screenedOn: Day | null; noticedOn: Day | null }>`
    with noticed as (
      select max(n.opened_on) as day
        from notice_home l
        join notice n on n.county = ${county} and n.id = l.notice
       where l.county = ${county} and l.home = ${id} and ${isAtLeast(stage, 'noticed')}
         and n.opened_on <= coalesce(${confirmedOn}::date, n.opened_on)
    )
    select (select day from noticed) as "noticedOn",
           (select max(s.decided_on) from screening s
             where s.county = ${county} and s.home = ${id}
               and s.decided_on <= coalesce((select day from noticed), s.decided_on)) as "screenedOn"`.execute(
    db,
  )
  return rows[0] ?? { screenedOn: null, noticedOn: null }
}

/**
 * What was changed of this home after it was confirmed, and why. Of a home that came in for another only that it did: why
 * the other left is the other's.
 */
async function ownChanges(db: ReadDb, { county, keys, pack }: QueryContext, home: string) {
  const own = await db
    .selectFrom('home')
    .select(['answer', 'change', 'stage', 'ended'])
    .where('county', '=', county)
    .where('id', '=', home)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('home_change')
    .select([
      'id',
      'kind',
      'home',
      'state',
      'decided_on as decidedOn',
      'asked_on as askedOn',
      'reason',
      'answer',
    ])
    .where('county', '=', county)
    .where((eb) => eb.or([eb('home', '=', home), eb('enters', '=', home)]))
    .where('state', 'in', ['asked', 'approved', 'declined', 'undone'])
    .orderBy('number', 'desc')
    .execute()
  const changes = rows.map(({ home: about, kind, reason, answer, ...row }) => {
    const entered = about !== home || kind === 'add'
    return {
      ...row,
      entered,
      /** It comes in by it and screening stands in the way: of its approval, or of the notice after it. */
      barred:
        entered &&
        own.answer !== 'yes' &&
        own.ended === null &&
        own.stage === 'screened' &&
        (row.state === 'asked' || (row.state === 'approved' && own.change === row.id))
          ? own.answer
          : null,
      /** The application was withdrawn before it was confirmed, by no change. */
      withdrawn: false,
      /** The home itself leaves by it, once it is approved. */
      leaves: about === home && isLeaving(kind),
      label: pack.changes.find(({ id }) => id === kind)?.label ?? null,
      clauses: pack.changes.find(({ id }) => id === kind)?.clauses ?? [],
      reason: about === home ? openField(keys, county, changeColumn('reason'), reason) : null,
      /** Why it was declined. */
      answer:
        about === home && row.state === 'declined' && answer
          ? openField(keys, county, changeColumn('answer'), answer)
          : null,
    }
  })
  return changes.some((one) => one.leaves && one.state === 'approved')
    ? changes
    : [...changes, ...(await ownWithdrawal(db, { county, keys }, home))]
}

/** How a home that was never confirmed left: its application was withdrawn (§3.1.3d), by no change. */
async function ownWithdrawal(
  db: ReadDb,
  { county, keys }: Pick<QueryContext, 'county' | 'keys'>,
  home: string,
) {
  const rows = await db
    .selectFrom('home_correction')
    .innerJoin('home', (join) =>
      join.onRef('home.county', '=', 'home_correction.county').onRef('home.id', '=', 'home_correction.home'),
    )
    .select(['home_correction.id', 'corrected_on as on', 'reason'])
    .where('home_correction.county', '=', county)
    .where('home_correction.home', '=', home)
    .where('field', '=', 'ended')
    .where('home.ended', 'is not', null)
    .orderBy('home_correction.id', 'desc')
    .limit(1)
    .execute()
  return rows.map(({ id, on, reason }) => ({
    id,
    state: 'approved' as const,
    askedOn: on,
    decidedOn: on,
    entered: false,
    barred: null,
    leaves: true,
    label: null,
    withdrawn: true,
    clauses: withdrawHome.clauses,
    reason: openField(keys, county, 'home_correction.reason', reason),
    answer: null,
  }))
}

/** The newest notice this home stood on. */
async function latestNotice(db: ReadDb, context: QueryContext, home: string) {
  const { county, keys, today } = context
  const row = await db
    .selectFrom('notice_home')
    .innerJoin('notice', (join) =>
      join.onRef('notice.county', '=', 'notice_home.county').onRef('notice.id', '=', 'notice_home.notice'),
    )
    .select([
      'notice.id',
      'notice.number',
      'notice.opened_on as opensOn',
      'notice.closes_on as closesOn',
      'notice.posted_on as postedOn',
      'notice_home.position',
      'notice_home.outcome',
      'notice_home.outcome_reason as reason',
    ])
    .where('notice_home.county', '=', county)
    .where('notice_home.home', '=', home)
    .orderBy('notice.opened_on', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  // What was upheld against the home is the family's to know, in the words everybody is answered with; who said it is not.
  const { rows: upheld } = await sql<{
    answer: string
    on: Day
    heard: Buffer | null
    heardOn: Day | null
    paper: string | null
    isOwn: boolean
  }>`
    select answer, answered_on as on, paper, heard, heard_on as "heardOn", speaker is not distinct from home as "isOwn"
      from objection
     where county = ${county} and notice = ${row.id} and home = ${home} and state = 'upheld' and answer is not null
     order by answered_on, id`.execute(db)
  // That something was said, the family may know while it is looked into, so that it is heard; not what, nor by whom.
  const { rows: open } = await sql`
    select 1 from objection
     where county = ${county} and notice = ${row.id} and home = ${home} and state = 'open'
       and speaker is distinct from ${home}::uuid limit 1`.execute(db)
  const { postedOn, closesOn, ...told } = row
  const review = (await reviewsOf(db, context, [home])).get(home)
  return {
    ...told,
    closesOn: lastDayOf({ postedOn, closesOn }),
    isLookedInto: open.length > 0,
    upheld: upheld.map(({ answer, on, heard, heardOn, paper, isOwn }) => ({
      answer: maskNumbersIn(answer),
      on,
      paper: paper && maskNumbersIn(paper),
      /** Its own request for another look was granted. */
      isOwn,
      heardOn,
      heard: heard && maskNumbersIn(openField(keys, county, 'objection.heard', heard)),
    })),
    /** Until when the family may have it looked at again by somebody else; null where it may not, or has. */
    review: review && review.notice === row.id && !review.isAsked && today <= review.until ? review : null,
  }
}

/**
 * Notices of the home's village that are running: what the household may object to, and where it reads them; null where
 * the web page of one nobody posted has come down.
 */
async function openNotices(db: ReadDb, { county, today }: QueryContext, home: string) {
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'number', 'posted_on as postedOn', 'closes_on as closesOn', 'web_key as webKey'])
    .where('county', '=', county)
    .where('village', '=', (eb) =>
      eb
        .selectFrom('home')
        .select('home.village')
        .where('home.county', '=', county)
        .where('home.id', '=', home),
    )
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('posted_on', 'is', null), eb('closes_on', '>=', today)]))
    .orderBy('closes_on')
    .execute()
  return rows.map(({ webKey, postedOn, closesOn, ...row }) => ({
    ...row,
    closesOn: lastDayOf({ postedOn, closesOn }),
    webPath: isOnWeb({ closesOn }, today) ? `/n/${county}/${webKey}` : null,
  }))
}

/** What the household objected to, newest first: what it said, and how each home it named was answered. */
async function ownObjections(db: ReadDb, { county, keys }: QueryContext, home: string) {
  const { rows } = await sql<OwnObjection>`
    select o.id, o.first, o.said, o.raised_on as "raisedOn", o.state, l.position, o.about_own as "aboutOwn",
           cardinality(${upheldBy(county)}) > 0 as "isReview", o.answer,
           o.answered_on as "answeredOn", o.follow_up as "followUp", o.follow_up_by as "followUpBy", o.followed,
           o.followed_on as "followedOn"
      from objection o
      left join notice_home l on l.county = ${county} and l.notice = o.notice and l.home = o.home
     where o.county = ${county} and o.speaker = ${home}
       and o.first in (select id from objection
                        where county = ${county} and speaker = ${home} and id = first order by id desc limit 50)
     order by o.first desc, l.position nulls first, o.id`.execute(db)
  return raisedTogether(rows).map((parts) => ({
    id: parts[0].first,
    said: openField(keys, county, 'objection.said', parts[0].said),
    raisedOn: parts[0].raisedOn,
    isReview: parts[0].isReview,
    answers: parts.map(({ said: _said, first: _first, raisedOn: _raisedOn, ...part }) => ({
      ...part,
      answer: part.answer && maskNumbersIn(part.answer),
      followUp: part.followUp && maskNumbersIn(part.followUp),
      followed: part.followed && maskNumbersIn(part.followed),
    })),
  }))
}
