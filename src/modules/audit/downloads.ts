import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { openArchive } from '../../kernel/archive/open-archive.ts'
import { defineDownload, type QueryContext } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { proveSubjects } from '../../kernel/log/prove.ts'
import { type TableColumn, writeTable } from '../../kernel/sheets/write-table.ts'
import { speaker } from '../../kernel/words/words.ts'
import { registerWords } from '../households/words/register.ts'
import { checkIds, FindChecked } from './model.ts'
import { type CheckedHome, checkedHomes } from './queries/checks.ts'
import { sampleInFull } from './queries/samples.ts'
import { requireWholeCounty } from '../../kernel/act/whole-county.ts'
import { words } from './words.ts'

const mostRows = 100_000
/** Proofs are made in memory, by one reading of the log. */
const mostProofs = 500

const speak = speaker(words, registerWords)
const say = (key: string, values?: Record<string, unknown>) => speak(key, values).zh

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function bytesOf<Row>(
  name: string,
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of writeTable({ name, columns, rows })) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

interface Placed {
  townName: string
  villageName: string
  sequence: number
  householder: string
  stage: string
  ended: string | null
}

const placedColumns: TableColumn<Placed>[] = [
  { label: say('audit.column.town'), kind: 'text', width: 14, value: (row) => row.townName },
  { label: say('audit.column.village'), kind: 'text', width: 16, value: (row) => row.villageName },
  { label: say('audit.column.sequence'), kind: 'number', width: 8, value: (row) => row.sequence },
  { label: say('audit.column.householder'), kind: 'text', width: 12, value: (row) => row.householder },
  {
    label: say('audit.column.stage'),
    kind: 'text',
    width: 12,
    value: (row) => say(`stage.${row.ended ?? row.stage}`),
  },
]

const checkedColumns = (check: (typeof checkIds)[number]): TableColumn<CheckedHome>[] => [
  ...placedColumns,
  { label: say('audit.column.fen'), kind: 'fen', width: 14, value: (row) => row.fen },
  {
    label: say('audit.column.told'),
    kind: 'text',
    width: 50,
    value: (row) => say(`audit.told.${check}`, row.told),
  },
]

/** The homes a check finds, all of them. */
export const auditExport = defineDownload({
  name: 'audit.export',
  input: FindChecked,
  permission: 'audit.read',
  run: async (db, { page: _, ...asked }, context) => {
    requireWholeCounty(context)
    const { rows } = await checkedHomes(db, context, asked, { limit: mostRows, offset: 0 })
    return {
      fileName: `${say('audit.title')}_${say(`audit.check.${asked.check}`)}_${context.today}.xlsx`,
      mediaType: workbook,
      body: await bytesOf(say('audit.title'), checkedColumns(asked.check), rows),
    }
  },
})

/** What is taken along: the list, and of each home every act with its proof, to be checked elsewhere with the public key alone. */
export const auditWorkingSet = defineDownload({
  name: 'audit.working-set',
  input: z.union([
    z.strictObject({ sample: z.uuid() }),
    z.strictObject({ check: z.enum(checkIds), town: FindChecked.shape.town }),
  ]),
  permission: 'audit.read',
  oneAtATime: true,
  run: async (db, asked, context) => {
    requireWholeCounty(context)
    const { name, list, homes } = await listOf(db, context, asked)
    const proven = homes.slice(0, mostProofs)
    const folder = await mkdtemp(path.join(os.tmpdir(), 'qingnuan-audit-'))
    const spooled = path.join(folder, 'working-set.zip')
    try {
      const proofs = await proveSubjects(db, context.county, 'home', proven)
      const archive = openArchive(spooled, context.now)
      await archive.put(
        `${say('audit.set.read-me')}.txt`,
        Buffer.from(
          say(proven.length < homes.length ? 'audit.set.how-some' : 'audit.set.how', {
            name,
            day: context.today,
            homes: homes.length,
            proofs: proven.length,
          }),
        ),
      )
      await archive.put(`${say('audit.set.list')}.xlsx`, list)
      for (const proof of proofs)
        await archive.put(
          `${say('audit.set.proofs')}/${proof.subject.id}.json`,
          Buffer.from(JSON.stringify(proof)),
          { compress: true },
        )
      await archive.close()
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    return {
      fileName: `${say('audit.set')}_${name}_${context.today}.zip`,
      mediaType: 'application/zip',
      body: new Uint8Array(),
      spooled,
    }
  },
})

async function listOf(
  db: ReadDb,
  context: QueryContext,
  asked: { sample: string } | { check: (typeof checkIds)[number]; town?: string | undefined },
): Promise<{ name: string; list: Buffer; homes: string[] }> {
  if ('check' in asked) {
    const { rows } = await checkedHomes(db, context, asked, { limit: mostRows, offset: 0 })
    const columns = [idColumn<CheckedHome>(), ...checkedColumns(asked.check)]
    return {
      name: say(`audit.check.${asked.check}`),
      list: await bytesOf(say('audit.set.list'), columns, rows),
      homes: rows.map(({ home }) => home),
    }
  }
  const sample = await sampleInFull(db, context, asked.sample)
  type Drawn = (typeof sample.drawn)[number]
  const columns: TableColumn<Drawn>[] = [
    { label: say('audit.column.place'), kind: 'number', width: 8, value: (row) => row.place },
    idColumn<Drawn>(),
    ...placedColumns,
    { label: say('audit.column.address'), kind: 'text', width: 24, value: (row) => row.address },
    {
      label: say('audit.column.answer'),
      kind: 'text',
      width: 12,
      value: (row) => say(`audit.answer.${row.answer ?? 'open'}`),
    },
    { label: say('audit.column.note'), kind: 'text', width: 40, value: (row) => row.note },
    { label: say('audit.column.examined-on'), kind: 'day', width: 12, value: (row) => row.examinedOn },
    { label: say('audit.column.examined-by'), kind: 'text', width: 12, value: (row) => row.examinedBy },
  ]
  return {
    name: say('audit.sample.title', { number: sample.number }),
    list: await bytesOf(say('audit.set.list'), columns, sample.drawn),
    homes: sample.drawn.map(({ home }) => home),
  }
}

/** By it a row of the list finds its proof. */
const idColumn = <Row extends { home: string }>(): TableColumn<Row> => ({
  label: say('audit.column.id'),
  kind: 'text',
  width: 38,
  value: (row) => row.home,
})
