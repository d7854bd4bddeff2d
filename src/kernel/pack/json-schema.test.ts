import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { publishedSchemas } from './json-schema.ts'

const folder = path.resolve(import.meta.dirname, '../../../packs/schema')

/** After a change of schema.ts: `npx vitest run src/kernel/pack/json-schema.test.ts -u` writes them anew. */
test.each(Object.entries(publishedSchemas()))('packs/schema/%s is up to date', async (name, schema) => {
  const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 })
  await expect(text).toMatchFileSnapshot(path.join(folder, name))
})

test('there are no other schemas', async () => {
  expect((await readdir(folder)).sort()).toEqual(Object.keys(publishedSchemas()).sort())
})
