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

async function matched(left: readonly InventedRow[], right: readonly InventedRow[], question: Question) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const records = [...left, ...right].map((row, at) => ({
      side: at < left.length ? (0 as const) : (1 as const),
      texts: kinds.map(([name]) => row[name]),
    }))
    const between = right.length > 0
    return await matchRecords(client, fields, records, { question, between, atLeast: 0.05 })
  } finally {
    await client.end()
  }
}

async function measured(
  left: readonly InventedRow[],
  right: readonly InventedRow[],
  question: Question,
  truth: 'person' | 'dwelling',
) {
  const all = [...left, ...right]
  const between = right.length > 0
  const { pairs } = await matched(left, right, question)
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
}

describe('two records with a name and a village in common and nothing else', () => {
  const alone = (row: InventedRow, name: string, at: number): InventedRow => ({
    ...row,
    name,
    idNumber: '',
    telephone: '',
    address: '',
    account: '',
    title: '',
    person: -at,
    dwelling: -at,
  })
  const names = ['王建国', '欧阳晓晨']

  it.each([40, 300, 3000])('are never certain among %i: people share names', async (count) => {
    const { rows, earlier } = inventRegister(count, 7)
    const [first] = rows
    if (!first) throw new Error('no rows')
    const [one, two] = [1, 2].map((side) =>
      names.map((name, at) => alone(first, name, side * names.length + at)),
    )
    for (const question of ['person', 'dwelling'] as const) {
      expect(await scoresOf([...rows, ...(one ?? []), ...(two ?? [])], [], question)).toHaveLength(2)
      expect(await scoresOf([...rows, ...(one ?? [])], [...earlier, ...(two ?? [])], question)).toHaveLength(
        2,
      )
    }

    /** The scores of the pairs alone; each is worth a look, and none is beyond it. */
    async function scoresOf(left: InventedRow[], right: InventedRow[], question: Question) {
      const all = [...left, ...right]
      const { pairs } = await matched(left, right, question)
      const scores = pairs
        .filter((pair) => [pair.left, pair.right].every((at) => (all[at]?.person ?? 0) < 0))
        .map(({ score }) => score)
      for (const score of scores) expect(score).toBeLessThan(0.95)
      return scores
    }
  })
})

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
