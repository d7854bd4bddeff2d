import { sql } from 'kysely'
import type { z } from 'zod'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { isSheetProblem, readWorkbook } from '../../../kernel/sheets/read-workbook.ts'
import { countyArea } from '../../organisations/public.ts'
import { ImportSource } from '../model.ts'
import { kindsOf } from '../own-kinds.ts'
import { areaToRead } from '../read-uploaded.ts'
import { wholenessOf } from '../queries/coverage.ts'
import { checkSource, type SourceToDecide } from '../rules/import.ts'
import { type PlacedRow, readSource } from '../rules/reading.ts'
import { enterRows } from './enter-rows.ts'

interface Facts extends SourceToDecide {
  area: string
  entered: PlacedRow[]
}

/** Enters what another office delivered, as one dated list: its rows, and what its date is, and who brought it. */
export const importSource = defineAct({
  kind: 'source.import',
  oneAtATime: true,
  version: 1,
  input: ImportSource,
  permission: 'source.import',
  clauses: ['§3.1.3d', '§4.1b', '§4.4', '§A.9', '§A.15', '§A.21'],
  evidence: ['workbook'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, context) => {
    const facts: (Facts | undefined)[] = []
    for (const item of items) facts.push(await loadSource(db, item, context))
    return facts
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: (facts, { input }, context) => checkSource(facts, input, context),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id: act, input, facts, evidence } of items) {
      const digest = evidence.find(({ kind }) => kind === 'workbook')?.digest ?? ''
      await tx
        .insertInto('source')
        .values({
          county: context.county,
          id: input.source,
          kind: input.kind,
          area: input.area,
          as_of: input.asOf,
          delivered_by: input.deliveredBy,
          file_digest: Buffer.from(digest, 'hex'),
          file_name: input.fileName,
          rows: facts.entered.length,
          left_out: facts.wrong,
          imported_on: context.today,
          imported_by: context.actor.id,
          synthetic: input.synthetic,
          act,
        })
        .execute()
      await enterRows(tx, context, input.source, facts.entered)
      effects.push({
        result: {
          source: input.source,
          kind: input.kind,
          area: input.area,
          rows: facts.entered.length,
          leftOut: facts.wrong,
        },
      })
    }
    return effects
  },
})

async function loadSource(
  db: ReadDb,
  { input, evidence }: ActItem<z.output<typeof ImportSource>>,
  context: ActContext,
): Promise<Facts | undefined> {
  const { county, store, progress, actor, today, pack } = context
  const nothing: Omit<Facts, 'area'> = {
    rows: undefined,
    wrong: 0,
    blocking: 0,
    problems: [],
    earlier: undefined,
    taken: false,
    isOwnKind: true,
    whole: { taken: 0, standing: null, coverage: null },
    entered: [],
  }
  if (!input) return { ...nothing, area: await countyArea(db, county) }
  const area = await areaToRead(db, { county, pack, today }, input.area)
  if (!area) return undefined
  const digest = evidence.find(({ kind }) => kind === 'workbook')?.digest
  if (!kindsOf(actor).includes(input.kind)) return { ...nothing, area: input.area, isOwnKind: false }
  // Without its file the door refuses by itself.
  if (digest === undefined || !(await store.has(digest))) return { ...nothing, area: input.area }
  const { rows: before } = await sql<{
    id: string
    on: string
    rows: number
    fileName: string
    same: boolean
  }>`
    select id, imported_on as "on", rows, file_name as "fileName",
           kind = ${input.kind} and file_digest = ${Buffer.from(digest, 'hex')} and undone_act is null as same
      from source
     where county = ${county} and (id = ${input.source} or file_digest = ${Buffer.from(digest, 'hex')})`.execute(
    db,
  )
  const same = before.find((row) => row.same)
  const known = {
    area: input.area,
    isOwnKind: true,
    taken: before.some((row) => row.id === input.source),
    earlier: same && { on: same.on, rows: same.rows, fileName: same.fileName },
  }
  if (known.earlier || known.taken) return { ...nothing, ...known }
  progress(0.02, 'progress.reading')
  const workbook = await readWorkbook(await store.read(digest))
  if (isSheetProblem(workbook)) return { ...nothing, ...known, blocking: 1, problems: [workbook] }
  const { rows, wrong, blocking, problems } = await readSource(
    workbook,
    input.kind,
    area,
    today,
    input.mapping,
  )
  progress(0.4, 'progress.entering')
  const whole = await wholenessOf(db, context, input, rows)
  return { ...known, rows: rows.length, wrong, blocking, problems, whole, entered: rows }
}
