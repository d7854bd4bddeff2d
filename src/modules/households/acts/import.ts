import { sql } from 'kysely'
import { type ActContext, type ActItem, defineAct } from '../../../kernel/act/define.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { isSheetProblem, readWorkbook } from '../../../kernel/sheets/read-workbook.ts'
import type { z } from 'zod'
import { ImportRegister } from '../model/register.ts'
import { checkImport, type ImportToDecide } from '../rules/import.ts'
import { type Application, readRegister } from '../rules/register-reading.ts'
import { villagesOfArea } from '../../villages/public.ts'
import { enterHomes } from './enter-homes.ts'
import { ownArea } from './own-area.ts'
import { toScreenAgain } from './to-screen-again.ts'

interface Facts extends ImportToDecide {
  area: string
  applications: Application[]
}

/** Enters a whole workbook as one act: every row or none, each home carrying the import and its row. */
export const importRegister = defineAct({
  kind: 'register.import',
  oneAtATime: true,
  version: 1,
  input: ImportRegister,
  permission: 'register.import',
  clauses: ['§3.1.3d', '§A.2'],
  evidence: ['workbook'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, context) => {
    const facts: (Facts | undefined)[] = []
    for (const item of items) facts.push(await loadImport(db, item, context))
    return facts
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: (facts) => checkImport(facts),
  apply: async (tx, items, context) => {
    const effects = []
    for (const { id: act, input, facts, evidence } of items) {
      const digest = evidence.find(({ kind }) => kind === 'workbook')?.digest ?? ''
      await tx
        .insertInto('register_import')
        .values({
          county: context.county,
          id: input.import,
          area: input.area,
          file_digest: Buffer.from(digest, 'hex'),
          file_name: input.fileName,
          homes: facts.applications.length,
          imported_on: context.today,
          imported_by: context.actor.id,
          act,
        })
        .execute()
      const homes = facts.applications.map(({ village, line, fields, row }) => ({
        id: newId(),
        town: village.town,
        village: village.code,
        areaKind: village.kind,
        line,
        fields,
        import: { id: input.import, row },
        synthetic: input.synthetic,
      }))
      const { partners } = await enterHomes(tx, context, act, homes, (done) =>
        context.progress(0.4 + 0.5 * done, 'progress.entering'),
      )
      effects.push({
        touched: homes.map(({ id }) => ({ type: 'home', id })),
        result: {
          import: input.import,
          homes: homes.length,
          villages: new Set(homes.map((h) => h.village)).size,
          ...toScreenAgain(partners),
        },
      })
    }
    return effects
  },
})

async function loadImport(
  db: ReadDb,
  item: ActItem<z.output<typeof ImportRegister>>,
  { county, actor, store, progress, today, pack }: ActContext,
): Promise<Facts | undefined> {
  const nothing = {
    homes: undefined,
    rows: 0,
    problems: [],
    earlier: undefined,
    taken: false,
    applications: [],
  }
  const { input } = item
  if (!input) {
    const area = ownArea(actor)
    return area === undefined ? undefined : { ...nothing, area }
  }
  const area = await villagesOfArea(db, county, input.area)
  if (!area) return undefined
  const digest = item.evidence.find(({ kind }) => kind === 'workbook')?.digest
  // Without its file the door refuses by itself.
  if (digest === undefined || !(await store.has(digest))) return { ...nothing, area: input.area }
  const { rows: before } = await sql<{
    id: string
    on: string
    homes: number
    fileName: string
    same: boolean
  }>`
    select id, imported_on as "on", homes, file_name as "fileName",
           file_digest = ${Buffer.from(digest, 'hex')} and undone_act is null as same
      from register_import
     where county = ${county} and (id = ${input.import} or file_digest = ${Buffer.from(digest, 'hex')})`.execute(
    db,
  )
  const same = before.find((row) => row.same)
  const known = {
    area: input.area,
    taken: before.some((row) => row.id === input.import),
    earlier: same && { on: same.on, homes: same.homes, fileName: same.fileName },
  }
  if (known.earlier || known.taken) return { ...nothing, ...known }
  progress(0.02, 'progress.reading')
  const workbook = await readWorkbook(await store.read(digest))
  if (isSheetProblem(workbook)) return { ...nothing, ...known, problems: [workbook] }
  const { applications, problems, rows } = await readRegister(
    workbook,
    area,
    input.line,
    { today, pack },
    input.mapping,
  )
  progress(0.4, 'progress.entering')
  return { ...known, applications, problems, rows, homes: applications.length }
}
