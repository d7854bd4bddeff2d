import { type BenchCounty, county } from './county.ts'

/**
 * Copies the homes of the register, with keys of their own, until there are `count`: the same villages, names and
 * answers, many times as many families. Indexes are made anew afterwards, as after any large load.
 */
export async function growTo({ program, settle }: BenchCounty, count: number): Promise<void> {
  const { pool } = program.database
  const { rows: columns } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute
      where attrelid = 'home'::regclass and attnum > 0 and not attisdropped order by attnum`,
  )
  const { rows: indexes } = await pool.query<{ name: string; made: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
      where i.indrelid = 'home'::regclass
        and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
  )
  const [{ homes = 0 } = {}] = (await pool.query<{ homes: number }>('select count(*) as homes from home'))
    .rows
  const fresh: Record<string, string> = {
    id: 'gen_random_uuid()',
    sequence: 'h.sequence + 1000 * n',
    id_number_index: 'substring(sha256(h.id_number_index || int4send(n)) for 16)',
    account_number: "overlay(h.account_number placing lpad((n % 1000)::text, 3, '0') from 5)",
    title_index: "h.title_index || '-' || n",
    import: 'null',
    import_row: 'null',
  }
  for (const { name } of indexes) await pool.query(`drop index ${name}`)
  await pool.query(
    `insert into home (${columns.map(({ name }) => name).join(', ')})
     select ${columns.map(({ name }) => fresh[name] ?? `h.${name}`).join(', ')}
       from generate_series(1, $2) n cross join home h where h.county = $1
      limit $3`,
    [county, Math.ceil(count / homes), count - homes],
  )
  for (const { made } of indexes) await pool.query(made)
  await pool.query('analyze home')
  await settle()
}
