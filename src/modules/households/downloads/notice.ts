import { z } from 'zod'
import { defineDownload } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { bytesOf } from '../../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../../kernel/sheets/write-table.ts'
import { speaker } from '../../../kernel/words/words.ts'
import type { PublicNotice, PublicRow } from '../model/notice.ts'
import { getNotice } from '../queries/notice.ts'
import { readNotice } from '../queries/public-notice.ts'
import { noticeWords } from '../words/notice.ts'
import { sharedWords } from '../words/told-to-households.ts'
import { publicNoticeWords } from '../words/public-notice.ts'

const speak = speaker(sharedWords, noticeWords, publicNoticeWords)
const say = (key: string, values: Record<string, unknown> = {}): string => speak(key, values).zh

type SheetLine = PublicRow & { amount: PublicRow['amounts'][number] }

/** 公示表: the board as a workbook, one line for each home and subsidy; nothing the board does not say. */
export const noticeSheet = defineDownload({
  name: 'notice.sheet',
  input: z.object({ notice: z.uuid() }),
  permission: 'selection.read',
  run: async (db, { notice: id }, context) => {
    await getNotice(db, id, context)
    const board = await readNotice(db, context.county, id)
    if (!board) throw new NotFound()
    return {
      fileName: `${board.village}${say('board.title')}${say('board.number', { number: board.number })}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: await bytesOf(noticeTable(board)),
    }
  },
})

/** The board as a table: nothing but what a public row holds. */
export function noticeTable(board: PublicNotice) {
  return writeTable<SheetLine>({
    name: say('board.number', { number: board.number }),
    columns: [
      { label: say('column.position'), kind: 'number', width: 7, value: (row) => row.position },
      { label: say('column.village'), kind: 'text', width: 14, value: (row) => row.village },
      { label: say('column.householder'), kind: 'text', width: 12, value: (row) => row.householder },
      {
        label: say('column.heating'),
        kind: 'text',
        width: 14,
        value: (row) => say(`heating.${row.heating}`),
      },
      { label: say('column.units'), kind: 'number', width: 9, value: (row) => row.units },
      {
        label: say('column.subsidy'),
        kind: 'text',
        width: 18,
        value: ({ amount }) => say(`subsidy-item.${amount.item}`),
      },
      { label: say('column.amount'), kind: 'fen', width: 12, value: ({ amount }) => amount.upToFen },
      {
        label: say('column.assumed'),
        kind: 'text',
        width: 10,
        value: ({ amount }) => say(amount.assumed ? 'amount.assumed' : 'amount.plan'),
      },
      { label: say('column.hotline'), kind: 'text', width: 16, value: () => board.hotline },
      { label: say('column.opens'), kind: 'day', width: 12, value: () => board.opensOn },
      { label: say('column.closes'), kind: 'day', width: 12, value: () => board.closesOn },
    ],
    rows: board.rows.flatMap((row) => row.amounts.map((amount) => ({ ...row, amount }))),
  })
}
