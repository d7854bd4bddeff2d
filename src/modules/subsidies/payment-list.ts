import type { ReadDb } from '../../kernel/database/database.ts'
import { bytesOf } from '../../kernel/sheets/write-sheets.ts'
import { writeTable } from '../../kernel/sheets/write-table.ts'

/** A frozen batch as the file it is paid by, whole accounts included: the same bytes each time. */
export async function paymentList(db: ReadDb, county: number, batch: string): Promise<Uint8Array> {
  const rows = await db
    .selectFrom('payment')
    .select(['reference', 'account_number', 'payee', 'amount_fen'])
    .where('county', '=', county)
    .where('batch', '=', batch)
    .orderBy('reference')
    .execute()
  return bytesOf(
    writeTable({
      name: '发放清单',
      columns: [
        { label: '支付编号', kind: 'text', width: 18, value: (row) => row.reference },
        { label: '户号', kind: 'text', width: 18, value: (row) => row.account_number },
        { label: '户名', kind: 'text', value: (row) => row.payee },
        { label: '金额(元)', kind: 'fen', value: (row) => row.amount_fen },
        { label: '结果', kind: 'text', value: () => '' },
        { label: '失败原因', kind: 'text', width: 24, value: () => '' },
      ],
      rows,
      // The file of a batch that was frozen is the same to the byte, whatever printed sheets have come to show.
      numbered: false,
    }),
  )
}
