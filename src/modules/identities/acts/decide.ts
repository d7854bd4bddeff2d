import { sql } from 'kysely'
import { defineAct } from '../../../kernel/act/define.ts'
import { newId } from '../../../kernel/identity/id.ts'
import { papersToBring, toScreenAgain } from '../../households/public.ts'
import { DecidePair } from '../model.ts'
import {
  checkAnswer,
  checkPapers,
  checkPapersBy,
  checkSeen,
  checkThirds,
  mayDecidePair,
  saidBy,
} from '../rules/pair.ts'
import { flag } from './flags.ts'
import { loadPairs } from './pair-facts.ts'
import { recallDecisions } from './settle-pairs.ts'

/**
 * Says of two records whether they are one person and one dwelling (§4.4), or that papers are needed first. The answer
 * outlives every later comparison and ends only where one of the records says something else.
 */
export const decidePair = defineAct({
  kind: 'pair.decide',
  version: 1,
  input: DecidePair,
  permission: 'pair.decide',
  clauses: ['§4.4', '§4.1b'],
  subject: { type: 'home', of: (input) => input.first },
  load: (db, items, { county }) =>
    loadPairs(
      db,
      county,
      items.map((item) => item.input),
    ),
  place: ({ area }) => ({ area }),
  may: mayDecidePair,
  check: (pair, { input }, { today, pack }) => [
    ...checkAnswer(pair, input.answer),
    ...checkPapersBy(input.answer, input.papersBy, today),
    ...checkPapers(input.answer, input.papers, papersToBring(pack, today)),
    ...checkSeen(pair, input.seen),
    ...checkThirds(pair, input.answer, input.againstThirds),
  ],
  apply: async (tx, items, { county, today, actor }) => {
    const said = items.map(({ input }) => saidBy(input.answer))
    await sql`
      insert into match_decision (county, decided_on, decided_by, id, first, second, answer, same_person, same_dwelling,
                                  reason, papers_by, papers, family, first_seal, second_seal, act)
      select ${county}, ${today}::date, ${actor.id}::uuid, id, first, second, answer, person, dwelling, reason, by,
             coalesce(string_to_array(papers, ','), '{}'), family, first_seal, second_seal, act from unnest(
        ${items.map(() => newId())}::uuid[], ${items.map(({ input }) => input.first)}::uuid[],
        ${items.map(({ input }) => input.second)}::uuid[], ${items.map(({ input }) => input.answer)}::text[],
        ${said.map((one) => one?.person ?? null)}::boolean[], ${said.map((one) => one?.dwelling ?? null)}::boolean[],
        ${items.map(({ input }) => input.reason)}::text[],
        ${items.map(({ input }) => input.papersBy ?? null)}::date[],
        ${items.map(({ input }) => input.papers?.join(',') || null)}::text[], ${items.map(({ facts }) => facts.family)}::smallint[],
        ${items.map(({ facts }) => facts.firstSeal)}::bytea[], ${items.map(({ facts }) => facts.secondSeal)}::bytea[],
        ${items.map(({ id }) => id)}::uuid[])
        as said (id, first, second, answer, person, dwelling, reason, by, papers, family, first_seal, second_seal, act)`.execute(
      tx,
    )
    const homes = items.flatMap(({ input }) => [input.first, input.second])
    await recallDecisions(tx, county, homes)
    const flagged = await flag(tx, county, homes)
    return items.map(({ input, facts }, at) => ({
      touched: facts.earlier ? [] : [{ type: 'home', id: input.second }],
      result: { answer: input.answer, ...(at === 0 ? toScreenAgain(flagged) : {}) },
    }))
  },
})
