import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { inScope } from '../../../kernel/identity/authority.ts'
import { amount } from '../../../kernel/pack/pack.ts'
import { ListSources, type SourceKind } from '../model.ts'
import { broughtByOwnSide, kindsOf } from '../own-kinds.ts'
import { type OwnWordKind, ownWordKinds, restsOnOwnWord } from '../own-word.ts'
import { stateOf } from '../rules/due.ts'
import { sourcesInForce } from '../said.ts'

const pageSize = 50

/** Whoever may read sources sees which there are of the own kinds; of their lines only those of the own area. */
export const sourceKindList = defineQuery({
  name: 'source.kinds',
  input: z.object({}),
  permission: 'source.read',
  run: async (db, _input, { county, pack, today, actor, scope }) => {
    const { rows } = await sql<{ kind: SourceKind; newest: string; lists: number; rows: number }>`
      select kind, max(as_of) as newest, count(*) as lists, sum(rows)::int as rows from source
       where county = ${county} and undone_act is null group by kind`.execute(db)
    const sources = await sourcesInForce(db, county)
    const { rows: towns } = await sql<{ code: string; name: string }>`
      select code, name from area
       where county = ${county} and level = 'town' and valid_to is null order by code`.execute(db)
    const codes = towns.map(({ code }) => code)
    const own = new Map<SourceKind, number>()
    for (const kind of kindsOf(actor).filter(isOwnWord)) {
      if (sources.some((one) => one.kind === kind && one.area.endsWith('000000'))) continue
      const { rows: counted } = await sql<{ homes: number }>`
        select count(*)::int as homes from home h
         where h.county = ${county} and ${restsOnOwnWord(county, kind)}
           and ${inScope(scope, { town: sql.ref('h.town'), village: sql.ref('h.village') })}`.execute(db)
      own.set(kind, counted[0]?.homes ?? 0)
    }
    return {
      maxAgeDays: amount(pack, 'source.maxAgeDays', today),
      kinds: kindsOf(actor).map((kind) => {
        const found = rows.find((row) => row.kind === kind)
        const { state, uncovered } = stateOf(kind, sources, codes, pack, today)
        return {
          kind,
          newest: found?.newest ?? null,
          lists: found?.lists ?? 0,
          rows: found?.rows ?? 0,
          state,
          /** Homes of which no list was ever delivered, and whose own word alone answers what it would. */
          ownWord: own.get(kind) ?? 0,
          uncovered: towns.filter(({ code }) => uncovered.includes(code)).map(({ name }) => name),
        }
      }),
    }
  },
})

const isOwnWord = (kind: SourceKind): kind is OwnWordKind => ownWordKinds.some((one) => one === kind)

interface Listed {
  id: string
  kind: SourceKind
  area: string
  areaName: string
  asOf: string
  deliveredBy: string
  fileName: string
  rows: number
  leftOut: number
  importedOn: string
  importedBy: string | null
  undoneOn: string | null
  undoneBy: string | null
  synthetic: boolean
}

const listed = ({ county }: Pick<QueryContext, 'county'>) => sql`
  select s.id, s.kind, s.area, a.name as "areaName", s.as_of as "asOf", s.delivered_by as "deliveredBy",
         s.file_name as "fileName", s.rows, s.left_out as "leftOut", s.imported_on as "importedOn",
         p.name as "importedBy", s.undone_on as "undoneOn", u.name as "undoneBy", s.synthetic
    from source s
    join area a on a.county = ${county} and a.code = s.area
    left join account p on p.county = ${county} and p.id = s.imported_by
    left join account u on u.county = ${county} and u.id = s.undone_by`

export const sourceList = defineQuery({
  name: 'source.list',
  input: ListSources,
  permission: 'source.read',
  run: async (db, { kind, undone, page }, context) => {
    const { county, actor } = context
    const where = sql`s.county = ${county} and s.kind = any(${[...kindsOf(actor)]}::text[]) ${kind ? sql`and s.kind = ${kind}` : sql``}
      ${undone === undefined ? sql`` : undone ? sql`and s.undone_act is not null` : sql`and s.undone_act is null`}`
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from source s where ${where}`.execute(db)
    const { rows } = await sql<Listed>`
      ${listed(context)} where ${where} order by s.id desc limit ${pageSize} offset ${page * pageSize}`.execute(
      db,
    )
    return { rows, total: counted[0]?.total ?? 0, pageSize }
  },
})

export const sourcePage = defineQuery({
  name: 'source.page',
  input: z.object({ source: z.uuid() }),
  permission: 'source.read',
  run: async (db, { source }, context) => {
    const { county, scope, actor } = context
    const { rows } = await sql<Listed>`
      ${listed(context)} where s.county = ${county} and s.id = ${source}
         and s.kind = any(${[...kindsOf(actor)]}::text[])`.execute(db)
    const [found] = rows
    if (!found) throw new NotFound()
    const { rows: brought } = await sql<{ own: boolean }>`
      select ${broughtByOwnSide(actor)} as own from source where county = ${county} and id = ${source}`.execute(
      db,
    )
    const { rows: counted } = await sql<{ mine: number }>`
      select count(*) as mine from source_row r
       where r.county = ${county} and r.source = ${source} and ${inScope(scope, { town: sql.ref('r.town') })}`.execute(
      db,
    )
    return { ...found, mine: counted[0]?.mine ?? 0, mayUndo: brought[0]?.own ?? false }
  },
})
