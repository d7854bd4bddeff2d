import { defineAct } from '../../../kernel/act/define.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { programmeId } from '../../policy/public.ts'
import { endHome, findHomes, homePlace } from '../public.ts'
import { AddHome, CorrectHome, WithdrawHome } from '../model/register.ts'
import {
  changedFields,
  checkCorrection,
  checkSeen,
  corrected,
  mayChange,
  mayWithdraw,
  normalised,
} from '../rules/application.ts'
import { mayHaveArea } from '../rules/line-area.ts'
import type { VillageInArea } from '../../villages/rules/places.ts'
import { villagesOfArea } from '../../villages/public.ts'
import { enterHomes } from './enter-homes.ts'
import { loadHomesWithFields } from './home-facts.ts'
import { correctionsOf, keepCorrections } from './keep-corrections.ts'
import { ownArea } from './own-area.ts'
import { partnersOf } from './shared-keys.ts'
import { rewriteFields } from './rewrite-fields.ts'
import { toScreenAgain } from './to-screen-again.ts'

/** Whoever changes what others are compared with takes the register's lock first, so that no two miss each other. */
const lockRegister = (_input: unknown, county: number) => [{ type: 'programme', id: programmeId(county) }]

/** A single application, at the end of its village's list (§A.2: in the order of application). */
export const addHome = defineAct({
  kind: 'home.add',
  version: 1,
  input: AddHome,
  permission: 'home.add',
  clauses: ['§3.1.3d', '§A.2'],
  subject: { type: 'programme', of: (input) => input.programme },
  load: async (db, items, { county, actor }) => {
    const facts: ({ area: string; village: VillageInArea | undefined; taken: boolean } | undefined)[] = []
    for (const { input } of items) {
      if (!input) {
        const area = ownArea(actor)
        facts.push(area === undefined ? undefined : { area, village: undefined, taken: false })
        continue
      }
      const found = await villagesOfArea(db, county, input.village)
      const village = found?.villages.find(({ code }) => code === input.village)
      const taken = await loadTaken(input.home)
      facts.push(village && { area: village.code, village, taken })
    }
    return facts

    async function loadTaken(id: string): Promise<boolean> {
      const row = await db
        .selectFrom('home')
        .select('id')
        .where('county', '=', county)
        .where('id', '=', id)
        .executeTakeFirst()
      return row !== undefined
    }
  },
  place: ({ area }) => ({ area }),
  may: () => [],
  check: (facts, { input }, { today, pack }) => [
    ...(facts.taken ? [refuse('home.exists', [])] : []),
    ...normalised(input.fields, today).refusals,
    ...(facts.village
      ? mayHaveArea(pack, { line: input.line, areaKind: facts.village.kind }, input.fields)
      : []),
  ],
  apply: async (tx, items, context) => {
    const effects = []
    // Each is numbered and compared after the one before it.
    for (const { id: act, input, facts } of items) {
      if (!facts.village) throw new Error('A home without a village passed the door.')
      const { partners } = await enterHomes(tx, context, act, [
        {
          id: input.home,
          town: facts.village.town,
          village: facts.village.code,
          areaKind: facts.village.kind,
          line: input.line,
          fields: normalised(input.fields, context.today).fields,
          synthetic: input.synthetic,
        },
      ])
      effects.push({
        touched: [{ type: 'home', id: input.home }],
        result: { home: input.home, ...toScreenAgain(partners) },
      })
    }
    return effects
  },
})

/** Corrects what an application says; what stood there before is kept, sealed (§3.1.3d: later changes traced). */
export const correctHome = defineAct({
  kind: 'home.correct',
  version: 1,
  input: CorrectHome,
  permission: 'home.correct',
  clauses: ['§3.1.3d', '§4.4'],
  subject: { type: 'home', of: (input) => input.home },
  alsoLock: lockRegister,
  load: async (db, items, { county, keys }) => {
    const homes = await loadHomesWithFields(
      db,
      county,
      keys,
      items.map((item) => item.subject),
    )
    const latest = await db
      .selectFrom('home_correction')
      .select(['home', 'act', 'field'])
      .where('county', '=', county)
      .where(
        'home',
        'in',
        items.map((item) => item.subject),
      )
      .orderBy('id', 'desc')
      .execute()
    return items.map((item) => {
      const home = homes.get(item.subject)
      return home && { ...home, latest: latest.filter((one) => one.home === item.subject) }
    })
  },
  place: homePlace,
  may: mayChange,
  check: (home, { input }, context) => [
    ...checkSeen(home.latest, input.changes, input.seen),
    ...checkCorrection(home, input.changes, context),
  ],
  apply: async (tx, items, context) => {
    const done = items.map(({ id: act, input, facts: home }) => {
      const after = normalised(corrected(home.fields, input.changes), context.today).fields
      return { act, home, after, changed: changedFields(home.fields, after), reason: input.reason }
    })
    const partners = await partnersOf(
      tx,
      context.county,
      done.map(({ home }) => home.id),
    )
    await rewriteFields(tx, context, done)
    await keepCorrections(tx, context, correctionsOf(done))
    return done.map(({ changed }, at) => ({
      // Who shared a key before is screened again too: once for the whole batch.
      result: { fields: changed, ...(at === 0 ? toScreenAgain(partners) : {}) },
    }))
  },
})

export const withdrawHome = defineAct({
  kind: 'home.withdraw',
  version: 1,
  input: WithdrawHome,
  permission: 'home.withdraw',
  clauses: ['§3.1.3d', '§2.0a'],
  subject: { type: 'home', of: (input) => input.home },
  alsoLock: lockRegister,
  load: async (db, items, { county }) => {
    const homes = await findHomes(
      db,
      county,
      items.map((item) => item.subject),
    )
    return items.map((item) => homes.get(item.subject))
  },
  place: homePlace,
  may: mayWithdraw,
  apply: async (tx, items, context) => {
    const { county } = context
    await endHome(
      tx,
      county,
      items.map((item) => item.subject),
      'withdrawn',
    )
    await keepCorrections(
      tx,
      context,
      items.map(({ id, subject, input }) => ({
        act: id,
        home: subject,
        reason: input.reason,
        fields: [{ field: 'ended', before: undefined, after: 'withdrawn' }],
      })),
    )
    return items.map(() => ({}))
  },
})
