import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { ReadDb } from '../../../kernel/database/database.ts'
import { drawMethod, drawnFrom, frameDigest } from '../../acceptance/rules/draw.ts'
import { countyArea } from '../../organisations/public.ts'
import { type CheckContext, homesOf } from '../checks.ts'
import { DrawAuditSample, ExamineHome, type Population } from '../model.ts'
import { checkDrawing, checkExamined, type SampleToDraw } from '../rules/sample.ts'
import { sizeToDraw } from '../rules/statistics.ts'

const clauses = ['§A.11']

interface DrawFacts extends SampleToDraw {
  area: string
  frame: string[]
}

/** The homes of a population, of one town or all, in the order of their ids. */
async function frameOf(
  db: ReadDb,
  context: CheckContext,
  population: Population,
  town: string | undefined,
): Promise<string[]> {
  const found = homesOf(population, context)
  if (!found) return []
  const { rows } = await sql<{ home: string }>`
    select distinct f.home from (${found}) f
      join home h on h.county = ${context.county} and h.id = f.home ${town ? sql`and h.town = ${town}` : sql``}
     order by 1`.execute(db)
  return rows.map(({ home }) => home)
}

/** 审计抽样: as many homes as the confidence asks for, drawn by the program with a seed anybody can draw with again. */
export const drawAuditSample = defineAct({
  kind: 'audit.draw-sample',
  version: 1,
  input: DrawAuditSample,
  permission: 'audit.sample',
  clauses,
  quiet: true,
  // Samples are numbered through: the programme's row is locked.
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, context): Promise<DrawFacts[]> => {
    const area = await countyArea(db, context.county)
    const facts: DrawFacts[] = []
    for (const { input } of items) {
      if (!input) {
        facts.push({ area, taken: false, homes: 0, frame: [] })
        continue
      }
      const known = await db
        .selectFrom('audit_sample')
        .select('id')
        .where('county', '=', context.county)
        .where('id', '=', input.sample)
        .executeTakeFirst()
      const frame = await frameOf(db, context, input.population, input.town)
      facts.push({ area, taken: known !== undefined, homes: frame.length, frame })
    }
    return facts
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: checkDrawing,
  apply: async (tx, items, { county, today, actor, random }) => {
    const { last } = await tx
      .selectFrom('audit_sample')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('county', '=', county)
      .executeTakeFirstOrThrow()
    const effects = []
    for (const [at, { id: act, input, facts }] of items.entries()) {
      const { sample, population, town, confidencePercent, tolerablePercent } = input
      const { frame } = facts
      const number = Number(last ?? 0) + at + 1
      const size = sizeToDraw(frame.length, confidencePercent, tolerablePercent)
      const seed = random()
      const digest = frameDigest(frame)
      await tx
        .insertInto('audit_sample')
        .values({
          county,
          id: sample,
          number,
          population,
          town: town ?? null,
          homes: frame.length,
          frame_digest: digest,
          confidence_percent: confidencePercent,
          tolerable_percent: tolerablePercent,
          size,
          seed,
          method: drawMethod,
          drawn_on: today,
          drawn_by: actor.id,
          act,
        })
        .execute()
      await tx
        .insertInto('audit_sample_home')
        .values(
          drawnFrom(seed, frame, size).map((home, place) => ({ county, sample, home, place: place + 1 })),
        )
        .execute()
      effects.push({
        result: {
          sample,
          number,
          population,
          homes: frame.length,
          size,
          seed,
          method: drawMethod,
          frameDigest: digest,
        },
      })
    }
    return effects
  },
})

/** What was found of one home that was drawn. Nothing of the home itself changes: an audit reports, others put right. */
export const examineHome = defineAct({
  kind: 'audit.examine',
  version: 1,
  input: ExamineHome,
  permission: 'audit.sample',
  clauses,
  quiet: true,
  subject: { type: 'audit-sample', of: (input) => input.sample },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const { rows } = await sql<{ sample: string; home: string | null }>`
      select s.id as sample, d.home
        from audit_sample s left join audit_sample_home d on d.county = ${county} and d.sample = s.id
       where s.county = ${county} and s.id = any(${items.map(({ subject }) => subject)}::uuid[])`.execute(db)
    return items.map(({ subject, input }) =>
      rows.some(({ sample }) => sample === subject)
        ? { area, drawn: rows.some((row) => row.sample === subject && row.home === input?.home) }
        : undefined,
    )
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: (facts, { input }) => checkExamined(facts, input),
  apply: async (tx, items, { county, keys, today, actor }) => {
    for (const { input } of items)
      await tx
        .updateTable('audit_sample_home')
        .set({
          answer: input.answer,
          note: input.note ? sealField(keys, county, 'audit_sample_home.note', input.note) : null,
          examined_on: today,
          examined_by: actor.id,
        })
        .where('county', '=', county)
        .where('sample', '=', input.sample)
        .where('home', '=', input.home)
        .execute()
    return items.map(({ input }) => ({
      touched: [{ type: 'home', id: input.home }],
      result: { answer: input.answer },
    }))
  },
})
