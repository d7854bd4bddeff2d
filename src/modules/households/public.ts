import { type RawBuilder, sql } from 'kysely'
import type { ActRequest } from '../../kernel/act/define.ts'
import type { ReadDb, WriteDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import type { Place } from '../../kernel/identity/authority.ts'
import { newId } from '../../kernel/identity/id.ts'
import { countyArea } from '../organisations/public.ts'
import { programmeId } from '../policy/public.ts'
import type { Stage } from './stages.ts'

export { comparedHomes, placesOfHomes, type WhichHomes } from './compared-homes.ts'
export { exceptionLabel } from './rules/facts.ts'
export { quantityOf } from './rules/line-area.ts'
export { exceptionsOfHomes } from './queries/exceptions-of-homes.ts'
export { declinedLately } from './declined-changes.ts'
export { whoseTurn } from './free-places.ts'
export { familyPairs, haveKin } from './acts/family-kin.ts'
export { isToNotice } from './locked.ts'
export { type ToScreenAgain, toScreenAgain } from './acts/to-screen-again.ts'
export { maskedApplications } from './queries/applications.ts'
export { papersOfHomes } from './queries/papers-of-homes.ts'
export { placesOf } from './queries/own-places.ts'
export {
  type Origin,
  ownQuestion,
  type OwnQuestion,
  papersToBring,
  paperToBring,
} from './rules/own-question.ts'
export { ownStanding, type StandingTold } from './queries/own-standing.ts'
export { nameHomes, type NamedHome } from './queries/named-homes.ts'
export { type LineOfRegister, readRegister } from './queries/register-facts.ts'

export interface HomeState {
  id: string
  town: string
  village: string
  sequence: number
  line: 'heating' | 'building'
  areaKind: 'urban' | 'rural'
  stage: Stage
  /** Null while the home is on the road. */
  ended: 'withdrawn' | 'refused' | 'revoked' | null
  answer: 'yes' | 'no' | 'unknown'
  contractor: string | null
  supervisor: string | null
  householder: string
  accountHolder: string | null
  accountNumber: string | null
  transformerArea: string | null
  wantedUnits: number | null
  confirmedOn: Day | null
  acceptedOn: Day | null
  /** §3.3.2a: the no-coal commitment is signed. */
  committed: boolean
  /** §3.3.2b: the finding of coal nobody has decided yet. */
  coalFinding: string | null
}

/** §3.3.2b: whether coal was found in use; null while a finding waits for its decision. */
export const coalFoundIn = ({
  ended,
  coalFinding,
}: Pick<HomeState, 'ended' | 'coalFinding'>): boolean | null =>
  ended === 'revoked' ? true : coalFinding === null ? false : null

/** Keeps which finding of coal is open in a home, or that none is any more. */
export async function markCoalFinding(
  tx: WriteDb,
  county: number,
  home: string,
  finding: string | null,
): Promise<void> {
  await tx
    .updateTable('home')
    .set({ coal_finding: finding })
    .where('county', '=', county)
    .where('id', '=', home)
    .execute()
}

/** Homes by id; what is not there is left out. */
export async function findHomes(
  db: ReadDb,
  county: number,
  ids: readonly string[],
): Promise<Map<string, HomeState>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<HomeState>`
    select ${stateColumns}
      from home h left join signed_paper c on c.county = ${county} and c.home = h.id and c.paper = 'commitment'
     where h.county = ${county} and h.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Live homes of the heating line by their electricity account number; a number several homes share (a duplicate) gives them
 * all. A retrofit of the same family's building (§2.3) has the same meter and is no second home on it.
 */
export async function homesByAccount(
  db: ReadDb,
  county: number,
  numbers: readonly string[],
): Promise<Map<string, HomeState[]>> {
  const found = new Map<string, HomeState[]>()
  if (numbers.length === 0) return found
  const { rows } = await sql<HomeState>`
    select ${stateColumns}
      from home h left join signed_paper c on c.county = ${county} and c.home = h.id and c.paper = 'commitment'
     where h.county = ${county} and h.account_number = any(${[...new Set(numbers)]}::text[]) and h.ended is null
       and h.line = 'heating'
     order by h.id`.execute(db)
  for (const row of rows) {
    if (row.accountNumber === null) continue
    found.set(row.accountNumber, [...(found.get(row.accountNumber) ?? []), row])
  }
  return found
}

/** Where a home is, as the door compares it with the actor's grants. */
export const homePlace = (home: Pick<HomeState, 'id' | 'village' | 'contractor' | 'supervisor'>): Place => ({
  area: home.village,
  organisations: [home.contractor, home.supervisor],
  home: home.id,
})

/** Moves homes to a stage of the road and keeps what was reached with it. The caller's act names them as touched. */
export async function moveHomes(
  tx: WriteDb,
  county: number,
  ids: readonly string[],
  stage: Stage,
  also: { confirmedOn?: Day; acceptedOn?: Day | null; contractor?: string; supervisor?: string } = {},
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('home')
    .set({
      stage,
      ...(also.confirmedOn && { confirmed_on: also.confirmedOn }),
      ...(also.acceptedOn !== undefined && { accepted_on: also.acceptedOn }),
      ...(also.contractor && { contractor: also.contractor }),
      ...(also.supervisor && { supervisor: also.supervisor }),
    })
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/**
 * Locks homes for the rest of the transaction, ids ascending as everybody does, and answers which of them have ended:
 * an act that pays a home either sees a revocation of the same moment, or the revocation sees the payment.
 */
export async function holdHomes(tx: WriteDb, county: number, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string; ended: string | null }>`
    select id, ended from home where county = ${county} and id = any(${[...new Set(ids)]}::uuid[])
     order by id for update`.execute(tx)
  return new Set(rows.flatMap((row) => (row.ended === null ? [] : [row.id])))
}

/**
 * Takes homes off the road. Whoever shares a key with them may be free of it now: the caller's module reacts to its
 * own act with `rescreening`.
 */
export async function endHome(
  tx: WriteDb,
  county: number,
  ids: readonly string[],
  how: 'withdrawn' | 'refused' | 'revoked',
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('home')
    .set({ ended: how })
    .where('county', '=', county)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/**
 * SQL that keeps what a comparison of records says of homes (`home.match_flags`): `flags` answers `id` and `flags`; 0 is kept
 * for all others, or for the others of `among`. Answers the ids of those whose flags changed.
 */
export function flagHomesSql(
  county: number,
  flags: RawBuilder<unknown>,
  among?: readonly string[],
): RawBuilder<{ id: string }> {
  const others = among ? sql`and h.id = any(${[...among]}::uuid[])` : sql``
  return sql<{ id: string }>`
    with given as (select f.id, f.flags::smallint as flags from (${flags}) f),
    changed as (
      select h.id, coalesce(g.flags, 0)::smallint as flags
        from home h left join given g on g.id = h.id
       where h.county = ${county} and h.match_flags > 0 and h.match_flags <> coalesce(g.flags, 0) ${others}
      union all
      select h.id, g.flags from given g join home h on h.county = ${county} and h.id = g.id and h.match_flags = 0)
    update home set match_flags = c.flags from changed c
     where home.county = ${county} and home.id = c.id returning home.id`
}

/** The follow-up that screens the whole register. */
export const rescreeningAll = async (db: ReadDb, county: number, causedBy: string): Promise<ActRequest> => ({
  id: newId(),
  kind: 'register.screen',
  input: { programme: programmeId(county), area: await countyArea(db, county) },
  causedBy,
})

/** The follow-up for acts that changed what other homes are compared with: screen these and whoever shares a key with them. */
export const rescreening = (county: number, homes: readonly string[], causedBy: string): ActRequest => ({
  id: newId(),
  kind: 'register.screen',
  input: { programme: programmeId(county), homes: [...homes] },
  causedBy,
})

const stateColumns = sql`
  h.id, h.town, h.village, h.sequence, h.line, h.area_kind as "areaKind", h.stage, h.ended, h.answer,
  h.contractor, h.supervisor, h.householder, h.account_holder as "accountHolder",
  h.account_number as "accountNumber", h.transformer_area as "transformerArea", h.wanted_units as "wantedUnits",
  h.confirmed_on as "confirmedOn", h.accepted_on as "acceptedOn", c.home is not null as committed,
  h.coal_finding as "coalFinding"`

export { namesAre } from './name-differences.ts'
export { traitsOf } from './traits.ts'
