import { sql } from 'kysely'
import type { QueryContext } from '../../../kernel/act/define.ts'
import { ownUpload } from '../../../kernel/evidence/own-upload.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { blindIndex } from '../../../kernel/cipher/fields.ts'
import { columnsAsRead, type ColumnsAsRead } from '../../../kernel/columns/kept-columns.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { breather } from '../../../kernel/pace/breather.ts'
import { isSheetProblem, readWorkbook } from '../../../kernel/sheets/read-workbook.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import type { Workbook } from '../../../kernel/sheets/workbook.ts'
import { villagesOfArea } from '../../villages/public.ts'
import { renumberedAccounts } from '../../sources/public.ts'
import type { DryRun, RegisterColumn } from '../model/register.ts'
import { registerForm } from '../rules/register-form.ts'
import { type KeyKind, keysOf, readRegister, type RegisterReading } from '../rules/register-reading.ts'
import { sayRowProblem } from '../words/row-problems.ts'

export interface UploadedRegister {
  areaName: string
  /** Undefined where the file is no workbook that can be read. */
  workbook: Workbook | undefined
  columns: ColumnsAsRead<RegisterColumn> | undefined
  reading: RegisterReading
}

/** Reads an uploaded workbook as an import would and compares it with the register besides. Throws `NotFound`. */
export async function readUploaded(
  db: ReadDb,
  { digest, area, line, mapping }: DryRun,
  context: QueryContext,
): Promise<UploadedRegister> {
  const { county, keys, scope, today, pack, progress } = context
  const found = covers(scope, { area }) ? await villagesOfArea(db, county, area) : undefined
  if (!found) throw new NotFound()
  progress(0.02, 'progress.reading')
  const workbook = await readWorkbook(await ownUpload(db, context, digest))
  if (isSheetProblem(workbook)) {
    const reading = { applications: [], problems: [workbook], rows: 0, sheets: [] }
    return { areaName: found.name, workbook: undefined, columns: undefined, reading }
  }
  const keptFor = { county, form: 'register', area }
  const columns = await columnsAsRead(db, keptFor, registerForm(), workbook, mapping)
  const reading = await readRegister(workbook, found, line, { today, pack }, columns.mapping, (share) =>
    progress(0.3 + 0.5 * share, 'progress.checking-rows'),
  )
  progress(0.85, 'progress.comparing-file')
  // One by one: spread, a whole register's would be more arguments than a call may have.
  for (const problem of await inRegister(db, county, keys, reading)) reading.problems.push(problem)
  return { areaName: found.name, workbook, columns, reading }
}

/** A warning at each key that a live home of the register has already. */
async function inRegister(
  db: ReadDb,
  county: number,
  keys: QueryContext['keys'],
  { applications, sheets }: RegisterReading,
): Promise<SheetProblem[]> {
  const wanted: Record<KeyKind, string | undefined>[] = []
  const breath = breather()
  for (const { fields, village } of applications) {
    if (breath.due) await breath.take()
    const own = keysOf(fields, village.code)
    wanted.push({
      ...own,
      idNumber: own.idNumber && blindIndex(keys, county, 'id-number', own.idNumber).toString('hex'),
    })
  }
  const renumbered = await renumberedAccounts(
    db,
    county,
    wanted.flatMap((own) => own.accountNumber ?? []),
  )
  for (const own of wanted)
    if (own.accountNumber !== undefined)
      own.accountNumber = renumbered.get(own.accountNumber) ?? own.accountNumber
  const taken = {
    idNumber: await takenKeys(
      'id_number_index',
      wanted.flatMap((own) => own.idNumber ?? []),
    ),
    accountNumber: await takenKeys(
      'account_key',
      wanted.flatMap((own) => own.accountNumber ?? []),
    ),
    titleNumber: await takenKeys(
      'title_index',
      wanted.flatMap((own) => own.titleNumber ?? []),
    ),
  }
  return applications.flatMap(({ sheet, row, line }, at) =>
    (Object.entries(wanted[at] ?? {}) as [KeyKind, string | undefined][]).flatMap(
      ([kind, key]): SheetProblem[] => {
        if (key === undefined || !taken[kind].has(`${line}:${key}`)) return []
        const column = sheets.find((each) => each.sheet.name === sheet)?.columns.get(kind)
        const place = { sheet, row, ...(column === undefined ? {} : { column: column + 1 }) }
        return [
          {
            code: 'in-register',
            severity: 'warning',
            ...place,
            words: sayRowProblem({ code: 'in-register' }),
          },
        ]
      },
    ),
  )

  async function takenKeys(column: string, keysOfFile: readonly string[]): Promise<Set<string>> {
    const values =
      column === 'id_number_index'
        ? sql`${keysOfFile.map((key) => Buffer.from(key, 'hex'))}::bytea[]`
        : sql`${[...keysOfFile]}::text[]`
    const { rows } = await sql<{ line: string; key: Buffer | string }>`
      select distinct line, ${sql.ref(column)} as key from home
       where county = ${county} and ended is null and ${sql.ref(column)} = any(${values})`.execute(db)
    return new Set(
      rows.map(({ line, key }) => `${line}:${typeof key === 'string' ? key : key.toString('hex')}`),
    )
  }
}
