import pg from 'pg'
import { expect, test } from 'vitest'
import { aDatabase } from './database.ts'

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

test('each database is migrated and its own', async () => {
  const [one, other] = await Promise.all([aDatabase(), aDatabase()])
  const migrations = (url: string) =>
    ask(url, async (client) => Number((await client.query('select count(*) from migration')).rows[0].count))
  expect(await migrations(one.url)).toBeGreaterThan(0)

  await ask(one.url, (client) => client.query('delete from migration'))
  expect(await migrations(one.url)).toBe(0)
  expect(await migrations(other.url)).toBeGreaterThan(0)

  await one.drop()
  await other.drop()
  await expect(ask(one.url, (client) => client.query('select 1'))).rejects.toMatchObject({ code: '3D000' })
})

test('a database is dropped though somebody still uses it', async () => {
  const { url, drop } = await aDatabase()
  const client = new pg.Client({ connectionString: url })
  const thrownOut = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await drop()
  expect(await thrownOut).toBeInstanceOf(Error)
})

test('the server is 15 or newer, sorts Chinese by ICU and keeps UTF-8', async () => {
  const { url, drop } = await aDatabase()
  const answer = await ask(url, async (client) => ({
    version: Number((await client.query('show server_version_num')).rows[0].server_version_num),
    encoding: (await client.query('show server_encoding')).rows[0].server_encoding as string,
    names: (
      await client.query(
        `select name from (values ('张'), ('安'), ('李')) as people (name) order by name collate "zh-x-icu"`,
      )
    ).rows.map((row) => row.name as string),
  }))
  expect(answer.version).toBeGreaterThanOrEqual(150000)
  expect(answer.encoding).toBe('UTF8')
  expect(answer.names).toEqual(['安', '李', '张'])
  await drop()
})
