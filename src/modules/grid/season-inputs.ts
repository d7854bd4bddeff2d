import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadDb } from '../../kernel/database/database.ts'
import type { Day } from '../../kernel/dates/day.ts'
import { breather } from '../../kernel/pace/breather.ts'
import type { SeasonState } from '../subsidies/public.ts'
import { latestWord } from './rules/latest-word.ts'
import { findingsOf, type VisitFound } from './visits.ts'
import { dayNumber, type MeterRow, minutesADay } from './rules/read-in.ts'
import type { Readings } from './rules/readings.ts'

/** What a season would be analysed on, without reading it: its files, and how many of its days are known. */
export interface SeasonFiles {
  seasons: string[]
  readingFiles: number
  temperatureFiles: number
  from: number
  to: number
  withoutTemperature: number
  temperatures: { days: number[]; celsius: number[] }
  /** What visits of this season have found. */
  findings: VisitFound[]
  /** SHA-256 over the digests of the files, in their order, and over what visits found. */
  digest: Buffer
}

/** The season before begins so many days earlier, give or take. */
const [yearAtLeast, yearAtMost] = [300, 430]

export async function seasonFiles(
  db: ReadDb,
  county: number,
  season: SeasonState,
  today: Day,
): Promise<SeasonFiles> {
  const { rows: seasons } = await sql<{ id: string }>`
    select id from season where county = ${county}
       and (id = ${season.id} or ${season.starts_on}::date - starts_on between ${yearAtLeast}::int and ${yearAtMost}::int)
     order by starts_on`.execute(db)
  const ids = seasons.map(({ id }) => id)
  const files = await db
    .selectFrom('meter_import as i')
    .innerJoin('season as s', (join) =>
      join.onRef('s.county', '=', 'i.county').onRef('s.id', '=', 'i.season'),
    )
    .select(['i.season', 'i.file_digest'])
    .where('i.county', '=', county)
    .where('i.season', 'in', ids)
    .orderBy('s.starts_on')
    .orderBy('i.number')
    .execute()
  const temperatures = await db
    .selectFrom('temperature_import as i')
    .innerJoin('season as s', (join) =>
      join.onRef('s.county', '=', 'i.county').onRef('s.id', '=', 'i.season'),
    )
    .select(['i.season', 'i.file_digest', 'i.days', 'i.centi_celsius'])
    .where('i.county', '=', county)
    .where('i.season', 'in', ids)
    .orderBy('s.starts_on')
    .orderBy('i.number')
    .execute()
  const byDay = new Map<number, number>()
  for (const { days, centi_celsius } of temperatures)
    for (const [at, day] of days.entries()) byDay.set(day, (centi_celsius[at] ?? 0) / 100)
  const from = dayNumber(season.starts_on)
  const to = Math.max(from, dayNumber(today < season.ends_on ? today : season.ends_on))
  let withoutTemperature = 0
  for (let day = from; day < to; day++) if (!byDay.has(day)) withoutTemperature++
  const hash = createHash('sha256')
  for (const { file_digest } of files) hash.update(file_digest)
  hash.update('|')
  for (const { file_digest } of temperatures) hash.update(file_digest)
  const findings = await findingsOf(db, county, season.id)
  hash.update(`|${from}|${to}`)
  for (const { visit, isCoal } of findings) hash.update(`|${visit}${isCoal ? '+' : '-'}`)
  return {
    seasons: ids,
    readingFiles: files.filter((file) => file.season === season.id).length,
    temperatureFiles: temperatures.length,
    from,
    to,
    withoutTemperature,
    findings,
    temperatures: { days: [...byDay.keys()], celsius: [...byDay.values()] },
    digest: hash.digest(),
  }
}

interface ReadRow {
  home: string
  account: string
  at: string
  kwh: string
  kinds: string
}

export interface SeasonMeters {
  readings: Readings
  homes: { home: string; accountNumber: string; village: string }[]
}

/** Homes read in one message. */
const atOnce = 2000

/** The readings of every home that has some this season, in columns; of two that speak of one moment the later one. */
export async function seasonReadings(
  db: ReadDb,
  county: number,
  season: string,
  seasons: readonly string[],
  progress: (done: number) => void,
): Promise<SeasonMeters> {
  const { rows: homes } = await sql<{ home: string; village: string }>`
    select h.id as home, h.village from home h
     where h.county = ${county} and exists (
             select 1 from meter_reading r where r.county = ${county} and r.season = ${season} and r.home = h.id)
     order by h.id`.execute(db)
  const breath = breather()
  const columns = new Columns()
  const found: SeasonMeters['homes'] = []
  for (let from = 0; from < homes.length; from += atOnce) {
    progress(from / homes.length)
    const some = homes.slice(from, from + atOnce)
    const { rows } = await sql<ReadRow>`
      select r.home, r.account_number as account, array_to_string(r.at_minutes, ',') as at,
             array_to_string(r.centi_kwh, ',') as kwh, array_to_string(r.kinds, ',') as kinds
        from meter_reading r
        join season s on s.county = ${county} and s.id = r.season
       where r.county = ${county} and r.season = any(${[...seasons]}::uuid[])
         and r.home = any(${some.map(({ home }) => home)}::uuid[])
       order by r.home, s.starts_on, r.number`.execute(db)
    const byHome = new Map<string, ReadRow[]>()
    for (const row of rows) {
      const own = byHome.get(row.home)
      if (own) own.push(row)
      else byHome.set(row.home, [row])
    }
    for (const { home, village } of some) {
      if (breath.due) await breath.take()
      const own = byHome.get(home) ?? []
      columns.add(found.length, latestWord(own.map(rowsOf)))
      found.push({ home, village, accountNumber: own.at(-1)?.account ?? '' })
    }
  }
  return { readings: columns.finish(found.map(({ home }) => home)), homes: found }
}

function rowsOf({ at, kwh, kinds }: ReadRow): MeterRow[] {
  const [figures, kind] = [kwh.split(','), kinds.split(',')]
  return at.split(',').map((minute, place) => ({
    minute: Number(minute),
    centiKwh: Number(figures[place]),
    kind: Number(kind[place]),
  }))
}

class Columns {
  #room = 1 << 16
  #count = 0
  #meter = new Uint32Array(this.#room)
  #at = new Float64Array(this.#room)
  #kwh = new Float64Array(this.#room)
  #kind = new Uint8Array(this.#room)

  add(meter: number, rows: readonly MeterRow[]): void {
    while (this.#count + rows.length > this.#room) this.#grow()
    for (const { minute, centiKwh, kind } of rows) {
      this.#meter[this.#count] = meter
      this.#at[this.#count] = minute / minutesADay
      this.#kwh[this.#count] = centiKwh / 100
      this.#kind[this.#count] = kind
      this.#count++
    }
  }

  #grow(): void {
    this.#room *= 2
    const [meter, at, kwh, kind] = [this.#meter, this.#at, this.#kwh, this.#kind]
    this.#meter = new Uint32Array(this.#room)
    this.#at = new Float64Array(this.#room)
    this.#kwh = new Float64Array(this.#room)
    this.#kind = new Uint8Array(this.#room)
    this.#meter.set(meter)
    this.#at.set(at)
    this.#kwh.set(kwh)
    this.#kind.set(kind)
  }

  finish(meters: readonly string[]): Readings {
    return {
      meters,
      meter: this.#meter.slice(0, this.#count),
      at: this.#at.slice(0, this.#count),
      kwh: this.#kwh.slice(0, this.#count),
      kind: this.#kind.slice(0, this.#count),
    }
  }
}
