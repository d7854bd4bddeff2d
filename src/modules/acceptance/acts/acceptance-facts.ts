import { sql } from 'kysely'
import type { ActContext, ActItem } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import { measuredWorks, type Pack } from '../../../kernel/pack/pack.ts'
import { findHomes, type HomeState } from '../../households/public.ts'
import { findStopped } from '../../suppliers/public.ts'
import { commissioningsOf, devicesOf, installationsOf, type PartState, partsOf } from '../../works/public.ts'
import type { Level, SampleLevel } from '../model.ts'
import type { AcceptanceFacts } from '../rules.ts'
import type { RecordedPart } from '../rules/parts.ts'

interface LatestVisit {
  home: string
  id: string
  passed: boolean
  inspector: string
  visitedOn: Day
  parts: { part: string; areaM2: number }[]
  village: string | null
  town: string | null
}

/** What every judgement about an acceptance rests on, nine queries for any number of homes. */
export async function loadAcceptance(
  db: ReadDb,
  { county, pack }: Pick<ActContext, 'county' | 'pack'>,
  items: readonly Pick<ActItem<unknown>, 'subject'>[],
): Promise<(AcceptanceFacts | undefined)[]> {
  const ids = items.map((item) => item.subject)
  const homes = await findHomes(db, county, ids)
  const devices = await devicesOf(db, county, ids)
  const parts = await partsOf(db, county, ids)
  const installations = await installationsOf(db, county, ids)
  const commissionings = await commissioningsOf(db, county, ids)
  const visits = await latestVisits(db, county, ids)
  const earlier = await earlierJudges(db, county, ids)
  const stopped = await findStopped(db, county, [...devices.values()].flat())
  return ids.map((id) => {
    const home = homes.get(id)
    if (!home) return undefined
    const installation = installations.get(id)
    const visit = visits.get(id)
    const signedBy: Partial<Record<Level, string>> = {}
    if (visit?.village) signedBy.village = visit.village
    if (visit?.town) signedBy.town = visit.town
    return {
      home,
      serials: (devices.get(id) ?? []).map(({ serial }) => serial),
      installedBy: installation?.installedBy ?? null,
      selfCheckedOn: installation?.selfCheckedOn ?? null,
      selfCheckedBy: installation?.selfCheckedBy ?? null,
      commissioning: commissionings.get(id) ?? null,
      visit: visit
        ? {
            id: visit.id,
            passed: visit.passed,
            inspector: visit.inspector,
            visitedOn: visit.visitedOn,
            parts: visit.parts,
          }
        : null,
      signedBy,
      parts: recordedParts(pack, home, parts.get(id) ?? [], visit),
      visitors: earlier.get(id)?.visitors ?? [],
      samplers: { town: earlier.get(id)?.town ?? [], county: earlier.get(id)?.county ?? [] },
      stopped: (devices.get(id) ?? []).flatMap(stopped),
    }
  })
}

/** Undefined where the home is built with machines. */
function recordedParts(
  pack: Pack,
  home: HomeState,
  parts: readonly PartState[],
  visit: LatestVisit | undefined,
): RecordedPart[] | undefined {
  const works = measuredWorks(pack, home)
  return (
    works &&
    parts.map(({ part, areaM2 }) => ({
      part,
      label: works.parts.find(({ id }) => id === part)?.label ?? { zh: part, en: part },
      areaM2,
      passedM2: (visit?.passed && visit.parts.find((each) => each.part === part)?.areaM2) || null,
    }))
  )
}

/** The latest visit of each home with who signed it off; visits are in the order of their acts. */
async function latestVisits(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, LatestVisit>> {
  const { rows } = await sql<LatestVisit>`
    select distinct on (a.home) a.home, a.id, a.passed, a.inspector, a.visited_on as "visitedOn", a.parts,
           v.signer as village, t.signer as town
      from acceptance_visit a
      left join sign_off v on v.county = ${county} and v.home = a.home and v.visit = a.id and v.level = 'village'
      left join sign_off t on t.county = ${county} and t.home = a.home and t.visit = a.id and t.level = 'town'
     where a.county = ${county} and a.home = any(${[...homes]}::uuid[])
     order by a.home, a.number desc`.execute(db)
  return new Map(rows.map((row) => [row.home, row]))
}

interface EarlierJudges extends Record<SampleLevel | 'visitors', string[] | null> {
  home: string
}

async function earlierJudges(
  db: ReadDb,
  county: number,
  homes: readonly string[],
): Promise<Map<string, EarlierJudges>> {
  const { rows } = await sql<EarlierJudges>`
    select j.home, array_agg(j.person) filter (where j.as_whom = 'visitor') as visitors,
           array_agg(j.person) filter (where j.as_whom = 'town') as town,
           array_agg(j.person) filter (where j.as_whom = 'county') as county
      from (select home, inspector as person, 'visitor' as as_whom from acceptance_visit
             where county = ${county} and home = any(${[...homes]}::uuid[])
            union select home, signer, 'visitor' from sign_off
             where county = ${county} and home = any(${[...homes]}::uuid[])
            union select home, checker, level from sample_check
             where county = ${county} and home = any(${[...homes]}::uuid[])) j
     group by j.home`.execute(db)
  return new Map(rows.map((row) => [row.home, row]))
}
