import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { ownUpload } from '../../../kernel/evidence/own-upload.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { isSheetProblem, readWorkbook } from '../../../kernel/sheets/read-workbook.ts'
import { maskAccount, maskIdNumber } from '../../../kernel/standards/mask.ts'
import { DryRunSource } from '../model.ts'
import type { VillageInArea } from '../../villages/rules/places.ts'
import { kindsOf } from '../own-kinds.ts'
import { areaToRead, columnsOf } from '../read-uploaded.ts'
import { sourceForms } from '../rules/forms.ts'
import { leastCoverage } from '../rules/import.ts'
import { readSource } from '../rules/reading.ts'
import { wholenessOf } from './coverage.ts'

const mostTold = 300

function onlyTownOf(rows: readonly { village?: VillageInArea }[]): { code: string; name: string } | null {
  const towns = new Map(
    rows.flatMap(({ village }) => (village ? [[village.town, village.townName] as const] : [])),
  )
  const [only] = towns
  return only && towns.size === 1 ? { code: only[0], name: only[1] } : null
}

/** Reads an uploaded list as an import would. Throws `NotFound`. */
export async function readUploadedSource(
  db: ReadDb,
  { digest, area, kind, mapping }: typeof DryRunSource._output,
  context: QueryContext,
) {
  const { county, scope, actor, today, progress } = context
  const found =
    covers(scope, { area }) && kindsOf(actor).includes(kind) ? await areaToRead(db, context, area) : undefined
  if (!found) throw new NotFound()
  progress(0.02, 'progress.reading')
  const workbook = await readWorkbook(await ownUpload(db, context, digest))
  if (isSheetProblem(workbook))
    return { workbook: undefined, problem: workbook, columns: undefined, reading: undefined }
  const columns = await columnsOf(db, county, kind, workbook, mapping)
  const reading = await readSource(workbook, kind, found, today, columns.mapping, (share) =>
    progress(0.3 + 0.5 * share, 'progress.checking-rows'),
  )
  return { workbook, problem: undefined, columns, reading }
}

/** What an import of this list would do, and which column is taken for what; nothing is entered. */
export const sourceDryRun = defineQuery({
  name: 'source.dry-run',
  input: DryRunSource,
  permission: 'source.import',
  oneAtATime: true,
  run: async (db, input, context) => {
    const { problem, columns, reading } = await readUploadedSource(db, input, context)
    const earlier = await db
      .selectFrom('source')
      .select(['id', 'imported_on as on', 'rows', 'file_name as fileName'])
      .where('county', '=', context.county)
      .where('kind', '=', input.kind)
      .where('file_digest', '=', Buffer.from(input.digest, 'hex'))
      .where('undone_act', 'is', null)
      .executeTakeFirst()
    const fields = sourceForms[input.kind].columns.map(({ field, label, required }) => ({
      field,
      label,
      required,
    }))
    if (!reading || !columns)
      return {
        isTable: false as const,
        fields,
        sheets: [],
        mapping: null,
        by: 'headers' as const,
        read: 0,
        taken: 0,
        wrong: 0,
        blocking: 1,
        problems: problem ? [problem] : [],
        problemCount: problem ? 1 : 0,
        kinds: [],
        places: 0,
        onlyTown: null,
        standing: null,
        coverage: null,
        leastPercent: leastCoverage(context.pack, context.today),
        sample: [],
        earlier: earlier ?? null,
      }
    const { rows, problems, kinds } = reading
    context.progress(0.85, 'progress.comparing-file')
    const { taken, standing, coverage } = await wholenessOf(db, context, input, rows)
    const errors = problems.filter(({ severity }) => severity === 'error')
    const warnings = problems.filter(({ severity }) => severity === 'warning')
    return {
      isTable: true as const,
      fields,
      sheets: columns.sheets,
      /** How an import would read it: to be sent along with it. */
      mapping: columns.mapping ?? null,
      by: columns.by,
      read: reading.read,
      taken,
      wrong: reading.wrong,
      blocking: reading.blocking,
      problems: [...errors, ...warnings].slice(0, mostTold),
      problemCount: [...kinds.values()].reduce((sum, { count }) => sum + count, 0),
      kinds: [...kinds.values()]
        .map(({ problem: { code, severity, words }, count }) => ({ code, severity, words, count }))
        .sort((a, b) => (a.severity === b.severity ? b.count - a.count : a.severity === 'error' ? -1 : 1)),
      /** Lines whose village is known. */
      places: rows.filter(({ village }) => village).length,
      /** All lines that name a village we know name one of this town. */
      onlyTown: onlyTownOf(rows),
      standing,
      coverage,
      /** Of the applications it would be held against: fewer named, and somebody must say that it is whole. */
      leastPercent: leastCoverage(context.pack, context.today),
      sample: rows
        .slice(0, 8)
        .map(
          ({
            idNumber,
            accountNumber,
            village,
            sheet,
            row,
            name,
            address,
            tariff,
            category,
            year,
            title,
            status,
            day,
            dayWritten,
          }) => ({
            sheet,
            row,
            name: name ?? null,
            idNumber: idNumber ? maskIdNumber(idNumber) : null,
            accountNumber: accountNumber ? maskAccount(accountNumber) : null,
            villageName: village?.name ?? null,
            address: address ?? null,
            more: [
              title,
              tariff,
              category,
              year === undefined ? undefined : String(year),
              status,
              day ?? dayWritten,
            ].filter((text) => text !== undefined),
          }),
        ),
      earlier: earlier ?? null,
    }
  },
})
