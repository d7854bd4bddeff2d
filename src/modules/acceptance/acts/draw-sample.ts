import { sql } from 'kysely'
import { type ActContext, defineAct } from '../../../kernel/act/define.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { newId } from '../../../kernel/identity/id.ts'
import type { LotLine } from '../../suppliers/public.ts'
import { findVillages } from '../../villages/public.ts'
import { type DrawCause, DrawSample, type SampleLevel } from '../model.ts'
import { drawMethod, drawnFrom, frameDigest } from '../rules/draw.ts'
import { checkDraw, type DrawFacts, mayDraw, sampleTerms, sizeToDraw } from '../rules/samples.ts'
import { noHomes, sampleCounts, toDrawFrom } from '../sample-counts.ts'

interface Wanted {
  village: { id: string; code: string }
  line: LotLine
  level: SampleLevel
  cause: DrawCause
  reason?: string | undefined
  act: string
}

/** Draws and keeps all that leads to the same homes again. The village's row is locked by the caller. */
export async function drawInto(
  tx: WriteDb,
  { village, line, level, cause, reason, act }: Wanted,
  { county, actor, pack, today, random }: Pick<ActContext, 'county' | 'actor' | 'pack' | 'today' | 'random'>,
) {
  const counted = await sampleCounts(tx, county, sql`h.village = ${village.code}`)
  const { lastNumber, ...counts } = counted.find((row) => row.line === line && row.level === level) ?? {
    ...noHomes,
    lastNumber: 0,
  }
  const { rows } = await sql<{ id: string }>`
    select h.id from home h
     where h.county = ${county} and h.village = ${village.code} and h.line = ${line} and ${toDrawFrom}
       and not exists (select 1 from sample_home s
                        where s.county = ${county} and s.home = h.id and s.level = ${level})
     order by h.id`.execute(tx)
  const frame = rows.map(({ id }) => id)
  // The failure that makes the sample larger is this one.
  const size = sizeToDraw(
    cause === 'failure' ? { ...counts, failures: counts.failures + 1 } : counts,
    sampleTerms(pack, level, today),
    cause,
  )
  const seed = random()
  const digest = frameDigest(frame)
  const homes = drawnFrom(seed, frame, size)
  const id = newId()
  await tx
    .insertInto('sample_draw')
    .values({
      county,
      id,
      village: village.id,
      code: village.code,
      level,
      line,
      number: lastNumber + 1,
      cause,
      reason: reason ?? null,
      seed,
      method: drawMethod,
      frame,
      frame_digest: digest,
      size,
      drawn_on: today,
      drawn_by: actor.id,
      act,
    })
    .execute()
  if (homes.length > 0)
    await tx
      .insertInto('sample_home')
      .values(homes.map((home, place) => ({ county, home, level, draw: id, place: place + 1, passed: null })))
      .execute()
  return {
    draw: id,
    number: lastNumber + 1,
    seed,
    method: drawMethod,
    frame: frame.length,
    frameDigest: digest,
    homes,
  }
}

/** 抽检: the program draws, at this moment, from what the supervisor has passed of one line; nobody names a home. */
const drawOf = <const K extends string>(kind: K, level: SampleLevel) =>
  defineAct({
    kind,
    version: 1,
    input: DrawSample,
    permission: kind,
    clauses: level === 'town' ? ['§3.3.2a', '§3.3.4', '§1.2'] : ['§A.1', '§3.3.4', '§1.2'],
    subject: { type: 'village', of: (input) => input.village },
    load: async (db, items, { county }): Promise<(DrawFacts | undefined)[]> => {
      const villages = await findVillages(
        db,
        county,
        items.map(({ subject }) => subject),
      )
      const counted = await sampleCounts(
        db,
        county,
        sql`h.village = any(${[...villages.values()].map(({ code }) => code)}::text[])`,
      )
      return items.map(({ subject, input }) => {
        const village = villages.get(subject)
        if (!village) return undefined
        const own = counted.filter((row) => row.village === village.code && row.level === level)
        // Before a line is chosen: one of which something is left to draw.
        const line = input?.line ?? own.find(({ undrawn }) => undrawn > 0)?.line ?? 'heating'
        const counts = own.find((row) => row.line === line)
        return { code: village.code, line, counts: counts ?? noHomes, draws: counts?.draws ?? 0 }
      })
    },
    place: ({ code }) => ({ area: code }),
    may: mayDraw,
    check: (facts, { input }) => checkDraw(facts, input),
    quiet: true,
    apply: async (tx, items, context) => {
      const effects = []
      for (const { id, subject, facts, input } of items) {
        const { homes, ...kept } = await drawInto(
          tx,
          {
            village: { id: subject, code: facts.code },
            line: facts.line,
            level,
            act: id,
            ...(facts.draws > 0 ? { cause: 'again', reason: input.reason } : { cause: 'first' }),
          },
          context,
        )
        effects.push({ result: { ...kept, drawn: homes.length } })
      }
      return effects
    },
  })

export const drawTown = drawOf('sample.draw-town', 'town')
export const drawCounty = drawOf('sample.draw-county', 'county')
