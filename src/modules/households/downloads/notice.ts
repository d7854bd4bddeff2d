import { z } from 'zod'
import { defineDownload } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import type { CellOut, RowOut } from '../../../kernel/sheets/sheet-xml.ts'
import { bytesOf, writeSheets } from '../../../kernel/sheets/write-sheets.ts'
import { speaker } from '../../../kernel/words/words.ts'
import type { PublicNotice, PublicRow } from '../model/notice.ts'
import { getNotice } from '../queries/notice.ts'
import { readNotice } from '../queries/public-notice.ts'
import { noticeWords } from '../words/notice.ts'
import { sharedWords } from '../words/told-to-households.ts'
import { publicNoticeWords } from '../words/public-notice.ts'

const speak = speaker(sharedWords, noticeWords, publicNoticeWords)
const say = (key: string, values: Record<string, unknown> = {}): string => speak(key, values).zh

/** 公示表: the board as a workbook; nothing the board does not say. */
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

/** The board as a sheet: its title, its days and telephone, a line for each home; nothing but what a public row holds. */
export function noticeTable(board: PublicNotice) {
  const items = [...new Set(board.rows.flatMap(({ amounts }) => amounts.map(({ item }) => item)))]
  const labels = [
    ...['position', 'village', 'householder', 'heating', 'units'].map((column) => say(`column.${column}`)),
    ...items.map((item) => say('column.up-to', { item: say(`subsidy-item.${item}`) })),
  ]
  const isAssumed = board.rows.some(({ amounts }) => amounts.some(({ assumed }) => assumed))
  const head: RowOut[] = [
    { cells: [{ value: `${board.town}${board.village}${say('board.title')}`, look: 'title' }], height: 32 },
    ...[
      say('board.number', { number: board.number }),
      board.closesOn
        ? say('board.period', { from: board.opensOn, to: board.closesOn })
        : say('board.period.unposted'),
      say('board.hotline', { telephone: board.hotline }),
      ...(board.returned > 0 ? [say('board.returned', { homes: board.returned })] : []),
    ].map((value): RowOut => ({ cells: [{ value, format: 'text' }] })),
  ]
  const foot: RowOut[] = [...(isAssumed ? [say('board.assumed')] : []), say('board.how')].map((value) => ({
    cells: [{ value, look: 'note', format: 'text' }],
    height: 32,
  }))
  const lines = board.rows.map((row): RowOut => {
    const { position, village, householder, heating, units } = row
    return {
      cells: [
        position,
        { value: village, format: 'text' },
        { value: householder, format: 'text' },
        { value: say(`heating.${heating}`), format: 'text' },
        units,
        ...items.map((item) => amountCell(row.amounts.find((amount) => amount.item === item))),
      ],
    }
  })
  const rows = [
    ...head,
    { cells: labels.map((value): CellOut => ({ value, look: 'header' })), height: 28 },
    ...lines,
    ...foot,
  ]
  const across = [...head.keys(), ...foot.map((_, at) => rows.length - 1 - at)].map((at) => at + 1)
  return writeSheets([
    {
      name: say('board.number', { number: board.number }),
      columns: [7, 14, 12, 14, 10, ...items.map(() => 22)].map((width) => ({ width })),
      rows,
      frozenRows: head.length + 1,
      merges: across.map((row) => ({ fromRow: row, fromColumn: 1, toRow: row, toColumn: labels.length })),
    },
  ])
}

/** In yuan; what is not final yet carries the mark that the foot explains. */
function amountCell(amount: PublicRow['amounts'][number] | undefined): CellOut {
  if (!amount) return null
  const yuan = amount.upToFen / 100
  return amount.assumed
    ? { value: `${yuan.toLocaleString('en-US')}*`, format: 'text' }
    : { value: yuan, format: 'money' }
}
