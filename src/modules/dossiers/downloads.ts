import { defineDownload } from '../../kernel/act/define.ts'
import { NotFound } from '../../kernel/act/not-found.ts'
import { wordType, writtenDocument } from '../../kernel/documents/document.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { speaker } from '../../kernel/words/words.ts'
import { spoolVillage } from './archive.ts'
import { FilterDossiers, HomeOnly, VillageOnly } from './model.ts'
import { withDrawer } from './pdf/drawer.ts'
import { gatherHome, listHomes, withPictures } from './gather.ts'
import { homeReport } from './report/gather-home.ts'
import { villageReport } from './report/gather-village.ts'
import { dossierRows } from './queries/list.ts'
import { words } from './words.ts'

const mostRows = 30_000
const say = speaker(words)

type Row = Awaited<ReturnType<typeof dossierRows>>[number]

/** Every home of a filter with each paper's state, as the county hands it round. */
const dossierExport = defineDownload({
  name: 'dossier.export',
  input: FilterDossiers,
  permission: 'register.read',
  run: async (db, filter, context) => {
    const rows = await dossierRows(db, filter, context, mostRows, 0)
    const columns: TableColumn<Row>[] = [
      { label: '镇街', kind: 'text', width: 14, value: (row) => row.townName },
      { label: '村居', kind: 'text', width: 16, value: (row) => row.villageName },
      { label: '序号', kind: 'number', width: 8, value: (row) => row.sequence },
      { label: '户主', kind: 'text', width: 12, value: (row) => row.householder },
      { label: '已齐', kind: 'number', width: 8, value: (row) => row.present },
      { label: '应有', kind: 'number', width: 8, value: (row) => row.due },
      ...context.pack.dossier.map(
        ({ label }, i): TableColumn<Row> => ({
          label: label.zh,
          kind: 'text',
          width: 14,
          value: (row) => say(`dossier.state.${row.states[i] ?? 'later'}`).zh,
        }),
      ),
    ]
    const pieces: Buffer[] = []
    for await (const piece of writeTable({ name: '一户一档', columns, rows })) pieces.push(piece as Buffer)
    return {
      fileName: `一户一档_${context.today}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: Buffer.concat(pieces),
    }
  },
})

/** One home's dossier as a document to print or hand over. */
const dossierPdf = defineDownload({
  name: 'dossier.pdf',
  input: HomeOnly,
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const [row] = await listHomes(db, context, { home })
    if (!row) throw new NotFound()
    const sheets = await withPictures(await gatherHome(db, context, row), context)
    return {
      fileName: `一户一档_${row.villageName}_${row.sequence}_${row.householder}.pdf`,
      mediaType: 'application/pdf',
      body: await withDrawer((draw) => draw(sheets)),
    }
  },
})

/** One village's dossiers for handover. */
const dossierArchive = defineDownload({
  name: 'dossier.archive',
  input: VillageOnly,
  permission: 'register.read',
  run: async (db, { village }, context) => {
    const made = await spoolVillage(db, context, village)
    if (!made) throw new NotFound()
    return {
      fileName: `一户一档_${made.name}_${context.today}.zip`,
      mediaType: 'application/zip',
      body: new Uint8Array(),
      spooled: made.spooled,
    }
  },
})

/** 单户验收报告 (§3.3.4), as a Word document to be signed. */
const reportHome = defineDownload({
  name: 'report.home',
  input: HomeOnly,
  permission: 'register.read',
  run: async (db, { home }, context) => {
    const [row] = await listHomes(db, context, { home })
    if (!row) throw new NotFound()
    return {
      fileName: `验收报告_${row.villageName}_${row.sequence}_${row.householder}.docx`,
      mediaType: wordType,
      body: await writtenDocument(await homeReport(db, context, row)),
    }
  },
})

/** 村级验收报告 (§3.3.4): every home the contractor was given. */
const reportVillage = defineDownload({
  name: 'report.village',
  input: VillageOnly,
  permission: 'register.read',
  run: async (db, { village }, context) => {
    const sheets = await villageReport(db, context, village)
    if (!sheets) throw new NotFound()
    return {
      fileName: `验收报告_${sheets.where}_${context.today}.docx`,
      mediaType: wordType,
      body: await writtenDocument(sheets),
    }
  },
})

export const downloads = [dossierExport, dossierPdf, dossierArchive, reportHome, reportVillage] as const
