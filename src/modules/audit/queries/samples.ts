import { sql } from 'kysely'
import { z } from 'zod'
import { defineQuery, type QueryContext } from '../../../kernel/act/define.ts'
import { NotFound } from '../../../kernel/act/not-found.ts'
import { openField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import type { Day } from '../../../kernel/dates/day.ts'
import type { Stage } from '../../households/stages.ts'
import { homesOf } from '../checks.ts'
import { type Population, populations } from '../model.ts'
import { mostWrong, sizeToDraw } from '../rules/statistics.ts'
import { requireWholeCounty } from '../../../kernel/act/whole-county.ts'

/** A county draws some dozens. */
const pageSize = 50

interface SampleRow {
  id: string
  number: number
  population: Population
  town: string | null
  townName: string | null
  homes: number
  size: number
  confidencePercent: number
  tolerablePercent: number
  seed: string
  method: string
  frameDigest: string
  drawnOn: Day
  drawnBy: string
  right: number
  wrong: number
}

async function samplesOf(db: ReadDb, county: number, id?: string): Promise<SampleRow[]> {
  const { rows } = await sql<SampleRow>`
    select s.id, s.number, s.population, s.town, t.name as "townName", s.homes, s.size,
           s.confidence_percent as "confidencePercent", s.tolerable_percent as "tolerablePercent", s.seed, s.method,
           s.frame_digest as "frameDigest", s.drawn_on as "drawnOn", coalesce(a.name, '') as "drawnBy",
           c."right", c.wrong
      from audit_sample s
      left join area t on t.county = ${county} and t.code = s.town
      left join account a on a.county = ${county} and a.id = s.drawn_by
      cross join lateral (
        select (count(*) filter (where d.answer = 'right'))::int as "right",
               (count(*) filter (where d.answer = 'wrong'))::int as wrong
          from audit_sample_home d where d.county = ${county} and d.sample = s.id) c
     where s.county = ${county} ${id ? sql`and s.id = ${id}` : sql``} order by s.number desc`.execute(db)
  return rows
}

/** Every sample drawn, the newest first, with how far it has come. */
export const auditSamples = defineQuery({
  name: 'audit.samples',
  input: z.strictObject({ page: z.int().min(0).max(10_000).default(0) }),
  permission: 'audit.read',
  run: async (db, { page }, context) => {
    requireWholeCounty(context)
    const all = await samplesOf(db, context.county)
    const rows = all.slice(page * pageSize, (page + 1) * pageSize)
    return { rows: rows.map((row) => ({ ...row, concluded: concludedOf(row) })), total: all.length, pageSize }
  },
})

/** What the homes examined so far say of all: with the sample's confidence no more are wrong. */
function concludedOf({ right, wrong, homes, size, confidencePercent, tolerablePercent }: SampleRow) {
  const examined = right + wrong
  const most = mostWrong(wrong, examined, homes, confidencePercent)
  const tolerable = Math.max(1, Math.ceil((homes * tolerablePercent) / 100))
  return { examined, most, isWhole: examined === size, isTolerable: most < tolerable }
}

interface HomeRow {
  home: string
  place: number
  townName: string
  villageName: string
  sequence: number
  householder: string
  address: string
  stage: Stage
  ended: string | null
  answer: 'right' | 'wrong' | null
  note: Buffer | null
  examinedOn: Day | null
  examinedBy: string | null
}

/** The homes of a sample in the order they were drawn, with what was found. */
export async function sampleInFull(db: ReadDb, { county, keys }: QueryContext, id: string) {
  const [sample] = await samplesOf(db, county, id)
  if (!sample) throw new NotFound()
  const { rows } = await sql<HomeRow>`
    select d.home, d.place, t.name as "townName", v.name as "villageName", h.sequence, h.householder, h.address, h.stage,
           h.ended, d.answer, d.note, d.examined_on as "examinedOn", e.name as "examinedBy"
      from audit_sample_home d
      join home h on h.county = ${county} and h.id = d.home
      join area t on t.county = ${county} and t.code = h.town
      join area v on v.county = ${county} and v.code = h.village
      left join account e on e.county = ${county} and e.id = d.examined_by
     where d.county = ${county} and d.sample = ${id} order by d.place`.execute(db)
  return {
    ...sample,
    concluded: concludedOf(sample),
    drawn: rows.map(({ note, ...row }) => ({
      ...row,
      note: note && openField(keys, county, 'audit_sample_home.note', note),
    })),
  }
}

export const auditSample = defineQuery({
  name: 'audit.sample',
  input: z.strictObject({ sample: z.uuid() }),
  permission: 'audit.read',
  run: async (db, { sample }, context) => {
    requireWholeCounty(context)
    return sampleInFull(db, context, sample)
  },
})

/** What a sample would be, before it is drawn: how many homes there are, and how many would be drawn. */
export const auditSampleSize = defineQuery({
  name: 'audit.sample-size',
  input: z.strictObject({
    population: z.enum(populations),
    town: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    confidencePercent: z.int().min(50).max(99),
    tolerablePercent: z.int().min(1).max(50),
  }),
  permission: 'audit.sample',
  run: async (db, { population, town, confidencePercent, tolerablePercent }, context) => {
    requireWholeCounty(context)
    const found = homesOf(population, context)
    const { rows } = found
      ? await sql<{ homes: number }>`
          select count(distinct f.home)::int as homes from (${found}) f
            join home h on h.county = ${context.county} and h.id = f.home
            ${town ? sql`and h.town = ${town}` : sql``}`.execute(db)
      : { rows: [] }
    const homes = rows[0]?.homes ?? 0
    return { homes, size: homes === 0 ? 0 : sizeToDraw(homes, confidencePercent, tolerablePercent) }
  },
})
