import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { SamplingOnly } from './model.ts'
import { concerned, type ConcernedRow } from './queries/samplings.ts'

const mostRows = 100_000

/** The homes a batch concerns, for whoever has to go there (§A.6). */
const samplingExport = defineDownload({
  name: 'sampling.export',
  input: SamplingOnly,
  permission: 'register.read',
  run: async (db, { sampling }, context) => {
    const known = await db
      .selectFrom('sampling')
      .select('number')
      .where('county', '=', context.county)
      .where('id', '=', sampling)
      .executeTakeFirst()
    if (!known) throw new NotFound()
    const rows = await concerned(db, context, sampling, mostRows, 0)
    const pieces: Buffer[] = []
    for await (const piece of writeTable({ name: '涉及户', columns, rows })) pieces.push(piece as Buffer)
    return {
      fileName: `抽检${known.number}号涉及户_${context.today}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: Buffer.concat(pieces),
    }
  },
})

const columns: TableColumn<ConcernedRow>[] = [
  { label: '镇街', kind: 'text', width: 14, value: (row) => row.townName },
  { label: '村居', kind: 'text', width: 16, value: (row) => row.villageName },
  { label: '序号', kind: 'number', width: 8, value: (row) => row.sequence },
  { label: '户主', kind: 'text', width: 12, value: (row) => row.householder },
  { label: '房屋地址', kind: 'text', width: 28, value: (row) => row.address },
  { label: '序列号', kind: 'text', width: 20, value: (row) => row.serial },
  { label: '安装日期', kind: 'day', width: 12, value: (row) => row.installedOn },
]

export const downloads = [samplingExport] as const
