import type { ActContext, ActRequest, Reaction } from '../../kernel/act/define.ts'
import { newId } from '../../kernel/identity/id.ts'
import { countyArea } from '../organisations/public.ts'
import { programmeId } from '../policy/public.ts'
import { findVillages } from '../villages/public.ts'
import { rescreening } from './public.ts'

type Done = Parameters<Reaction['follow']>[1]

const screening = ({ county }: ActContext, causedBy: string, which: object): ActRequest => ({
  id: newId(),
  kind: 'register.screen',
  input: { programme: programmeId(county), ...which },
  causedBy,
})

/** An import is screened whole, and whoever shares a key with one of its homes. */
const afterImport: Reaction = {
  on: ['register.import'],
  follow: (_db, done, context) =>
    Promise.resolve(
      done.map(({ id, input }) => screening(context, id, { import: (input as { import: string }).import })),
    ),
}

const afterUndo: Reaction = {
  on: ['register.undo-import'],
  follow: async (db, done, context) => {
    const area = await countyArea(db, context.county)
    return done.flatMap(({ id, result }) => {
      const { partners } = result as { partners?: string[] }
      if (partners === undefined) return [screening(context, id, { area })]
      return partners.length > 0 ? [screening(context, id, { homes: partners })] : []
    })
  },
}

/** One screening for all homes of a batch, and for those that shared a key with them before. */
const afterChange: Reaction = {
  on: ['home.add', 'home.correct', 'home.withdraw', 'home.settle-fact', 'home.grant-exception'],
  follow: (_db, done, { county }) => {
    const homes = [...new Set(done.flatMap(homesOf))]
    const [first] = done
    return Promise.resolve(first && homes.length > 0 ? [rescreening(county, homes, first.id)] : [])
  },
}

function homesOf({ subject, kind, result }: Done[number]): string[] {
  const { home, partners = [] } = (result ?? {}) as { home?: string; partners?: string[] }
  if (kind === 'home.add') return home === undefined ? [] : [home]
  return [subject, ...partners]
}

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
  afterImport,
  afterUndo,
  afterChange,
  afterDemolitionMark,
]
