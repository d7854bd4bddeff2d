import { sql } from 'kysely'
import type { ActContext, ActRequest, Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'
import { countyArea } from '../organisations/public.ts'
import { programmeId } from '../policy/public.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { remembering, type SourceKind } from '../sources/model.ts'
import { personsNamed } from '../sources/public.ts'
import { findVillages } from '../villages/public.ts'
import type { ToScreenAgain } from './acts/to-screen-again.ts'
import { rescreening } from './public.ts'

type Done = Parameters<Reaction['follow']>[1]

const screening = ({ county }: ActContext, causedBy: string, which: object): ActRequest => ({
  id: newId(),
  kind: 'register.screen',
  input: { programme: programmeId(county), ...which },
  causedBy,
})

/**
 * What is entered is screened as it is entered; what was there before and shares a key with it, or did until it was
 * taken back, is screened again.
 */
const besideEntered: Reaction = {
  on: ['register.import', 'register.undo-import', 'home.add'],
  follow: async (db, done, context) => {
    const { county } = context
    const [first] = done
    const partners = [...new Set(done.flatMap(partnersOf))]
    if (first && (partners.length > mostNamed || done.some(isEverywhere)))
      return [screening(context, first.id, { area: await countyArea(db, county) })]
    return first && partners.length > 0 ? [rescreening(county, partners, first.id)] : []
  },
}

/** One screening for all homes of a batch, and for those that shared a key with them before. */
const afterChange: Reaction = {
  on: ['home.correct', 'home.withdraw', 'home.settle-fact', 'home.grant-exception', 'home.revoke-exception'],
  follow: async (db, done, context) => {
    const { county } = context
    const [first] = done
    const homes = [...new Set(done.flatMap((one) => [one.subject, ...partnersOf(one)]))]
    if (first && (homes.length > mostNamed || done.some(isEverywhere)))
      return [screening(context, first.id, { area: await countyArea(db, county) })]
    return first ? [rescreening(county, homes, first.id)] : []
  },
}

/** A changed register changes whom others share a key with; what was rewritten is judged anew. */
const afterApproval: Reaction = {
  on: ['change.approve', 'change.undo'],
  follow: async (db, done, context) => {
    const { county } = context
    const [first] = done
    const homes = [
      ...new Set(done.flatMap((one) => [(one.result as { home: string }).home, ...partnersOf(one)])),
    ]
    if (first && (homes.length > mostNamed || done.some(isEverywhere)))
      return [screening(context, first.id, { area: await countyArea(db, county) })]
    return first ? [rescreening(county, homes, first.id)] : []
  },
}

/** `register.screen` takes no more homes by name. */
const mostNamed = 5000

const isEverywhere = ({ result }: Done[number]): boolean =>
  (result as ToScreenAgain | null)?.everywhere === true
const partnersOf = ({ result }: Done[number]): string[] => (result as ToScreenAgain | null)?.partners ?? []

/** What other offices delivered says something of whoever it names, and of whoever it leaves out. */
const afterSource: Reaction = {
  on: ['source.import', 'source.undo-import'],
  follow: async (db, done, context) => {
    const county = await countyArea(db, context.county)
    const requests: ActRequest[] = []
    for (const { id, kind: act, result } of done) {
      const { kind, source, area } = result as { kind: SourceKind; source: string; area: string }
      if (!speaking.includes(kind)) continue
      const named = remembering.includes(kind)
        ? await (act === 'source.import' ? namedBy : citing)(db, context, source)
        : undefined
      // A family registered in one town may apply in another.
      if (named === undefined)
        requests.push(screening(context, id, { area: kind === 'police' ? county : area }))
      else if (named.length > 0) requests.push(rescreening(context.county, named, id))
    }
    return requests
  },
}

/** The homes a list that is added to others names, of which alone it says something; undefined where it is a long one. */
async function namedBy(db: ReadDb, { county }: ActContext, source: string): Promise<string[] | undefined> {
  const persons = await personsNamed(db, county, source, mostNamed)
  if (persons === undefined) return undefined
  const { rows } = await sql<{ id: string }>`
    select id from home where county = ${county} and id_number_index = any(${persons}::bytea[]) and ended is null
     order by id limit ${mostNamed + 1}`.execute(db)
  return rows.length > mostNamed ? undefined : rows.map(({ id }) => id)
}

/** The homes whose decision rests on a list that is gone, with whom alone it spoke of; undefined where they are many. */
async function citing(db: ReadDb, { county }: ActContext, source: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ id: string }>`
    select h.id from home h join screening s on s.county = ${county} and s.id = h.screening
     where h.county = ${county} and h.ended is null and s.facts::text like ${`%${source}%`}
     order by h.id limit ${mostNamed + 1}`.execute(db)
  return rows.length > mostNamed ? undefined : rows.map(({ id }) => id)
}

/** Sources that a fact may come from; the others are asked by whoever wants to know. */
const speaking: readonly SourceKind[] = ['earlier', 'demolition', 'grid', 'business', 'death', 'police']

/** §4.1b: the village was put on the demolition list, or taken off it. */
const afterDemolitionMark: Reaction = {
  on: ['village.mark-demolition'],
  follow: async (db, done, context) => {
    const villages = await findVillages(
      db,
      context.county,
      done.map(({ subject }) => subject),
    )
    return done.flatMap(({ id, subject }) => {
      const village = villages.get(subject)
      return village ? [screening(context, id, { area: village.code })] : []
    })
  },
}

/** What is done to the register is screened at once; the notices' own follow-ups stand in notice-reactions. */
export const registerReactions: readonly Reaction[] = [
  besideEntered,
  afterChange,
  afterApproval,
  afterDemolitionMark,
  afterSource,
]
