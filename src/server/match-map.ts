import { type FieldKind, type MatchField, type Question, questions } from '../kernel/matching/model.ts'
import type { Said, Speaker } from '../kernel/words/words.ts'

/** What a file's columns hold: which one names the record, and how each of the others is compared. */
export interface ColumnMap {
  id: string
  fields: readonly MatchField[]
  question: Question
}

/** A map that cannot be used; the words say why. */
export class BadMap extends Error {
  readonly said: Said
  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

const kinds: Readonly<Record<string, FieldKind>> = {
  name: 'name',
  'pinyin-able-name': 'chinese-name',
  'pinyin-name': 'chinese-name',
  'chinese-name': 'chinese-name',
  'id-number': 'id-number',
  date: 'date',
  address: 'address',
  number: 'number',
  telephone: 'telephone',
  phone: 'telephone',
  area: 'area',
  text: 'text',
}
const told = [
  'name',
  'pinyin-able name',
  'id number',
  'date',
  'address',
  'number',
  'telephone',
  'area',
  'text',
]

/**
 * Reads a map of columns: `{ "id": …, "columns": { column: kind } }`. Columns may also be a list of
 * `{ "column", "kind" }`, or stand at the top beside the id. Throws `BadMap`.
 */
export function readColumnMap(text: string, file: string, say: Speaker): ColumnMap {
  const fail = (why: string | Said): never => {
    const [zh, en] = typeof why === 'string' ? [why, why] : [why.zh, why.en]
    throw new BadMap({
      zh: say('match.bad-map', { file, why: zh }).zh,
      en: say('match.bad-map', { file, why: en }).en,
    })
  }
  let map: unknown
  try {
    map = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return fail((error as Error).message)
  }
  if (!isObject(map)) return fail('{ "id": …, "columns": { … } }')
  const columns = columnsOf(map)
  const named = map.id ?? map.idColumn ?? map.id_column
  const id = typeof named === 'string' ? named : columns.find(([, kind]) => /^(id|key)$/i.test(kind))?.[0]
  if (id === undefined) return fail('"id"')
  const fields: MatchField[] = []
  for (const [name, said] of columns) {
    if (name === id) continue
    const kind =
      kinds[
        said
          .trim()
          .toLowerCase()
          .replace(/[\s_]+/g, '-')
      ]
    if (!kind) return fail(say('match.bad-kind', { column: name, kind: said, kinds: told.join(', ') }))
    fields.push({ name, kind, key: `f${fields.length}` })
  }
  if (fields.length === 0) return fail(say('match.no-columns'))
  const question = questions.find((one) => one === map.question)
  if (map.question !== undefined && !question) return fail(`"question": ${questions.join(' | ')}`)
  return { id, fields, question: question ?? 'person' }
}

function columnsOf(map: Record<string, unknown>): [column: string, kind: string][] {
  const columns = map.columns ?? map.fields ?? map.kinds
  if (Array.isArray(columns))
    return columns
      .filter(isObject)
      .map((one) => [String(one.column ?? one.name), String(one.kind ?? one.type)])
  const source = isObject(columns) ? columns : map
  return Object.entries(source)
    .filter(([name]) => source !== map || !['id', 'question'].includes(name))
    .map(([name, kind]) => [name, isObject(kind) ? String(kind.kind ?? kind.type) : String(kind)])
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
