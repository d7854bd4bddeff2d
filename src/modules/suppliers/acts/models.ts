import { defineAct } from '../../../kernel/act/define.ts'
import { Overtaken } from '../../../kernel/act/overtaken.ts'
import { refuse } from '../../../kernel/act/refusal.ts'
import { countyArea } from '../../organisations/public.ts'
import { loadFirms } from '../firm-facts.ts'
import { keepPapers } from '../keep-papers.ts'
import { AdmitModel, RenewPaper } from '../model.ts'
import { checkModel, checkRenewal, type ModelFacts } from '../rules/models.ts'

export const admitModel = defineAct({
  kind: 'equipment.admit',
  version: 2,
  input: AdmitModel,
  permission: 'equipment.admit',
  clauses: ['§3.1.2'],
  evidence: ['document'],
  subject: { type: 'model', of: (input) => input.id },
  alsoLock: ({ firm }) => [{ type: 'organisation', id: firm }],
  load: async (db, items, { county }): Promise<(ModelFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const names = items.flatMap(({ input }) => (input ? [nameOf(input)] : []))
    const there = await db
      .selectFrom('equipment_model')
      .select(['id', 'firm', 'model'])
      .where('county', '=', county)
      .where((eb) =>
        eb.or([
          eb(
            'id',
            'in',
            items.map((item) => item.subject),
          ),
          ...items.flatMap(({ input }) =>
            input ? [eb.and([eb('firm', '=', input.firm), eb('model', '=', input.model)])] : [],
          ),
        ]),
      )
      .execute()
    const firms = await loadFirms(
      db,
      county,
      items.flatMap(({ input }) => input?.firm ?? []),
    )
    return items.map(({ subject, input }, i) => {
      const exists = there.some((row) => row.id === subject)
      if (input === undefined) return exists ? undefined : { area, exists, taken: false }
      return {
        area,
        exists,
        maker: firms.get(input.firm),
        taken:
          there.some((row) => row.id !== subject && nameOf(row) === nameOf(input)) ||
          names.slice(0, i).includes(nameOf(input)),
      }
    })
  },
  place: (facts) => ({ area: facts.area }),
  may: (facts) => (facts.exists ? [refuse('model.exists', ['§3.1.2'])] : []),
  check: (facts, { input, evidence }, { pack, today }) => checkModel(facts, input, evidence, pack, today),
  apply: async (tx, items, { county, today }) => {
    const written = await tx
      .insertInto('equipment_model')
      .values(
        items.map(({ id, input, facts }) => ({
          county,
          id: input.id,
          firm: input.firm,
          maker: facts.maker?.name ?? '',
          model: input.model,
          heating_watts: input.heatingWatts,
          input_watts: input.inputWatts,
          centi_cop_at_minus_12: Math.round(input.copAtMinus12 * 100),
          centi_cop_at_minus_20: Math.round(input.copAtMinus20 * 100),
          lowest_celsius: input.lowestCelsius,
          serial_prefix: input.serialPrefix ?? null,
          admitted_on: today,
          act: id,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    if (written.length < items.length) throw new Overtaken('This model was admitted in the same moment.')
    await keepPapers(
      tx,
      county,
      today,
      items.map(({ id, input }) => ({ whose: { model: input.id }, papers: input.papers, act: id })),
    )
    return items.map(() => ({}))
  },
})

/** A newer certificate of a model: what counts from now on. */
export const renewPaper = defineAct({
  kind: 'equipment.renew-paper',
  version: 1,
  input: RenewPaper,
  permission: 'equipment.admit',
  clauses: ['§3.1.2'],
  evidence: ['document'],
  subject: { type: 'model', of: (input) => input.model },
  load: async (db, items, { county }) => {
    const area = await countyArea(db, county)
    const there = await db
      .selectFrom('equipment_model')
      .select('id')
      .where('county', '=', county)
      .where(
        'id',
        'in',
        items.map((item) => item.subject),
      )
      .execute()
    return items.map(({ subject }) => (there.some(({ id }) => id === subject) ? { area } : undefined))
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (_facts, { input, evidence }, { pack, today }) => checkRenewal(input, evidence, pack, today),
  apply: async (tx, items, { county, today }) => {
    await keepPapers(
      tx,
      county,
      today,
      items.map(({ id, input: { model, ...paper } }) => ({ whose: { model }, papers: [paper], act: id })),
    )
    return items.map(({ input }) => ({ result: { paper: input.paper } }))
  },
})

const nameOf = ({ firm, model }: { firm: string | null; model: string }) => `${firm ?? ''}\n${model}`
