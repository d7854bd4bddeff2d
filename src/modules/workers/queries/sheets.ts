import { z } from 'zod'
import { defineQuery } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { ownUpload } from '../../../kernel/evidence/own-upload.ts'
import { covers } from '../../../kernel/identity/authority.ts'
import { matchWorkers } from '../match-workers.ts'
import { Digest, FirmMonth } from '../model.ts'
import { readWageSheet } from '../wage-sheet.ts'
import { readWorkerSheet } from '../worker-sheet.ts'
import { peopleOfMonth } from './wages.ts'

const mostShown = 500

/** What importing this register would do, row by row; nothing is changed. */
const workersDryRun = defineQuery({
  name: 'workers.dry-run',
  input: z.object({ firm: z.uuid(), file: Digest }),
  permission: 'worker.manage',
  oneAtATime: true,
  run: async (db, { firm, file }, context) => {
    if (!covers(context.scope, { organisations: [firm] })) throw new NotFound()
    const match = await matchWorkers(
      db,
      context.county,
      context.keys,
      firm,
      await readWorkerSheet(await ownUpload(db, context, file), context.today),
    )
    return {
      read: match.read,
      fresh: match.fresh.length,
      known: match.known,
      problems: match.problems.slice(0, mostShown),
      problemCount: match.problems.length,
      errorCount: match.problems.filter(({ severity }) => severity === 'error').length,
    }
  },
})

/** What a pay list says of those who worked in the month, row by row, to fill the form with; nothing is changed. */
const wagesOfSheet = defineQuery({
  name: 'wages.of-sheet',
  input: FirmMonth.extend({ file: Digest }),
  permission: 'wage.prove',
  oneAtATime: true,
  run: async (db, { firm, month, file }, context) => {
    if (!covers(context.scope, { organisations: [firm] })) throw new NotFound()
    const people = await peopleOfMonth(db, context.county, firm, month)
    const bytes = await ownUpload(db, context, file)
    const { read, lines, problems } = await readWageSheet(db, context, people, bytes)
    return { read, lines, problems: problems.slice(0, mostShown), problemCount: problems.length }
  },
})

export const queries = [workersDryRun, wagesOfSheet] as const
