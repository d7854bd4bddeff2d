import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type InventedRow, inventRegister } from '../../../tests/matching/invent-register.ts'
import { aDatabase } from '../../../tests/support/database.ts'
import { matchRecords } from './match.ts'
import type { FieldKind, MatchField, Question } from './model.ts'

let url: string
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await aDatabase()
  url = made.url
  drop = made.drop
})
afterAll(() => drop())

type Column = 'name' | 'idNumber' | 'telephone' | 'village' | 'address' | 'account' | 'title'
const kinds: readonly [Column, FieldKind][] = [
  ['name', 'chinese-name'],
  ['idNumber', 'id-number'],
  ['telephone', 'telephone'],
  ['village', 'area'],
  ['address', 'address'],
  ['account', 'number'],
  ['title', 'number'],
]
const fields: MatchField[] = kinds.map(([name, kind], at) => ({ name, kind, key: `f${at}` }))

async function measured(
  left: readonly InventedRow[],
  right: readonly InventedRow[],
  question: Question,
  truth: 'person' | 'dwelling',
) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const all = [...left, ...right]
    const records = all.map((row, at) => ({
      side: at < left.length ? (0 as const) : (1 as const),
      texts: kinds.map(([name]) => row[name]),
    }))
    const between = right.length > 0
    const { pairs } = await matchRecords(client, fields, records, { question, between, atLeast: 0.05 })
    const found = pairs.filter(({ score }) => score >= 0.95)
    const right_ = found.filter((pair) => all[pair.left]?.[truth] === all[pair.right]?.[truth]).length
    const seen = new Map<number, [number, number]>()
    for (const [at, row] of all.entries()) {
      const [one, two] = seen.get(row[truth]) ?? [0, 0]
      seen.set(row[truth], at < left.length ? [one + 1, two] : [one, two + 1])
    }
    let wanted = 0
    for (const [one, two] of seen.values()) wanted += between ? one * two : (one * (one - 1)) / 2
    return {
      precision: right_ / found.length,
      recall: right_ / wanted,
      doubtful: pairs.length - found.length,
    }
  } finally {
    await client.end()
  }
}

describe('an invented register with known truth', () => {
  const { rows, earlier } = inventRegister(8000, 11)

  it('is searched for people entered twice', async () => {
    const { precision, recall, doubtful } = await measured(rows, [], 'person', 'person')
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.97)
    expect(doubtful).toBeLessThanOrEqual(32)
  })
  it('is searched for houses claimed twice', async () => {
    const { precision, recall } = await measured(rows, [], 'dwelling', 'dwelling')
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.96)
  })
  it('is compared with the list of an earlier year', async () => {
    const { precision, recall } = await measured(rows, earlier, 'person', 'person')
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.97)
  })
})
