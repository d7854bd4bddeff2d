import { bytesOf } from '../kernel/sheets/write-sheets.ts'
import { writeTable } from '../kernel/sheets/write-table.ts'
import { registerForm } from '../modules/households/rules/register-form.ts'
import type { ApplicationRow } from './applications.ts'

/** A 确户表 as a town would send it: the usual headers, everything written as text. */
export function registerWorkbook(rows: readonly ApplicationRow[]): Promise<Uint8Array> {
  return bytesOf(
    writeTable({
      name: '确户表',
      columns: registerForm().columns.map(({ field, label }) => ({
        label,
        kind: 'text' as const,
        value: (row: ApplicationRow) => row[field] ?? '',
      })),
      rows,
    }),
  )
}
