import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { sealField } from '../../../kernel/cipher/fields.ts'
import type { WriteDb } from '../../../kernel/database/database.ts'
import { programmeId } from '../../policy/public.ts'
import { AskChange } from '../model/change.ts'
import { homePlace } from '../public.ts'
import { checkAsking, mayAskChange } from '../rules/change.ts'
import { changeColumn, loadEntering, loadHomesToChange } from './change-facts.ts'

/** 变更审批表: the town asks for a change of the locked register; it takes effect once another person approves it. */
export const askChange = defineAct({
  kind: 'change.ask',
  version: 1,
  input: AskChange,
  permission: 'change.ask',
  clauses: ['§3.1.3d', '§4.1b', '§4.4', '§A.2'],
  evidence: ['document'],
  subject: { type: 'home', of: (input) => input.home },
  // One at a time: no two windows ask for the same home or promise the same place.
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, context) => {
    const { county } = context
    const pairs = items.flatMap(({ subject, input }) => {
      const enters = input?.kind === 'add' ? subject : input?.enters
      return enters ? [{ home: subject, enters }] : []
    })
    const homes = await loadHomesToChange(db, context, [
      ...items.map((item) => item.subject),
      ...pairs.map(({ enters }) => enters),
    ])
    const entering = await loadEntering(db, context, homes, pairs)
    const taken = await db
      .selectFrom('home_change')
      .select('id')
      .where('county', '=', county)
      .where('id', 'in', [
        '00000000-0000-0000-0000-000000000000',
        ...items.flatMap(({ input }) => input?.id ?? []),
      ])
      .execute()
    return items.map(({ subject, input }) => {
      const home = homes.get(subject)
      const enters = pairs.find((pair) => pair.home === subject)?.enters
      return (
        home && {
          ...home,
          entering: { named: enters !== undefined, home: enters ? entering.get(enters) : undefined },
          exists: taken.some(({ id }) => id === input?.id),
        }
      )
    })
  },
  place: homePlace,
  may: (home, { pack }) => mayAskChange(home, pack),
  check: (home, { input, evidence }, { pack, today }) => [
    ...(home.exists ? [refuse('change.exists', [])] : []),
    ...checkAsking(home, input, home.entering, evidence, pack, today),
  ],
  apply: async (tx, items, { county, keys, today, actor }) => {
    let number = await lastNumber(tx, county)
    const seal = (what: Parameters<typeof changeColumn>[0], text: string | undefined) =>
      text === undefined ? null : sealField(keys, county, changeColumn(what), text)
    const effects = []
    for (const { id: act, input, facts: home } of items) {
      number += 1
      const entering = home.entering.home
      await tx
        .insertInto('home_change')
        .values({
          county,
          id: input.id,
          number,
          town: home.town,
          village: home.village,
          line: home.line,
          kind: input.kind,
          home: home.id,
          enters: entering?.id ?? null,
          happened_on: input.happenedOn,
          stage: home.stage,
          reason: sealField(keys, county, changeColumn('reason'), input.reason),
          explained: seal('explained', input.happenedOn < home.appliedOn ? input.explained : undefined),
          changes: seal('changes', input.changes && JSON.stringify(input.changes)),
          passed: [...(entering?.before ?? [])],
          passed_reason: seal('passed', entering?.before.length ? input.passedReason : undefined),
          papers: JSON.stringify(input.papers),
          state: 'asked',
          asked_on: today,
          asked_by: actor.id,
          act,
        })
        .execute()
      effects.push({
        touched: [
          { type: 'change', id: input.id },
          ...(entering && entering.id !== home.id ? [{ type: 'home', id: entering.id }] : []),
        ],
        result: { change: input.id, number, kind: input.kind },
      })
    }
    return effects
  },
})

async function lastNumber(tx: WriteDb, county: number): Promise<number> {
  const row = await tx
    .selectFrom('home_change')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('county', '=', county)
    .executeTakeFirst()
  return row?.last ?? 0
}
