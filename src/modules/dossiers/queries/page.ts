import { sql } from 'kysely'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import type { Said } from '../../../kernel/words/words.ts'
import type { Stage } from '../../households/stages.ts'
import { HomeOnly } from '../model.ts'
import { completeness, mayBring, type Standing, stateOf } from '../rules/papers.ts'
import { dossierOf } from '../standing.ts'
import { broughtTo, recordsOf, restsOn } from './records.ts'
import { seen } from './seen.ts'

interface Row extends Standing {
  id: string
  householder: string
  sequence: number
  stage: Stage
  village: string
  villageName: string
  townName: string
  contractor: string | null
  supervisor: string | null
}

const standingOf = async (db: ReadDb, { county, pack, scope }: QueryContext, home: string) => {
  const { rows } = await sql<Row>`
    select h.id, h.householder, h.sequence, h.stage, h.village, v2.name as "villageName", t.name as "townName",
           h.contractor, h.supervisor, d.held, d.need, d.due
      from home h ${dossierOf(pack, county)}
      join area v2 on v2.county = ${county} and v2.code = h.village
      join area t on t.county = ${county} and t.code = h.town
     where h.county = ${county} and h.id = ${home} and ${seen(scope)}`.execute(db)
  const [row] = rows
  if (!row) throw new NotFound()
  return row
}

/** One home's papers: what each rests on, or why it is not there and who brings it. */
const dossierPage = defineQuery({
  name: 'dossier.page',
  input: HomeOnly,
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const { pack, actor } = context
    const row = await standingOf(db, context, home)
    const place = { area: row.village, organisations: [row.contractor, row.supervisor], home: row.id }
    const records = (await recordsOf(db, context, [home])).get(home) ?? []
    const brought = (await broughtTo(db, context, [home])).get(home) ?? []
    const mayOpenPersonal = covers(context.scopeFor('personal.reveal'), place)
    const mayAdd = covers(context.scopeFor('dossier.add-paper'), place)
    return {
      home: row.id,
      householder: row.householder,
      sequence: row.sequence,
      villageName: row.villageName,
      townName: row.townName,
      ...completeness(row),
      papers: pack.dossier.map((paper, i) => ({
        id: paper.id,
        label: paper.label,
        note: paper.note,
        clauses: paper.clauses,
        from: paper.from,
        needed: paper.needed ?? null,
        proof: paper.proof ?? null,
        personal: paper.personal ?? false,
        mayOpen: !paper.personal || mayOpenPersonal,
        state: stateOf(row, i),
        by: paper.by.map((id): Said => pack.suppliers[id] ?? { zh: id, en: id }),
        mayBring: mayAdd && mayBring(actor, paper, place),
        records: records.filter((record) => restsOn(paper, record) && stateOf(row, i) === 'present'),
        brought: brought.filter((one) => one.paper === paper.id),
      })),
    }
  },
})

/** How far a home's dossier is: what whoever signs for it looks at. */
const dossierStanding = defineQuery({
  name: 'dossier.standing',
  input: HomeOnly,
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const row = await standingOf(db, context, home)
    return {
      ...completeness(row),
      missing: context.pack.dossier
        .filter((_paper, i) => stateOf(row, i) === 'missing')
        .map(({ id, label }) => ({ id, label })),
    }
  },
})

export const queries = [dossierPage, dossierStanding] as const
