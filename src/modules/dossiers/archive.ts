import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { QueryContext } from '../../kernel/act/define.ts'
import { type Archive, openArchive } from '../../kernel/archive/open-archive.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { EvidenceDamaged, EvidenceMissing } from '../../kernel/evidence/store.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { withDrawer } from './pdf/drawer.ts'
import { gatherHome, type GatheredHome, listHomes, type OriginalFile, withPictures } from './gather.ts'
import { completeness } from './rules/papers.ts'

const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

interface IndexRow {
  sequence: number
  householder: string
  present: number
  due: number
  folder: string
  files: number
  lost: number
}

const indexColumns: TableColumn<IndexRow>[] = [
  { label: '序号', kind: 'number', width: 8, value: (row) => row.sequence },
  { label: '户主', kind: 'text', width: 14, value: (row) => row.householder },
  { label: '已有', kind: 'number', width: 8, value: (row) => row.present },
  { label: '应有', kind: 'number', width: 8, value: (row) => row.due },
  { label: '文件夹', kind: 'text', width: 24, value: (row) => row.folder },
  { label: '原件', kind: 'number', width: 8, value: (row) => row.files },
  { label: '未能取出的原件', kind: 'number', width: 16, value: (row) => row.lost },
]

/**
 * A village's dossiers as one archive, spooled to disk home after home: a document a home, the files by paper, an
 * index and the SHA-256 of each file as `sha256sum --check` reads it. Answers where it lies, alone in its folder, and
 * which village it is; undefined where no home of it is seen.
 */
export async function spoolVillage(
  db: ReadDb,
  context: QueryContext,
  village: string,
): Promise<{ spooled: string; name: string } | undefined> {
  const homes = await listHomes(db, context, { village })
  const [first] = homes
  if (!first) return undefined
  const folder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-dossiers-'))
  const spooled = path.join(folder, 'dossiers.zip')
  try {
    const archive = openArchive(spooled, context.now)
    const index: IndexRow[] = []
    const lost: string[] = []
    await withDrawer(async (draw) => {
      for (const [at, row] of homes.entries()) {
        context.progress(at / homes.length, `${at} / ${homes.length}`)
        const home = await gatherHome(db, context, row)
        const name = `${String(row.sequence).padStart(4, '0')}_${plainName(row.householder)}`
        await archive.put(`${name}/一户一档.pdf`, await draw(await withPictures(home, context)))
        const missing = await putOriginals(archive, name, home, context)
        lost.push(...missing)
        index.push({
          ...row,
          ...completeness(row),
          folder: name,
          files: home.files.length - missing.length,
          lost: missing.length,
        })
      }
    })
    const pieces: Buffer[] = []
    for await (const piece of writeTable({ name: '索引', columns: indexColumns, rows: index }))
      pieces.push(piece as Buffer)
    await archive.put('索引.xlsx', Buffer.concat(pieces))
    if (lost.length > 0) await archive.put('未能取出的原件.txt', Buffer.from(`${lost.join('\n')}\n`))
    await archive.close()
    return { spooled, name: first.villageName }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** The files of a home by paper; those that are gone or damaged are told, and the others go on. */
async function putOriginals(
  archive: Archive,
  folder: string,
  { files }: GatheredHome,
  { store }: QueryContext,
): Promise<string[]> {
  const lost: string[] = []
  for (const [at, file] of files.entries()) {
    const name = `${folder}/${nameOf(file, at + 1)}`
    try {
      await archive.put(name, await store.read(file.digest))
    } catch (error) {
      if (!(error instanceof EvidenceMissing || error instanceof EvidenceDamaged)) throw error
      lost.push(`${file.digest}  ${name}`)
    }
  }
  return lost
}

const nameOf = ({ paper, label, digest, mediaType }: OriginalFile, number: number): string =>
  `${String(paper + 1).padStart(2, '0')}_${plainName(label)}/` +
  `${String(number).padStart(3, '0')}_${digest.slice(0, 8)}.${endings[mediaType] ?? 'bin'}`

/** Without what file systems take amiss. */
const plainName = (text: string): string => text.replace(/[\\/:*?"<>|\s.]+/g, '_')
