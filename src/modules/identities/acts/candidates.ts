import { sharedTable, shares } from '../../../kernel/matching/candidates.ts'
import { type RunSql, writePairs } from '../../../kernel/matching/match.ts'
import { area, identityFields } from '../rules/fields.ts'

/** What two records must share to be compared. Each is served by an index of `identity`. */
const sharedColumns: readonly (readonly string[])[] = [
  ['id_number'],
  ['account'],
  ['title'],
  ['id_number_ends', 'name_sound'],
  ['id_number_birth', 'name_sound'],
  ['name_sound', 'village'],
  ['village', 'address_last'],
  ['telephone'],
]

/**
 * What more records share than this joins nobody: a clerk's telephone for a whole village, one list pasted a hundred
 * times. The keys two homes have exactly are told by the register itself (`home.duplicates`), however many there are.
 */
const mostSharing = 60

/** A misread number of an older list, by what it may have been; an index finds the home that has it. */
const repaired = 'l.id_number = any(r.id_number_repairs)'

/**
 * Lays out all records, homes as side 0 and lines of earlier years' lists as side 1, in the temporary table
 * `match_record` and the candidates among them, with their levels, in `match_candidate`.
 */
export async function layOut(run: RunSql, county: number, between: boolean): Promise<void> {
  await run(
    `create temporary table match_record as
       select (row_number() over ())::int as id, uuid_hash_extended(id, 0) as draw,
              (case list when 'home' then 0 else 1 end)::smallint as side, id as key, line,
              name, name_sound, id_number, id_number_ends, id_number_birth, id_number_repairs, telephone, village,
              address, address_numbers, address_last, account, title
         from identity where county = ${Math.trunc(county)} ${between ? '' : "and list = 'home'"}`,
  )
  await run('alter table match_record add primary key (id)')
  if (between) await run('create index on match_record (id_number)')
  await run('analyze match_record')
  const passes = sharedColumns.map((columns) => ({ columns, atMost: mostSharing }))
  await writePairs(run, identityFields, between ? [...passes, { when: repaired }] : passes, {
    between,
    area,
    beside: besideOf('key'),
  })
}

/** What is kept of a pair beside its levels, `key` being the column of their ids. */
export const besideOf = (key: string): string =>
  `l.${key} as first, r.${key} as second, l.name_sound as name_sound, l.line as line, coalesce(l.line = r.line, false) as one_line,
   coalesce(l.village = r.village and l.address_numbers = r.address_numbers, false) as same_house`

/** Drops what `layOut` and the counts of what records share have laid down. */
export async function clearAway(run: RunSql): Promise<void> {
  const shared = [...sharedColumns, ...identityFields.map(({ key }) => [key])].map(sharedTable)
  await run(`drop table if exists ${[...new Set(shared), 'match_candidate', 'match_record'].join(', ')}`)
}

/**
 * SQL for the pairs, as ids `l` and `r`, that the homes of the array `homes` make with other homes, or with lines of
 * earlier years' lists.
 */
export function candidatesOf(homes: string, county: number, between: boolean): string {
  // Two of the given homes are met twice, once from either side.
  const once = between
    ? "l.line = 'heating'"
    : `l.line = r.line and l.id <> r.id and (l.id < r.id or r.id <> all(${homes}))`
  const left = recordsOf('home', county, homes)
  return joinedBy(left, recordsOf(between ? 'earlier' : 'home', county), { county, once, between })
}

/** The same for the lines of the array `lines` with all homes. */
export const candidatesOfLines = (lines: string, county: number): string =>
  joinedBy(recordsOf('home', county), recordsOf('earlier', county, lines), {
    county,
    once: "l.line = 'heating'",
    between: true,
  })

const recordsOf = (list: 'home' | 'earlier', county: number, ids?: string): string =>
  `(select * from identity where county = ${Math.trunc(county)} and list = '${list}'${ids ? ` and id = any(${ids})` : ''})`

function joinedBy(
  left: string,
  right: string,
  { county, once, between }: { county: number; once: string; between: boolean },
): string {
  const crowded = (columns: readonly string[]) =>
    `((select count(*) from (select 1 from identity x where x.county = ${Math.trunc(county)}
         and ${columns.map((column) => `x.${column} = l.${column}`).join(' and ')} limit ${mostSharing + 1}) x)
      > ${mostSharing})`
  const joined = [
    ...sharedColumns.map(
      (columns) => `${columns.map(shares).join(' and ')} where ${once} and not ${crowded(columns)}`,
    ),
    ...(between ? [`${repaired} where ${once}`] : []),
  ]
  return joined
    .map((on) => `select l.id as l, r.id as r from ${left} l join ${right} r on ${on}`)
    .join(' union ')
}
