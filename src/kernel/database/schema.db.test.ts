import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from '../../../tests/support/database.ts'
import { sharedTables } from './shared-tables.ts'

let database: Awaited<ReturnType<typeof aDatabase>>
let client: pg.Client
beforeAll(async () => {
  database = await aDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const list = async (text: string): Promise<string[]> => (await client.query(text)).rows.map((row) => row.name)
const shared = sharedTables.map((name) => `'${name}'`).join(', ')

describe('the schema', () => {
  it('has tables of counties to look at', async () => {
    expect(
      (await list("select tablename as name from pg_tables where schemaname = 'public'")).length,
    ).toBeGreaterThan(40)
  })

  it('gives every table of a county a county, never null, in its primary key', async () => {
    expect(
      await list(`
        select c.relname as name from pg_class c
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in (${shared})
           and not exists (
             select 1 from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
              where k.conrelid = c.oid and k.contype = 'p' and a.attname = 'county' and a.attnotnull)`),
    ).toEqual([])
  })

  it('has the county in every unique key, and first', async () => {
    expect(
      await list(`
        select c.relname || '.' || i.relname as name from pg_index x
          join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
         where x.indisunique and c.relnamespace = 'public'::regnamespace and c.relname not in (${shared})
           and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]) <> 'county'`),
    ).toEqual([])
  })

  it('has the county in every reference between tables of a county', async () => {
    expect(
      await list(`
        select k.conrelid::regclass || '.' || k.conname as name from pg_constraint k
          join pg_class target on target.oid = k.confrelid
         where k.contype = 'f' and target.relname not in (${shared})
           and not exists (select 1 from pg_attribute a
                            where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = 'county')`),
    ).toEqual([])
  })

  it('fences every table of a county and works without triggers', async () => {
    expect(
      await list(`
        select c.relname as name from pg_class c
         where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname not in (${shared})
           and (not c.relrowsecurity or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`),
    ).toEqual([])
    expect(await list('select tgname as name from pg_trigger where not tgisinternal')).toEqual([])
  })

  it('lets nobody but its owner change or remove what the log holds', async () => {
    for (const table of [
      'act',
      'act_subject',
      'act_evidence',
      'log_leaf',
      'log_head',
      'log_key',
      'log_checkpoint',
    ])
      for (const right of ['update', 'delete', 'truncate']) {
        const { rows } = await client.query('select has_table_privilege($1, $2, $3) as may', [
          'qingnuan_app',
          table,
          right,
        ])
        expect(`${table} ${right} ${rows[0].may}`).toBe(`${table} ${right} false`)
      }
  })

  it('shows nothing without a county, and only that county with one', async () => {
    await client.query(
      "insert into county (id, code, name) values (7, '370683', '莱州市'), (8, '370681', '龙口市')",
    )
    for (const county of [7, 8])
      await client.query(
        "insert into area (county, code, level, name, kind, valid_from) values ($1, '370683000000', 'county', '县', 'urban', '2023-01-01')",
        [county],
      )
    await client.query('begin; set local role qingnuan_app')
    expect((await client.query('select * from area')).rows).toEqual([])
    await client.query("set local app.county = '7'")
    expect((await client.query('select county from area')).rows).toEqual([{ county: 7 }])
    await expect(
      client.query(
        "insert into area (county, code, level, name, kind, valid_from) values (8, '370681101000', 'town', '镇', 'rural', '2023-01-01')",
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await client.query('rollback')
  })
})
