import { z } from 'zod'
import { ownUpload } from '../../../kernel/evidence/own-upload.ts'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { SheetProblem } from '../../../kernel/sheets/sheet-problem.ts'
import { Digest } from '../model.ts'
import { matchReceipt } from '../receipt-match.ts'
import { readReceiptSheet } from '../receipt-sheet.ts'
import { findSeasons } from '../seasons.ts'
import { matchUsage } from '../usage-match.ts'
import { readUsageSheet } from '../usage-sheet.ts'

const mostShown = 500

const told = (problems: readonly SheetProblem[]) => ({
  problems: problems.slice(0, mostShown),
  problemCount: problems.length,
  errorCount: problems.filter((problem) => problem.severity === 'error').length,
})

/** What an import of this workbook would do, row by row; nothing is changed. */
export const usageDryRun = defineQuery({
  name: 'usage.dry-run',
  input: z.object({ season: z.uuid(), file: Digest }),
  permission: 'usage.import',
  oneAtATime: true,
  run: async (db, { season, file }, context) => {
    const { county } = context
    if (!(await findSeasons(db, county, [season])).has(season)) throw new NotFound()
    const bytes = await ownUpload(db, context, file)
    const sameFile = await db
      .selectFrom('usage_import')
      .select('imported_on as on')
      .where('county', '=', county)
      .where('season', '=', season)
      .where('file_digest', '=', Buffer.from(file, 'hex'))
      .executeTakeFirst()
    const match = await matchUsage(db, county, season, await readUsageSheet(bytes))
    return {
      importedOn: sameFile?.on ?? null,
      rows: match.rows,
      matched: match.matched.length,
      replaced: match.matched.filter((row) => row.replaces).length,
      unmatched: match.unmatched.length,
      readBefore: match.readBefore,
      usedCentiKwh: match.matched.reduce((sum, row) => sum + row.usedCentiKwh, 0),
      ...told(match.problems),
    }
  },
})

/** What importing this receipt would settle; nothing is changed. */
export const receiptDryRun = defineQuery({
  name: 'receipt.dry-run',
  input: z.object({ batch: z.uuid(), file: Digest }),
  permission: 'receipt.import',
  oneAtATime: true,
  run: async (db, { batch, file }, context) => {
    const { county } = context
    const found = await db
      .selectFrom('payment_batch')
      .select('id')
      .where('county', '=', county)
      .where('id', '=', batch)
      .executeTakeFirst()
    if (!found) throw new NotFound()
    const bytes = await ownUpload(db, context, file)
    const match = await matchReceipt(db, county, batch, await readReceiptSheet(bytes))
    const paid = match.fresh.filter((row) => row.paid)
    return {
      rows: match.rows,
      paid: paid.length,
      paidFen: paid.reduce((sum, row) => sum + row.amountFen, 0),
      failed: match.fresh.length - paid.length,
      repeated: match.repeated,
      ...told(match.problems),
    }
  },
})
