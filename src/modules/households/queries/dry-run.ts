import { defineQuery } from '../../../kernel/act/define.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { DryRun } from '../model/register.ts'
import { registerForm } from '../rules/register-form.ts'
import type { Application } from '../rules/register-reading.ts'
import { maskedFields } from './home-page.ts'
import { readUploaded } from './read-uploaded.ts'

const mostTold = 300

/** What an import of this workbook would do: nothing is entered. Errors stop it, warnings do not. */
export const registerDryRun = defineQuery({
  name: 'register.dry-run',
  input: DryRun,
  permission: 'register.import',
  oneAtATime: true,
  run: async (db, input, context) => {
    const { areaName, workbook, columns, reading } = await readUploaded(db, input, context)
    const { applications, problems, rows } = reading
    const errors = problems.filter(({ severity }) => severity === 'error')
    const warnings = problems.filter(({ severity }) => severity === 'warning')
    const earlier = await db
      .selectFrom('register_import')
      .select(['id', 'imported_on as on', 'homes', 'file_name as fileName'])
      .where('county', '=', context.county)
      .where('file_digest', '=', Buffer.from(input.digest, 'hex'))
      .where('undone_act', 'is', null)
      .executeTakeFirst()
    return {
      areaName,
      /** Whether the file is a workbook at all, which can come back with its faults marked. */
      isWorkbook: workbook !== undefined,
      fields: registerForm().columns.map(({ field, label, required }) => ({ field, label, required })),
      sheets: columns?.sheets ?? [],
      /** How an import would read it: to be sent along with it. */
      mapping: columns?.mapping ?? null,
      by: columns?.by ?? ('headers' as const),
      rows,
      /** From which sheets, in the order of the file. */
      readFrom: reading.sheets
        .map(({ sheet, rows: taken }) => ({ sheet: sheet.name, rows: taken.length }))
        .filter(({ rows: taken }) => taken > 0),
      homes: applications.length,
      errors: errors.length,
      warnings: warnings.length,
      problems: [...errors, ...warnings].slice(0, mostTold),
      kinds: kindsOf(problems),
      villages: perVillage(applications),
      sample: applications.slice(0, 8).map(({ sheet, row, village, line, fields }) => ({
        sheet,
        row,
        villageName: village.name,
        townName: village.townName,
        line,
        fields: maskedFields(fields),
      })),
      earlier: earlier ?? null,
    }
  },
})

function kindsOf(problems: readonly SheetProblem[]) {
  const kinds = new Map<
    string,
    { code: string; severity: SheetProblem['severity']; words: SheetProblem['words']; count: number }
  >()
  for (const { code, severity, words } of problems) {
    const kind = kinds.get(code)
    if (kind) kind.count++
    else kinds.set(code, { code, severity, words, count: 1 })
  }
  return [...kinds.values()].sort((a, b) =>
    a.severity === b.severity ? b.count - a.count : a.severity === 'error' ? -1 : 1,
  )
}

function perVillage(applications: readonly Application[]) {
  const villages = new Map<
    string,
    { village: string; villageName: string; townName: string; homes: number }
  >()
  for (const { village } of applications) {
    const counted = villages.get(village.code)
    if (counted) counted.homes++
    else
      villages.set(village.code, {
        village: village.code,
        villageName: village.name,
        townName: village.townName,
        homes: 1,
      })
  }
  return [...villages.values()].sort((a, b) => (a.village < b.village ? -1 : 1))
}
