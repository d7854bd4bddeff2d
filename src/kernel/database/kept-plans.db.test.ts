import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { openDatabase } from './database.ts'
import { keptStatement } from './kept-plans.ts'

it('a kept statement is written once, and asked with the values of each time', async () => {
  const made = await aDatabase()
  const database = openDatabase(made.url)
  let written = 0
  const ask = keptStatement<{ text: string }, [number, readonly string[]]>([false, true], (least, words) => {
    written += 1
    return sql`
      select word || ${'!'} as text from unnest(${[...words]}::text[]) word
       where length(word) >= ${least} and word <> all(${words}::text[] || ${'no'}::text) is not null`
  })
  try {
    const texts = await database.write(1, async (tx) => [
      await ask(tx, 2, ['a', 'bb', 'cccc']),
      await ask(tx, 4, ['dddd', 'e']),
      await ask(tx, 1, []),
    ])
    expect(texts).toEqual([[{ text: 'bb!' }, { text: 'cccc!' }], [{ text: 'dddd!' }], []])
    expect(written).toBe(1)
  } finally {
    await database.close()
    await made.drop()
  }
})
