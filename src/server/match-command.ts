import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { CsvError, parse } from 'csv-parse/sync'
import pg from 'pg'
import { startEmbedded } from '../kernel/database/embedded.ts'
import { matchRecords } from '../kernel/matching/match.ts'
import type { MatchRecord } from '../kernel/matching/records.ts'
import { type Said, speaker } from '../kernel/words/words.ts'
import { BadMap, type ColumnMap, readColumnMap } from './match-map.ts'
import { matchWords } from './match-words.ts'

const say = speaker(matchWords)

export interface MatchSurroundings {
  env: Readonly<Record<string, string | undefined>>
  /** One line for people. */
  print(line: string): void
  /** What is going on right now, replaced by the next; empty at the end. */
  progress(line: string): void
}

class CannotMatch extends Error {
  readonly said: Said
  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

/** `npm run match`: answers the exit code, 0 done, 2 could not compare. */
export async function runMatch(args: readonly string[], around: MatchSurroundings): Promise<0 | 2> {
  try {
    await match(args, around)
    return 0
  } catch (error) {
    around.progress('')
    const why = error instanceof Error ? error.message : String(error)
    const said =
      error instanceof CannotMatch || error instanceof BadMap ? error.said : say('match.failed', { why })
    around.print(`${said.zh}\n${said.en}`)
    return 2
  }
}

async function match(args: readonly string[], around: MatchSurroundings): Promise<void> {
  const began = Date.now()
  const { values, positionals } = readArguments(args)
  if (values.help) return around.print(`${say('match.usage').zh}\n\n${say('match.usage').en}`)
  const [first, second] = positionals
  if (!first || !values.map || !values.out || positionals.length > 2)
    throw new CannotMatch(withUsage('match.needed'))
  const atLeast = Number(values['at-least'] ?? 0.5)
  if (!(atLeast > 0 && atLeast < 1)) throw new CannotMatch(say('match.bad-number'))

  const map = readColumnMap(await readText(values.map), values.map, say)
  const files = [await readRecords(first, map, 0), ...(second ? [await readRecords(second, map, 1)] : [])]
  const records = files.flatMap((file) => file.records)
  const ids = files.flatMap((file) => file.ids)
  if (records.length < 2) throw new CannotMatch(say('match.too-few'))
  around.progress(say('match.comparing', { records: records.length }).zh)

  const { model, pairs } = await withDatabase(around, (client) =>
    matchRecords(client, map.fields, records, {
      question: map.question,
      between: second !== undefined,
      atLeast,
    }),
  )
  const lines = pairs.map(
    ({ left, right, score }) => `${cell(ids[left])},${cell(ids[right])},${score.toFixed(6)}\n`,
  )
  await writeFile(values.out, `left,right,score\n${lines.join('')}`)
  if (values.model) await writeFile(values.model, `${JSON.stringify(model, undefined, 2)}\n`)
  around.progress('')
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  const done = say('match.done', { records: records.length, pairs: pairs.length, seconds })
  around.print(`${done.zh}\n${done.en}`)
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        map: { type: 'string' },
        out: { type: 'string' },
        model: { type: 'string' },
        'at-least': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const usage = say('match.usage')
    throw new CannotMatch({ zh: `${(error as Error).message}\n${usage.zh}`, en: usage.en })
  }
}

function withUsage(key: string): Said {
  const [why, usage] = [say(key), say('match.usage')]
  return { zh: `${why.zh}\n${usage.zh}`, en: `${why.en}\n${usage.en}` }
}

/** UTF-8, or GB 18030 where the bytes are none: what Chinese spreadsheets write. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CannotMatch(say('match.no-file', { file, why: (error as Error).message }))
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function readRecords(
  file: string,
  map: ColumnMap,
  side: 0 | 1,
): Promise<{ ids: string[]; records: MatchRecord[] }> {
  const rows = parseCsv(await readText(file), file)
  const header = (rows[0] ?? []).map((name) => name.trim())
  const placeOf = (column: string) => {
    const place = header.indexOf(column.trim())
    if (place < 0) throw new CannotMatch(say('match.no-column', { file, column, columns: header.join(', ') }))
    return place
  }
  const idPlace = placeOf(map.id)
  const places = map.fields.map(({ name }) => placeOf(name))
  const seen = new Map<string, number>()
  const ids: string[] = []
  const records: MatchRecord[] = []
  for (const [at, row] of rows.entries()) {
    if (at === 0) continue
    const id = row[idPlace]?.trim() ?? ''
    if (id === '') throw new CannotMatch(say('match.no-id', { file, row: at + 1, column: map.id }))
    const before = seen.get(id)
    if (before !== undefined)
      throw new CannotMatch(say('match.same-id', { file, row: at + 1, id, first: before }))
    seen.set(id, at + 1)
    ids.push(id)
    records.push({ side, texts: places.map((place) => row[place] ?? '') })
  }
  return { ids, records }
}

function parseCsv(text: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CannotMatch(
      say('match.not-csv', {
        file,
        line: Number((error as { lines?: number }).lines ?? 0),
        why: error.message,
      }),
    )
  }
}

/** Runs on the named database, or on one of its own that is gone afterwards; either way in temporary tables only. */
async function withDatabase<T>(
  around: MatchSurroundings,
  run: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if (around.env.DATABASE_URL) return connected(around.env.DATABASE_URL, run)
  const folder = await mkdtemp(path.join(tmpdir(), 'qingnuan-match-'))
  try {
    const embedded = await startEmbedded({ dataFolder: folder, onNote: (text) => around.progress(text) })
    try {
      return await connected(embedded.url, run)
    } finally {
      await embedded.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('create extension if not exists fuzzystrmatch')
    await client.query('create extension if not exists pg_trgm')
    return await run(client)
  } finally {
    await client.end()
  }
}

const cell = (text: string | undefined) =>
  text !== undefined && /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : (text ?? '')
