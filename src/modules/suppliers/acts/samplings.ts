import { defineAct } from '../../../kernel/act/define.ts'
import { countyArea } from '../../organisations/public.ts'
import { programmeId } from '../../policy/public.ts'
import { RecordSampling } from '../model.ts'
import { checkSampling, type SamplingFacts, serialsOf } from '../rules/sampling.ts'

/** 抽检: one batch of a model, with the report. A batch whose latest sample failed is stopped (§A.6). */
export const recordSampling = defineAct({
  kind: 'sampling.record',
  version: 1,
  input: RecordSampling,
  permission: 'sampling.record',
  clauses: ['§A.6', '§3.1.2'],
  evidence: ['document'],
  subject: { type: 'model', of: (input) => input.model },
  // Samples are numbered through.
  alsoLock: (_input, county) => [{ type: 'programme', id: programmeId(county) }],
  load: async (db, items, { county }): Promise<(SamplingFacts | undefined)[]> => {
    const area = await countyArea(db, county)
    const models = items.map(({ subject }) => subject)
    const there = await db
      .selectFrom('equipment_model')
      .select('id')
      .where('county', '=', county)
      .where('id', 'in', models)
      .execute()
    const samplings = await db
      .selectFrom('sampling')
      .select([
        'id',
        'model',
        'batch',
        'serial_prefix as serialPrefix',
        'serial_from as serialFrom',
        'serial_to as serialTo',
      ])
      .where('county', '=', county)
      .where('model', 'in', models)
      .orderBy('number', 'desc')
      .execute()
    return items.map(({ subject, input }) =>
      there.some(({ id }) => id === subject)
        ? {
            area,
            exists: samplings.some(({ id }) => id === input?.id),
            known: samplings.find(({ model, batch }) => model === subject && batch === input?.batch),
          }
        : undefined,
    )
  },
  place: (facts) => ({ area: facts.area }),
  may: () => [],
  check: (facts, { input }, { today }) => checkSampling(facts, input, today),
  apply: async (tx, items, { county, today, actor }) => {
    const { last } = await tx
      .selectFrom('sampling')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('county', '=', county)
      .executeTakeFirstOrThrow()
    const numbered = items.map((item, at) => ({ ...item, number: Number(last ?? 0) + at + 1 }))
    await tx
      .insertInto('sampling')
      .values(
        numbered.map(({ id, input, number }) => {
          const { serialPrefix, serialFrom, serialTo } = serialsOf(input)
          return {
            county,
            id: input.id,
            number,
            model: input.model,
            batch: input.batch,
            serial_prefix: serialPrefix,
            serial_from: serialFrom,
            serial_to: serialTo,
            sampled_on: input.sampledOn,
            units: input.units,
            passed: input.result === 'passed',
            remark: input.remark ?? null,
            recorded_on: today,
            recorded_by: actor.id,
            act: id,
          }
        }),
      )
      .execute()
    return numbered.map(({ input, number }) => ({
      result: { sampling: input.id, number, passed: input.result === 'passed' },
    }))
  },
})
