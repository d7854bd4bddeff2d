import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { newId } from '../../../kernel/identity/id.ts'
import type { Reckoning } from '../../../kernel/pack/reckon.ts'
import { traitsOf } from '../../households/public.ts'
import { countyArea } from '../../organisations/public.ts'
import { DrawUpStatements, type UsageFormula } from '../model.ts'
import { payableHomes } from '../payable.ts'
import { mayCount, operatingSubsidy } from '../rules.ts'
import { findSeasons } from '../seasons.ts'

/**
 * A statement for every home with readings: amount, formula and the payment rules' answer. Drawn up again, it
 * replaces what nobody has reviewed yet, what is held back and what was sent back, and leaves the rest (§4.3).
 */
export const drawUp = defineAct({
  kind: 'statement.draw-up',
  version: 1,
  input: DrawUpStatements,
  permission: 'statement.draw-up',
  clauses: ['§4.3', '§3.3.2a', '§3.3.2b', '§3.3.2c'],
  subject: { type: 'season', of: (input) => input.season },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const seasons = await findSeasons(
      db,
      county,
      items.map((item) => item.subject),
    )
    const facts = []
    for (const { subject } of items) {
      const season = seasons.get(subject)
      if (!season) {
        facts.push(undefined)
        continue
      }
      const { rows } = await sql<Reading>`
        select r.home, r.account_number as account, r.used_centi_kwh as used, i.analysis_number as analysis,
               r.lower_centi_kwh as lower, r.upper_centi_kwh as upper, r.valley_centi_kwh as valley
          from usage_reading r
          join usage_import i on i.county = ${county} and i.id = r.import
          left join statement s on s.county = ${county} and s.season = r.season and s.home = r.home
         where r.county = ${county} and r.season = ${season.id}
           and (s.id is null or s.state in ('drawn-up', 'blocked'))
         order by r.home`.execute(db)
      facts.push({ area, season, readings: rows })
    }
    return facts
  },
  place: (facts) => ({ area: facts.area }),
  may: ({ season, readings }, { today }) => [
    ...mayCount({ endsOn: season.ends_on }, today),
    ...(readings.length === 0 ? [refuse('statement.no-readings', ['§4.3'])] : []),
  ],
  apply: async (tx, items, context) => {
    const { county, pack, today, actor } = context
    const effects = []
    for (const { id, facts } of items) {
      const { season, readings } = facts
      context.progress(0.1, 'progress.deciding')
      const homes = await payableHomes(
        tx,
        context,
        season,
        readings.map((reading) => reading.home),
      )
      const traits = await traitsOf(tx, county, [...homes.keys()])
      const drawn = readings.flatMap((reading) => {
        const home = homes.get(reading.home)
        if (!home) return []
        const { amountFen, formula: reckoned } = operatingSubsidy(pack, season.ends_on, {
          ...traits.get(home.id),
          usedCentiKwh: reading.used,
          valleyCentiKwh: reading.valley,
          nth: home.seasonsPaid + 1,
        })
        const formula = withSource(reckoned, reading)
        const isKnown = reckoned.lacking.length === 0
        const answer = home.decision.answer === 'yes' && !isKnown ? 'unknown' : home.decision.answer
        return [{ reading, home, answer, formula, amountFen, payable: answer === 'yes' && amountFen > 0 }]
      })
      context.progress(0.5, 'progress.recording')
      await sql`
        insert into statement (county, id, season, home, town, village, account_number, used_centi_kwh, amount_fen,
                               formula, answer, decision, state, drawn_up_on, drawn_up_by, act)
        select ${county}, s.id, ${season.id}, s.home, s.town, s.village, s.account, s.used, s.amount,
               s.formula, s.answer, s.decision, s.state, ${today}, ${actor.id}, ${id}
          from unnest(${drawn.map(() => newId())}::uuid[], ${drawn.map((d) => d.home.id)}::uuid[],
                      ${drawn.map((d) => d.home.town)}::text[], ${drawn.map((d) => d.home.village)}::text[],
                      ${drawn.map((d) => d.reading.account)}::text[], ${drawn.map((d) => d.reading.used)}::bigint[],
                      ${drawn.map((d) => d.amountFen)}::bigint[], ${drawn.map((d) => JSON.stringify(d.formula))}::jsonb[],
                      ${drawn.map((d) => d.answer)}::text[],
                      ${drawn.map((d) => JSON.stringify(d.home.decision))}::jsonb[],
                      ${drawn.map((d) => (d.payable ? 'drawn-up' : 'blocked'))}::text[])
               as s (id, home, town, village, account, used, amount, formula, answer, decision, state)
        on conflict (county, season, home) do update
          set used_centi_kwh = excluded.used_centi_kwh, amount_fen = excluded.amount_fen, formula = excluded.formula,
              answer = excluded.answer, decision = excluded.decision, state = excluded.state,
              account_number = excluded.account_number, drawn_up_on = excluded.drawn_up_on,
              drawn_up_by = excluded.drawn_up_by, act = excluded.act,
              town_reviewed_by = null, town_reviewed_on = null, bureau_reviewed_by = null,
              bureau_reviewed_on = null, sent_back_on = null, sent_back_by = null, sent_back_reason = null
        where statement.state in ('drawn-up', 'blocked')`.execute(tx)
      const payable = drawn.filter((d) => d.payable)
      effects.push({
        touched: drawn.map((d) => ({ type: 'home', id: d.home.id })),
        result: {
          statements: drawn.length,
          payable: payable.length,
          blocked: drawn.length - payable.length,
          totalFen: payable.reduce((sum, d) => sum + d.amountFen, 0),
        },
      })
    }
    return effects
  },
})

interface Reading {
  home: string
  account: string
  used: number
  analysis: number | null
  lower: number | null
  upper: number | null
  valley: number | null
}

/** What was not read in as a sum says which analysis it comes from, and between what it lies. */
const withSource = (formula: Reckoning, { used, analysis, lower, upper }: Reading): UsageFormula =>
  analysis === null
    ? formula
    : {
        ...formula,
        analysed: { number: analysis, lowerCentiKwh: lower ?? used, upperCentiKwh: upper ?? used },
      }
