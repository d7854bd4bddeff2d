import { z } from 'zod'
import { defineDownload } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { printedList, signingLine } from '../../../kernel/sheets/printed-list.ts'
import { bytesOf, writeSheets } from '../../../kernel/sheets/write-sheets.ts'
import type { TableColumn } from '../../../kernel/sheets/write-table.ts'
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

/** Who stamps and signs a board that hangs. */
const signers = ['village', 'town', 'posted-by', 'witness'] as const

/** The board as a sheet: its title, its days and telephone, a line for each home; nothing but what a public row holds. */
export function noticeTable(board: PublicNotice) {
  const { rows } = board
  const items = [...new Set(rows.flatMap(({ amounts }) => amounts.map(({ item }) => item)))]
  const isAssumed = rows.some(({ amounts }) => amounts.some(({ assumed }) => assumed))
  return writeSheets([
    printedList<PublicRow>({
      name: say('board.number', { number: board.number }),
      title: `${board.town}${board.village}${say('board.title')}`,
      told: [
        say('board.number', { number: board.number }),
        board.closesOn
          ? say('board.period', { from: board.opensOn, to: board.closesOn })
          : say('board.period.unposted'),
        say('board.hotline', { telephone: board.hotline }),
        ...(board.returned > 0 ? [say('board.returned', { homes: board.returned })] : []),
      ],
      columns: [
        { label: say('column.position'), kind: 'number', width: 7, value: (row) => row.position },
        { label: say('column.village'), kind: 'text', value: (row) => row.village },
        { label: say('column.householder'), kind: 'text', width: 12, value: (row) => row.householder },
        { label: say('column.heating'), kind: 'text', value: (row) => say(`heating.${row.heating}`) },
        { label: say('column.units'), kind: 'number', width: 10, value: (row) => row.units },
        ...items.map((item): TableColumn<PublicRow> => amountColumn(item, rows)),
      ],
      rows,
      notes: [...(isAssumed ? [say('board.assumed')] : []), say('board.how')],
      signatures: signers.map((who) => `${say(`board.signs.${who}`)}${signingLine}`),
    }),
  ])
}

type Item = PublicRow['amounts'][number]['item']

/** In yuan; what is not final yet carries the mark that the foot explains. */
function amountColumn(item: Item, rows: readonly PublicRow[]): TableColumn<PublicRow> {
  const amountOf = (row: PublicRow) => row.amounts.find((amount) => amount.item === item)
  const label = say('column.up-to', { item: say(`subsidy-item.${item}`) })
  return rows.some((row) => amountOf(row)?.assumed)
    ? {
        ...{ label, kind: 'text', width: 22 },
        value: (row) => {
          const amount = amountOf(row)
          return amount && `${(amount.upToFen / 100).toLocaleString('en-US')}${amount.assumed ? '*' : ''}`
        },
      }
    : { ...{ label, kind: 'fen', width: 22 }, value: (row) => amountOf(row)?.upToFen }
}
