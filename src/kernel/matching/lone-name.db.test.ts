import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { estimateModel, type Pattern } from './estimate.ts'
import type { FieldKind, MatchField } from './model.ts'
import { probabilityOf, raritySql, scoreSql } from './score.ts'

let client: pg.Client
let drop: () => Promise<void>
beforeAll(async () => {
  const made = await aDatabase()
  drop = made.drop
  client = new pg.Client(made.url)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await drop()
})

const kinds: FieldKind[] = ['chinese-name', 'id-number', 'telephone', 'area', 'address', 'number', 'number']
const fields: MatchField[] = kinds.map((kind, at) => ({ name: `n${at}`, kind, key: `f${at}` }))
const drawn = 120_000
const perVillage = 130

/** What a register of this size shows of itself: how many namesakes strangers have, and how many stand in it twice. */
function modelOf(records: number, namesakes: number, twice: number) {
  const allPairs = (records * (records - 1)) / 2
  const nearPairs = (records * (perVillage - 1)) / 2
  const same = Math.round(records * twice)
  const strangers = (near: boolean): Pattern[] => {
    const area = near ? 1 : 3
    const met = Math.round(drawn * namesakes)
    return [
      { near, levels: [6, 5, 3, area, 5, 4, 4], pairs: drawn - met },
      { near, levels: [1, 5, 3, area, 5, 4, 4], pairs: met },
    ]
  }
  const each = (share: number) => share * allPairs + same
  return estimateModel({
    question: 'person',
    fields,
    records,
    allPairs,
    nearPairs,
    candidates: [
      { near: true, levels: [1, 1, 1, 1, 1, 1, 1], pairs: same },
      { near: true, levels: [1, 5, 3, 1, 5, 4, 4], pairs: Math.round(namesakes * nearPairs) },
      { near: false, levels: [1, 5, 3, 3, 5, 4, 4], pairs: Math.round(namesakes * (allPairs - nearPairs)) },
    ],
    random: [...strangers(false), ...strangers(true)],
    agreeing: new Map(
      fields.map(({ name }, at) => [name, at === 0 ? each(namesakes) : at === 3 ? nearPairs : same]),
    ),
  })
}

/** The probability of two in one village who have a name in common that nobody else has, and nothing else. */
async function likely(model: ReturnType<typeof modelOf>, levels: readonly number[]) {
  const { plain, bits } = scoreSql(model, fields)
  const pair = `(select true as near, ${levels.map((level, at) => `${level} as g${at}`).join(', ')}) p`
  const rare = raritySql(model, fields, () => '2')
  const { rows } = await client.query<{ bits: number }>(
    `select (${bits})::float8 as bits from (select p.*, ${plain} as plain, ${rare} as rare from ${pair}) s`,
  )
  return probabilityOf(rows[0]?.bits ?? NaN)
}

it.each([1000, 30_000, 1_000_000, 10_000_000])(
  'a name that only two have is a question and no answer in a register of %i',
  async (records) => {
    for (const namesakes of [1 / 300, 1 / 3000, 1 / 20_000])
      for (const twice of [0.002, 0.02, 0.05]) {
        const model = modelOf(records, namesakes, twice)
        const said = `${records} ${namesakes.toFixed(5)} ${twice}`
        const lone = await likely(model, [1, 0, 0, 1, 0, 0, 0])
        expect(lone, said).toBeLessThan(0.95)
        // Its number agreeing too is beyond doubt.
        expect(await likely(model, [1, 1, 0, 1, 0, 0, 0]), said).toBeGreaterThan(0.99)
      }
  },
)
